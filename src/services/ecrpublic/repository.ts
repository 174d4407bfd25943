import { listed } from '../../inventory/listed.ts';
import { ecrpublic } from './service.ts';

/** A repository of the public gallery, whose images everybody pulls. */
export const publicRepository = listed(ecrpublic, 'AWS::ECR::PublicRepository', 'DescribeRepositories', {
  at: 'repositories',
  input: { maxResults: 1000 },
  narrows: { registryId: 'unless given', repositoryNames: 'unless given' },
  id: ({ repositoryName }) => repositoryName,
  keep: { arn: 'repositoryArn', uri: 'repositoryUri' },
  arn: ({ id }, { partition, account }) => `arn:${partition}:ecr-public::${account}:repository/${id}`,
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/public/public-repositories.html'],
});
