import { privateBucket } from '../../helpers/log-bucket.ts';

/** A private authority that tells by lists what it has taken back. */
export const authority = {
  id: 'b1',
  arn: 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/b1',
  name: 'Services',
  status: 'ACTIVE' as 'ACTIVE' | 'DELETED' | undefined,
  level: 'SUBORDINATE' as const,
  createdAt: undefined,
  notBefore: undefined,
  notAfter: undefined,
  keyAlgorithm: 'RSA_2048',
  keyStorage: undefined,
  usageMode: undefined,
  revocation: 'crl' as 'both' | 'crl' | 'none' | 'ocsp' | undefined,
  crlBucket: privateBucket.id as string | undefined,
  crlAcl: 'BUCKET_OWNER_FULL_CONTROL' as 'BUCKET_OWNER_FULL_CONTROL' | 'PUBLIC_READ' | undefined,
};
