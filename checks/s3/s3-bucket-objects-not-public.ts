import { along, manual, pass } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import { s3Account } from '../../src/services/s3control/account.ts';

const unread = manual(
  'ACLs of objects may make them public in {name}, and were not read: they are one request for each object; expected ACLs switched off, or public ones ignored',
);

/** Where nothing keeps ACLs of objects from making them public, only the objects themselves tell whether they are. */
export default state(bucket, 's3-bucket-objects-not-public', {
  title: 'No object of a bucket is public by an ACL of its own',
  along: { accounts: along(s3Account, { needs: ['publicAccessBlock'], witness: true }) },
  unless: [
    {
      at: 'publicAccessBlock.IgnorePublicAcls',
      is: [true],
      verdict: pass('{name} ignores public ACLs, those of its objects too'),
    },
    {
      such: {},
      along: { accounts: [{ publicAccessBlock: { IgnorePublicAcls: true } }] },
      when: ({ name }, { along: { accounts } }) =>
        accounts.some(({ publicAccessBlock }) => publicAccessBlock?.IgnorePublicAcls === true)
          ? pass(`The account ignores public ACLs, those of the objects of ${name} too`)
          : undefined,
    },
  ],
  at: 'ownership',
  is: {
    BucketOwnerEnforced: pass('{name} has ACLs switched off, those of its objects too'),
    ...sameFor(['BucketOwnerPreferred', 'ObjectWriter'], unread),
  },
  unsaid: unread,
  risk: 'One upload with a public ACL opens an object to everybody, and neither the policy nor the ACL of the bucket shows it.',
  fix: {
    text: 'Block public access of the bucket: public ACLs have no effect from then on, those of objects that are there too. Better still, switch ACLs off with object ownership BucketOwnerEnforced, once nothing needs what they grant.',
    cli: 'aws s3api put-public-access-block --bucket {name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
  },
  clearedBy: ['s3-bucket-acls-disabled', 's3-bucket-public-access-blocked', 's3-account-public-access-blocked'],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
  ],
});
