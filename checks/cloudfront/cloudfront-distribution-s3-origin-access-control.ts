import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

/** A bucket by its REST endpoint; the website of a bucket (`s3-website`) takes no access control. */
const isBucket = (domain: string | undefined): boolean =>
  /\.s3(?:[.-](?!website)[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/i.test(domain ?? '');

export default each(distribution, 'cloudfront-distribution-s3-origin-access-control', {
  title: 'CloudFront reaches buckets by origin access control',
  list: 'origins',
  unless: [switchedOff],
  test: ({ isS3, domainName, originAccessControlId }) => {
    if (!isS3 && !isBucket(domainName)) return 'skip';
    return originAccessControlId === undefined ? 'bad' : 'good';
  },
  such: {
    good: { id: 'files', isS3: true, originAccessControlId: 'E2OAC' },
    bad: { id: 'pictures', isS3: true, originAccessIdentity: 'origin-access-identity/cloudfront/E1' },
  },
  called: ({ id, originAccessIdentity }) =>
    originAccessIdentity === undefined ? (id ?? '') : `${id ?? ''} (by a legacy origin access identity)`,
  pass: pass('{label} reaches {good:some} by origin access control'),
  fail: fail('{label} reaches {bad:some} without origin access control'),
  none: notApplicable('{label} has no bucket as origin'),
  risk: 'The bucket has to be public, or trusts an identity that knows no KMS keys and no newer regions: who asks the bucket itself passes web ACL, signed URLs and logs.',
  fix: {
    text: 'Make an origin access control that always signs, let the bucket policy allow s3:GetObject to cloudfront.amazonaws.com where aws:SourceArn is this distribution (and the key policy kms:Decrypt), set it at the origin, then take the public statement or the identity out of the policy.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
});
