import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { dsql } from './service.ts';

/** A cluster of Aurora DSQL. */
export const dsqlCluster = listed(dsql, 'AWS::DSQL::Cluster', 'ListClusters', {
  at: 'clusters',
  input: { maxResults: 100 },
  references: ['https://docs.aws.amazon.com/aurora-dsql/latest/userguide/resource-based-policies.html'],
  id: ({ identifier }) => identifier,
  keep: { arn: 'arn' },
}).facets((facet) => ({
  /** The text of its resource policy. */
  policy: facet.call('GetClusterPolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ id }) => ({ identifier: id }),
    keep: ({ policy }) => policy,
  }),
}));

export const dsqlPolicy = {
  kind: 'generic',
  at: 'policy',
  action: 'dsql:DbConnect',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws dsql delete-cluster-policy --identifier ${id}`
      : shell`aws dsql put-cluster-policy --identifier ${id} --policy ${policy}`,
} as const;
