import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { macieBucket } from '../../src/services/macie/bucket.ts';

export default state(macieBucket, 'macie-bucket-sensitivity-low', {
  title: 'Macie finds no sensitive data in buckets',
  at: 'sensitivity',
  unless: [
    {
      at: 'error',
      is: ['ACCESS_DENIED', 'BUCKET_COUNT_EXCEEDS_QUOTA'],
      verdict: unknown('Macie cannot look into {label}: {error}'),
    },
  ],
  is: {
    sensitive: fail('{label} holds sensitive data by what Macie saw of it: its score is {score}; expected 49 or less'),
    'not sensitive': pass('{label} holds no sensitive data by what Macie saw of it: its score is {score}'),
    'not analyzed': notApplicable('Macie has not looked into {label}'),
    error: unknown('Macie failed to look into {label}: its score is {score}'),
  },
  unsaid: notApplicable('Macie gives {label} no score'),
  risk: 'Personal or secret data in a bucket that nobody guards for it is what leaks first.',
  fix: {
    text: 'Look at what Macie found in the bucket. Move or delete what does not belong there, and guard the rest: its own key, no access but for those who need it, a lifecycle. Where the data is meant to be there, exclude the kind of data from the score of this bucket.',
  },
  references: [
    'https://docs.aws.amazon.com/macie/latest/user/discovery-scoring-s3.html',
    'https://docs.aws.amazon.com/macie/latest/APIReference/datasources-s3.html',
  ],
});
