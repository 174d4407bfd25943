import { defineCheck, fail, notApplicable, unknown } from '../../src/engine/check.ts';
import { judgeLogBucket, logBucketAlong } from '../../src/judgements/logs/log-bucket.ts';
import { certificateAuthority } from '../../src/services/acmpca/authority.ts';

export default defineCheck({
  id: 'acmpca-certificate-authority-crl-bucket-not-public',
  title: 'Lists of revoked certificates are in no public bucket',
  resource: certificateAuthority,
  along: logBucketAlong,
  risk: 'Everybody reads how many certificates were taken back and when; where others may write too, a forged list keeps a stolen certificate trusted.',
  fix: {
    text: 'Set the ACL of the lists to BUCKET_OWNER_FULL_CONTROL, serve them by a CloudFront distribution that alone reads the bucket (`CustomCname`), then block public access on the bucket. Clients that ask the bucket itself cannot fetch lists any more.',
  },
  references: [
    'https://docs.aws.amazon.com/privateca/latest/userguide/crl-planning.html#s3-bpa',
    'https://docs.aws.amazon.com/privateca/latest/APIReference/API_CrlConfiguration.html',
  ],
  evaluate({ name, status, revocation, crlBucket, crlAcl }, context) {
    if (status === 'DELETED') return notApplicable(`${name} was deleted`);
    if (revocation === undefined)
      return unknown(`AWS does not say whether ${name} writes lists of revoked certificates`);
    if (revocation !== 'crl' && revocation !== 'both')
      return notApplicable(`${name} writes no lists of revoked certificates`);
    const bucket = context.along.buckets.find((one) => one.id === crlBucket);
    if (bucket === undefined || crlAcl === 'BUCKET_OWNER_FULL_CONTROL') return judgeLogBucket(name, crlBucket, context);
    // A list is public by its own ACL, unless the bucket knows no ACLs or public ones have no effect.
    const ignored = [bucket.publicAccessBlock, context.along.accounts[0]?.publicAccessBlock].some(
      (block) => block?.IgnorePublicAcls === true,
    );
    if (ignored || bucket.ownership === 'BucketOwnerEnforced') return judgeLogBucket(name, crlBucket, context);
    return crlAcl === undefined
      ? unknown(`AWS does not say who may read the lists that ${name} writes to bucket ${bucket.id}`)
      : fail(
          `${name} writes lists of revoked certificates to bucket ${bucket.id} that everybody may read (${crlAcl})`,
          {
            bucket: bucket.id,
            acl: crlAcl,
          },
        );
  },
});
