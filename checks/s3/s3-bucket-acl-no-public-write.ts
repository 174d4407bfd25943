import { defineCheck } from '../../src/engine/check.ts';
import { judgeAcl } from '../../src/judgements/exposure/bucket-acl.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import { accountBlockAlong } from '../../src/judgements/exposure/bucket.ts';

export default defineCheck({
  id: 's3-bucket-acl-no-public-write',
  title: 'Bucket ACLs do not let the public write',
  resource: bucket,
  needs: ['acl', 'ownership', 'publicAccessBlock'],
  along: accountBlockAlong,
  risk: 'Strangers replace or delete objects, plant malware for whoever downloads them, or give themselves every other right.',
  fix: {
    text: 'Switch ACLs off (bucket owner enforced), after moving grants that are still needed to the bucket policy: the command takes away all but those of the owner.',
    cli: 'aws s3api put-bucket-acl --bucket {name} --acl private\naws s3api put-bucket-ownership-controls --bucket {name} --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"',
    terraform:
      'resource "aws_s3_bucket_ownership_controls" "this" {\n  bucket = "{name}"\n  rule {\n    object_ownership = "BucketOwnerEnforced"\n  }\n}',
  },
  clearedBy: ['s3-account-public-access-blocked', 's3-bucket-public-access-blocked'],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  ],
  evaluate(subject, { now, trustedAccounts, along, unreadAlong }) {
    return judgeAcl(subject, along, { now, trustedAccounts, unreadAlong }, ['write', 'administer']);
  },
});
