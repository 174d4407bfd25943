import { along, defineCheck, fail, pass } from '../../src/engine/check.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import { publicAccessBlockSwitches, switchesOff } from '../../src/services/s3/public-access-block.ts';
import { s3Account } from '../../src/services/s3control/account.ts';

/** S3 applies the stricter of the bucket's and the account's settings, switch by switch. */
export default defineCheck({
  id: 's3-bucket-public-access-blocked',
  title: 'Buckets block public access, by themselves or through the account',
  resource: bucket,
  needs: ['publicAccessBlock'],
  along: { accounts: along(s3Account, { needs: ['publicAccessBlock'] }) },
  risk: 'One wrong policy or ACL is enough to open the bucket to everybody, by mistake or by somebody who got hold of credentials.',
  fix: {
    text: 'Turn on all four public-access blocks of the bucket, or of the whole account where nothing has to be public.',
    cli: 'aws s3api put-public-access-block --bucket {name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    terraform:
      'resource "aws_s3_bucket_public_access_block" "this" {\n  bucket                  = "{name}"\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
  },
  clearedBy: ['s3-account-public-access-blocked'],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  evaluate({ name, publicAccessBlock }, { along: { accounts } }) {
    const own = switchesOff(publicAccessBlock);
    if (own.length === 0) return pass(`${name} blocks public access`, { bucket: publicAccessBlock });
    const account = accounts[0]?.publicAccessBlock;
    const off = own.filter((one) => switchesOff(account).includes(one));
    const evidence = { bucket: publicAccessBlock ?? null, account: account ?? null };
    if (off.length === 0) {
      return pass(`${name} is protected by the account's public-access block (${own.join(', ')})`, evidence);
    }
    return off.length === publicAccessBlockSwitches.length
      ? fail(`${name} blocks no public access, and neither does the account`, evidence)
      : fail(`${name} leaves ${off.join(', ')} off, and so does the account; expected all four on`, evidence);
  },
});
