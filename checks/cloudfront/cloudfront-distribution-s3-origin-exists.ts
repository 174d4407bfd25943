import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';
import { shell } from '../../src/text/shell.ts';

/** Where a host without a region leads when S3 does not know the bucket; no LocationConstraint names it. */
const first = 'us-east-1';

export default each(distribution, 'cloudfront-distribution-s3-origin-exists', {
  title: 'Buckets that CloudFront gets files from exist',
  needs: ['buckets'],
  list: 'buckets',
  unless: [switchedOff],
  by: 'exists',
  is: { true: 'good', false: 'bad' },
  called: '{name} (origin {origin})',
  pass: pass('{label} gets files from buckets that exist: {good:some}'),
  fail: fail('{label} gets files from {bad:some}: there is no such bucket'),
  none: notApplicable('{label} has no bucket as origin'),
  undecided: unknown(
    '{label} has a bucket as origin of which S3 cannot be asked: it is in another partition, or its host has no form that is known',
  ),
  risk: "Whoever makes a bucket of the missing one's name, in any account, answers the distribution's visitors under your name and certificate.",
  fix: {
    text: 'Take the origin and the behaviors that lead to it out of the distribution. Where it is still needed, create the bucket again in this account, which takes the name back, then let CloudFront read it by origin access control.',
    exact: ({ buckets }) => ({
      cli: buckets
        .filter(({ exists }) => exists === false)
        .map(({ name, region = first }) =>
          region === first
            ? shell`aws s3api create-bucket --bucket ${name} --region ${region}`
            : shell`aws s3api create-bucket --bucket ${name} --region ${region} --create-bucket-configuration LocationConstraint=${region}`,
        )
        .join('\n'),
    }),
  },
  references: [
    'https://docs.aws.amazon.com/config/latest/developerguide/cloudfront-s3-origin-non-existent-bucket.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html',
  ],
});
