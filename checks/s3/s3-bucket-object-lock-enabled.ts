import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default state(bucket, 's3-bucket-object-lock-enabled', {
  title: 'Buckets can keep objects from being deleted (Object Lock)',
  at: 'objectLock.enabled',
  is: {
    Enabled: pass('{name} has Object Lock on[, with {objectLock.rule} retention of new objects by default]'),
  },
  absent: fail('{name} has no Object Lock'),
  unsaid: unknown('AWS does not say whether {name} has Object Lock on'),
  risk: 'Whoever may delete objects deletes all versions too: backups, logs and evidence do not outlive stolen credentials.',
  fix: {
    text: 'Turn Object Lock on where objects must outlive mistakes and intruders: it needs versioning and cannot be turned off again, and a bucket with it takes no server access logs. It protects nothing by itself: objects need a retention of their own, or the bucket one by default.',
    cli: 'aws s3api put-bucket-versioning --bucket {name} --versioning-configuration Status=Enabled\naws s3api put-object-lock-configuration --bucket {name} --object-lock-configuration ObjectLockEnabled=Enabled',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-15',
  ],
});
