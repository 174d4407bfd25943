import { fail, pass, unknown } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default some(bucket, 's3-bucket-replication-enabled', {
  title: 'Buckets replicate their objects to another bucket',
  needs: ['replication'],
  list: 'replication.rules',
  by: 'status',
  is: { Enabled: 'good', Disabled: 'bad' },
  called: '{id|a rule without a name}[ (to {to})]',
  pass: pass('{name} replicates objects by rule {good:some}'),
  fail: fail('{name} has replication rules, but all are off: {bad:some}'),
  none: fail('{name} replicates its objects to no other bucket'),
  absent: fail('{name} replicates its objects to no other bucket'),
  unsaid: unknown('AWS does not say by which rules {name} replicates its objects'),
  risk: 'Where the region or the account is lost, or the bucket is emptied, there is no other copy.',
  fix: {
    text: 'Where the data must outlive the bucket, replicate it to a bucket of another region or account: both need versioning, and S3 a role that reads here and writes there. Copies are stored and paid for; objects that are there already are copied by a batch job only.',
    exact: ({ name, replication }) =>
      (replication?.rules ?? []).length > 0
        ? { note: 'The bucket has rules that are off: turn on those that are meant to work.' }
        : {
            cli: `aws s3api put-bucket-replication --bucket ${name} --replication-configuration '{"Role":"ROLE_ARN","Rules":[{"ID":"all","Priority":1,"Status":"Enabled","Filter":{"Prefix":""},"DeleteMarkerReplication":{"Status":"Disabled"},"Destination":{"Bucket":"COPY_BUCKET_ARN"}}]}'`,
          },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
  ],
});
