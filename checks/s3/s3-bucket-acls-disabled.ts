import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default state(bucket, 's3-bucket-acls-disabled', {
  title: 'Buckets have ACLs switched off',
  at: 'ownership',
  is: {
    BucketOwnerEnforced: pass(
      '{name} has ACLs switched off: its owner owns every object, and policies alone give access',
    ),
    BucketOwnerPreferred: fail(
      '{name} uses ACLs (object ownership BucketOwnerPreferred); expected BucketOwnerEnforced',
    ),
    ObjectWriter: fail('{name} uses ACLs (object ownership ObjectWriter); expected BucketOwnerEnforced'),
  },
  // A bucket of the time before this setting: whoever uploads owns the object and its ACL.
  unsaid: fail('{name} uses ACLs: it has no setting of object ownership; expected BucketOwnerEnforced'),
  risk: 'Each object may carry an ACL of its own that opens it to others, or belong to whoever uploaded it, and no policy of the bucket shows that.',
  fix: {
    text: 'Move what the ACLs grant into the policy of the bucket first: the change ends all access by ACLs, and is refused while the ACL of the bucket grants access to others. Server access logs then need the log service in the policy. Setting the former object ownership brings the ACLs back.',
    cli: "aws s3api put-bucket-ownership-controls --bucket {name} --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'",
    terraform:
      'resource "aws_s3_bucket_ownership_controls" "this" {\n  bucket = "{name}"\n  rule {\n    object_ownership = "BucketOwnerEnforced"\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-migrating-acls-prerequisites.html',
  ],
});
