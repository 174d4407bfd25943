import { answers } from '../../answers.ts';
import { account, mainRegion } from '../../facts.ts';
import { fails } from '../../front.ts';

const bucket = (bucketName: string, sensitivityScore: number) => ({
  accountId: account,
  bucketArn: `arn:aws:s3:::${bucketName}`,
  bucketName,
  region: mainRegion,
  automatedDiscoveryMonitoringStatus: 'MONITORED',
  sensitivityScore,
});

/** One with sensitive data and one without; Macie is off elsewhere. */
export default answers(
  'macie2',
  {
    DescribeBuckets: ({ region, account: asked }) =>
      region === mainRegion && asked === account
        ? { buckets: [bucket('acme-exports', 100), bucket('acme-site', 1)] }
        : fails({ code: 'AccessDeniedException', status: 403, message: 'Macie is not enabled.' }),
  },
  { 'AWS::Macie::Bucket': 'acme-site' },
);
