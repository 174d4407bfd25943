import { listed } from '../../inventory/listed.ts';
import { dms } from './service.ts';

/** A certificate that endpoints trust a database by. */
export const certificate = listed(dms, 'AWS::DMS::Certificate', 'DescribeCertificates', {
  at: 'Certificates',
  input: { MaxRecords: 100 },
  narrows: { Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/dms/latest/APIReference/API_Certificate.html'],
  id: ({ CertificateIdentifier }) => CertificateIdentifier,
  keep: { arn: 'CertificateArn', notBefore: 'ValidFromDate', notAfter: 'ValidToDate' },
  label: ({ id }) => `certificate ${id}`,
});
