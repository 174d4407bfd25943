import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { kinesis } from './service.ts';

/** A data stream. */
export const stream = listed(kinesis, 'AWS::Kinesis::Stream', 'ListStreams', {
  at: 'StreamSummaries',
  input: { Limit: 100 },
  narrows: { ExclusiveStartStreamName: 'unless given' },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/security.html'],
  id: ({ StreamName, StreamStatus }) => (StreamStatus === 'DELETING' ? undefined : StreamName),
  keep: { arn: 'StreamARN' },
}).facets((facet) => ({
  details: facet.call('DescribeStreamSummary', {
    input: ({ arn }) => ({ StreamARN: arn }),
    keep: ({ StreamDescriptionSummary: found }) => ({
      /** `KMS` or `NONE`. */
      encryption: found?.EncryptionType,
      /** An id, an ARN or an alias. */
      keyId: found?.KeyId,
      retentionHours: found?.RetentionPeriodHours,
    }),
  }),
  /**
   * The text of its resource policy. Whether AWS answers ResourceNotFoundException or an empty document for a stream without one its
   * reference does not say: both are taken for none.
   * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetResourcePolicy.html
   */
  policy: facet.call('GetResourcePolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ arn }) => ({ ResourceARN: arn }),
    keep: ({ Policy }) => (/^\s*(\{\s*\})?\s*$/.test(Policy ?? '') ? undefined : Policy),
  }),
}));

export const streamEncryption = {
  at: 'details.encryption',
  is: { NONE: 'none', KMS: 'kms' },
  unsaid: undefined,
  key: 'details.keyId',
  what: 'its records',
} as const;

export const streamPolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 'kinesis:GetRecords',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws kinesis delete-resource-policy --resource-arn ${arn}`
      : shell`aws kinesis put-resource-policy --resource-arn ${arn} --policy ${policy}`,
} as const;
