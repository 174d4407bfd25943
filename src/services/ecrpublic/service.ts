import { service } from '../../aws/service.ts';

/** Repositories of the public gallery: the API is in us-east-1 for all of them (https://docs.aws.amazon.com/general/latest/gr/ecr-public.html). */
export const ecrpublic = service<typeof import('@aws-sdk/client-ecr-public')>({
  id: 'ecrpublic',
  sdkId: 'ECR PUBLIC',
  iamPrefix: 'ecr-public',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/API_DescribeRepositories.html
  sends: {
    DescribeRepositoriesResponse: ['repositories'],
    Repository: ['repositoryName', 'repositoryArn'],
  },
  load: () => import('./sdk.ts'),
});
