import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const bucket = (vectorBucketName: string) => ({
  vectorBucketName,
  vectorBucketArn: arnOf('s3vectors', `bucket/${vectorBucketName}`),
  creationTime: daysAgo(40),
});

/** One that every account may search, and one without a policy. */
export default answers(
  's3vectors',
  {
    ListVectorBuckets: here({ vectorBuckets: [bucket('manuals'), bucket('support-tickets')] }),
    GetVectorBucketPolicy: ({ input }) =>
      input['vectorBucketName'] === 'manuals'
        ? {
            policy: policy({
              Effect: 'Allow',
              Principal: '*',
              Action: ['s3vectors:QueryVectors', 's3vectors:GetVectors'],
              Resource: arnOf('s3vectors', 'bucket/manuals/index/*'),
            }),
          }
        : fails({ code: 'NotFoundException', status: 404 }),
  },
  { 'AWS::S3Vectors::VectorBucket': 'support-tickets' },
);
