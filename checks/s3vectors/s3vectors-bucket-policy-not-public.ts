import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { vectorBucket, vectorBucketPolicy } from '../../src/services/s3vectors/vector-bucket.ts';

export default notPublic(vectorBucket, 's3vectors-bucket-policy-not-public', {
  title: 'Policies of vector buckets do not let strangers in',
  policy: vectorBucketPolicy,
  risk: 'Vectors and their metadata give away the texts that they were made of; strangers who write them decide what an assistant finds.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles that use the vectors, or limit it by aws:PrincipalOrgID.',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-bucket-policy.html'],
});
