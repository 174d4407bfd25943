import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { switchesOff } from '../../src/services/s3/public-access-block.ts';
import { s3Account } from '../../src/services/s3control/account.ts';

export default defineCheck({
  id: 's3-account-public-access-blocked',
  title: 'The account blocks public access to all its buckets',
  resource: s3Account,
  needs: ['publicAccessBlock'],
  risk: 'Any bucket, future ones included, can be opened to everybody by one wrong policy or ACL.',
  fix: {
    text: 'Turn on all four public-access blocks of the account, after moving what must be public behind CloudFront or to an account of its own: they take effect on every bucket at once. Turning a block off again undoes it.',
    cli: 'aws s3control put-public-access-block --account-id {account} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    terraform:
      'resource "aws_s3_account_public_access_block" "this" {\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  evaluate({ publicAccessBlock }) {
    if (publicAccessBlock === undefined) return fail('The account has no public-access block');
    const off = switchesOff(publicAccessBlock);
    return off.length === 0
      ? pass('The account blocks public access to all its buckets', publicAccessBlock)
      : fail(
          `The account leaves ${off.join(', ')} of its public-access block off; expected all four on`,
          publicAccessBlock,
        );
  },
});
