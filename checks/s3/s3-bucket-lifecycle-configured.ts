import { fail, pass, unknown } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default some(bucket, 's3-bucket-lifecycle-configured', {
  title: 'Buckets have a lifecycle for their objects',
  needs: ['lifecycle'],
  list: 'lifecycle.rules',
  by: 'status',
  is: { Enabled: 'good', Disabled: 'bad' },
  called: '{id|a rule without a name}',
  pass: pass('{name} has a lifecycle rule that is on: {good:some}'),
  fail: fail('{name} has lifecycle rules, but all are off: {bad:some}'),
  none: fail('{name} has no lifecycle rule'),
  absent: fail('{name} has no lifecycle rule'),
  unsaid: unknown('AWS does not say which lifecycle rules {name} has'),
  risk: 'Objects, their earlier versions and unfinished uploads are kept and paid for without end, in the storage class they came in.',
  fix: {
    text: 'Decide how long objects are needed, when they may move to a cheaper class, and how long earlier versions are kept. The command ends unfinished uploads after seven days, which is right for nearly every bucket; it replaces the rules that the bucket has.',
    exact: ({ name, lifecycle }) =>
      (lifecycle?.rules ?? []).length > 0
        ? { note: 'The bucket has rules that are off: turn on those that are meant to work.' }
        : {
            cli: `aws s3api put-bucket-lifecycle-configuration --bucket ${name} --lifecycle-configuration '{"Rules":[{"ID":"unfinished-uploads","Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}'`,
          },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-13',
  ],
});
