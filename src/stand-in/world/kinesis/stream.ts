import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn, otherAccount, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const arn = (name: string): string => arnOf('kinesis', `stream/${name}`);
const common = { StreamStatus: 'ACTIVE', StreamModeDetails: { StreamMode: 'ON_DEMAND' } };

/** One that is encrypted and without a policy, and one that every account may read. */
export default answers('kinesis', {
  ListStreams: here({
    StreamNames: ['orders', 'clicks'],
    HasMoreStreams: false,
    StreamSummaries: ['orders', 'clicks'].map((StreamName) => ({ StreamName, StreamARN: arn(StreamName), ...common })),
  }),
  DescribeStreamSummary: ({ input }) => {
    const StreamARN = String(input['StreamARN']);
    const good = StreamARN.endsWith('/orders');
    return {
      StreamDescriptionSummary: {
        StreamName: StreamARN.slice(StreamARN.lastIndexOf('/') + 1),
        StreamARN,
        ...common,
        RetentionPeriodHours: good ? 168 : 24,
        StreamCreationTimestamp: daysAgo(100),
        EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
        OpenShardCount: 2,
        ...(good ? { EncryptionType: 'KMS', KeyId: keyArn } : { EncryptionType: 'NONE' }),
      },
    };
  },
  GetResourcePolicy: ({ input }) =>
    String(input['ResourceARN']).endsWith('/orders')
      ? fails({ code: 'ResourceNotFoundException', status: 400 })
      : {
          Policy: policy(
            {
              Effect: 'Allow',
              Principal: '*',
              Action: ['kinesis:GetRecords', 'kinesis:GetShardIterator'],
              Resource: arn('clicks'),
            },
            {
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::${otherAccount}:root` },
              Action: 'kinesis:PutRecord',
              Resource: arn('clicks'),
            },
          ),
        },
});
