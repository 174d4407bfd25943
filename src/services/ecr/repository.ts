import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { ecr } from './service.ts';

/** A private repository. */
export const repository = listed(ecr, 'AWS::ECR::Repository', 'DescribeRepositories', {
  at: 'repositories',
  input: { maxResults: 1000 },
  narrows: { registryId: 'unless given', repositoryNames: 'unless given' },
  id: ({ repositoryName }) => repositoryName,
  keep: {
    arn: 'repositoryArn',
    mutability: 'imageTagMutability',
    /** Filters of tags for which the opposite holds. */
    exclusions: ({ imageTagMutabilityExclusionFilters }) =>
      imageTagMutabilityExclusionFilters?.flatMap(({ filter }) => filter ?? []),
    scanOnPush: ({ imageScanningConfiguration }) => imageScanningConfiguration?.scanOnPush,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Repository.html'],
}).facets((facet) => ({
  /** The text of its policy. */
  policy: facet.call('GetRepositoryPolicy', {
    absentOn: ['RepositoryPolicyNotFoundException'],
    input: ({ id }) => ({ repositoryName: id }),
    keep: ({ policyText }) => policyText,
  }),
}));

/** What its policy is for the checks of resource policies. */
export const repositoryPolicy = {
  kind: 'ecr',
  at: 'policy',
  action: 'ecr:BatchGetImage',
  put: ({ id }: { readonly id: string }, policy: string | undefined) =>
    policy === undefined
      ? shell`aws ecr delete-repository-policy --repository-name ${id}`
      : shell`aws ecr set-repository-policy --repository-name ${id} --policy-text ${policy}`,
} as const;
