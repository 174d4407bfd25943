import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html */
export const ecr = service<typeof import('@aws-sdk/client-ecr')>({
  id: 'ecr',
  sdkId: 'ECR',
  // What it always sends: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningConfiguration.html
  sends: {
    DescribeRepositoriesResponse: ['repositories'],
    GetRepositoryPolicyResponse: ['policyText'],
    GetRegistryScanningConfigurationResponse: ['scanningConfiguration'],
    RegistryScanningRule: ['scanFrequency', 'repositoryFilters'],
    Repository: ['repositoryName'],
    ScanningRepositoryFilter: ['filter'],
    ImageTagMutabilityExclusionFilter: ['filter'],
  },
  load: () => import('./sdk.ts'),
});
