import type { SSEDescription } from '@aws-sdk/client-dynamodb';
import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { tagsOf } from '../tags.ts';
import { dynamodb } from './service.ts';

/**
 * What encrypts a table. Where a key that AWS owns does, DescribeTable has no SSEDescription, and one that says `DISABLED` says the
 * same (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html).
 */
function encryptionOf(found: SSEDescription | undefined): 'OWNED' | 'KMS' | undefined {
  if (found === undefined || found.Status === 'DISABLED') return 'OWNED';
  return found.SSEType === 'KMS' && (found.Status === 'ENABLED' || found.Status === 'UPDATING') ? 'KMS' : undefined;
}

/** A table. A replica of a global table is one of its own in each region, and listed there. */
export const table = resource(dynamodb, 'AWS::DynamoDB::Table', {
  calls: ['ListTables'],
  narrows: { ListTables: { ExclusiveStartTableName: 'unless given' } },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html'],
  resumable: 'ListTables',
  tagsFrom: 'tags',
  async *list(api) {
    for await (const { TableNames } of api.pages('ListTables', { Limit: 100 }))
      for (const id of TableNames ?? [])
        yield { id, arn: `arn:${api.partition}:dynamodb:${api.region}:${api.account}:table/${id}` };
  },
}).facets((facet) => ({
  details: facet.call('DescribeTable', {
    input: ({ id }) => ({ TableName: id }),
    keep: ({ Table: found }) => ({
      /** `ARCHIVED` when its key could not be used for a week: what was in it is in a backup. */
      status: found?.TableStatus,
      archivedTo: found?.ArchivalSummary?.ArchivalBackupArn,
      deletionProtection: found?.DeletionProtectionEnabled,
      encryption: found === undefined ? undefined : encryptionOf(found.SSEDescription),
      keyArn: found?.SSEDescription?.KMSMasterKeyArn,
      /** Since when DynamoDB cannot use the key. */
      keyInaccessibleSince: found?.SSEDescription?.InaccessibleEncryptionDateTime?.toISOString(),
    }),
  }),
  backups: facet.call('DescribeContinuousBackups', {
    input: ({ id }) => ({ TableName: id }),
    keep: ({ ContinuousBackupsDescription: found }) => ({
      pointInTime: found?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus,
      /** How far back a restore goes. */
      days: found?.PointInTimeRecoveryDescription?.RecoveryPeriodInDays,
    }),
  }),
  /** The text of its resource policy, which is its indexes' as well; a stream has one of its own. */
  policy: facet.call('GetResourcePolicy', {
    absentOn: ['PolicyNotFoundException'],
    input: ({ arn }) => ({ ResourceArn: arn }),
    keep: ({ Policy }) => Policy,
  }),
  tags: facet({
    calls: ['ListTagsOfResource'],
    async read(api, { arn }) {
      const pages = everyPage(
        (NextToken: string | undefined) =>
          api.call('ListTagsOfResource', { ResourceArn: arn, ...(NextToken === undefined ? {} : { NextToken }) }),
        (page) => page.NextToken,
      );
      const found = [];
      for await (const { Tags } of pages) found.push(...(Tags ?? []));
      return tagsOf(found);
    },
  }),
}));

export const tablePolicy = {
  kind: 'generic',
  // DynamoDB takes signed requests only: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
  signed: true,
  at: 'policy',
  action: 'dynamodb:GetItem',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws dynamodb delete-resource-policy --resource-arn ${arn}`
      : shell`aws dynamodb put-resource-policy --resource-arn ${arn} --policy ${policy}`,
} as const;
