import type { BucketMetadata } from '@aws-sdk/client-macie2';
import { resource } from '../../inventory/resource.ts';
import { macie } from './service.ts';
import { off } from './session.ts';

/** What Macie says of a bucket's content. The service tells a score; what it means: https://docs.aws.amazon.com/macie/latest/user/discovery-scoring-s3.html */
export type Sensitivity = 'sensitive' | 'not sensitive' | 'not analyzed' | 'error';

const sensitivityOf = ({ sensitivityScore: score }: BucketMetadata): Sensitivity | undefined => {
  if (score === undefined) return undefined;
  if (score < 0) return 'error';
  if (score > 50) return 'sensitive';
  return score === 50 ? 'not analyzed' : 'not sensitive';
};

/**
 * A bucket as Macie knows it, of the account itself: an administrator is told of its members' too, and they are judged there. Where
 * Macie is off there are none.
 */
export const macieBucket = resource(macie, 'AWS::Macie::Bucket', {
  calls: ['DescribeBuckets'],
  resumable: 'DescribeBuckets',
  narrows: { DescribeBuckets: { criteria: 'asked', sortCriteria: 'unless given' } },
  noneOn: [off],
  async *list(api) {
    for await (const { buckets } of api.pages('DescribeBuckets', {
      criteria: { accountId: { eq: [api.account] } },
      maxResults: 200,
    }))
      for (const bucket of buckets ?? []) {
        const { bucketName, bucketArn, sensitivityScore, automatedDiscoveryMonitoringStatus, errorCode } = bucket;
        if (bucketName !== undefined)
          yield {
            id: bucketName,
            arn: bucketArn ?? `arn:${api.partition}:s3:::${bucketName}`,
            sensitivity: sensitivityOf(bucket),
            score: sensitivityScore,
            /** `NOT_MONITORED` where automated discovery is off or leaves it out. */
            monitored: automatedDiscoveryMonitoringStatus,
            /** Why Macie cannot look into it. */
            error: errorCode,
          };
      }
  },
  label: ({ name }) => `Bucket ${name}`,
  references: ['https://docs.aws.amazon.com/macie/latest/APIReference/datasources-s3.html'],
});
