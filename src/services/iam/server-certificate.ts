import { listed } from '../../inventory/listed.ts';
import { iam } from './service.ts';

/** A certificate stored in IAM: the store for load balancers in regions without Certificate Manager. */
export const serverCertificate = listed(iam, 'AWS::IAM::ServerCertificate', 'ListServerCertificates', {
  at: 'ServerCertificateMetadataList',
  input: { MaxItems: 1000 },
  narrows: { PathPrefix: 'unless given' },
  id: ({ ServerCertificateName }) => ServerCertificateName,
  keep: { arn: 'Arn', uploadedAt: 'UploadDate', expiresAt: 'Expiration' },
  arn: ({ id }, { partition, account }) => `arn:${partition}:iam::${account}:server-certificate/${id}`,
});
