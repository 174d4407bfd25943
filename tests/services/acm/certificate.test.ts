import { expect, it } from 'vitest';
import { certificate } from '../../../src/services/acm/certificate.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const arn = (id: string): string => `arn:aws:acm:eu-west-1:111122223333:certificate/${id}`;

it('every kind of certificate is asked for, and what was imported is not asked after its renewal', async () => {
  const { records, sent } = await collectType(certificate, ['renewal'], {
    ListCertificates: {
      CertificateSummaryList: [
        { CertificateArn: arn('issued'), Type: 'AMAZON_ISSUED' },
        { CertificateArn: arn('imported'), Type: 'IMPORTED' },
      ],
    },
    DescribeCertificate: {
      Certificate: { RenewalSummary: { RenewalStatus: 'FAILED', RenewalStatusReason: 'CAA_ERROR' } },
    },
  });
  expect(Object.fromEntries(records.map(({ item, outcomes }) => [item.id, outcomes['renewal']]))).toEqual({
    issued: { kind: 'present', value: { status: 'FAILED', reason: 'CAA_ERROR' } },
    imported: { kind: 'present', value: {} },
  });
  expect(sent.map(({ input }) => input)).toEqual([
    {
      MaxItems: 1000,
      CertificateKeyPairOrigins: ['AWS_MANAGED', 'ACME', 'CUSTOMER_PROVIDED'],
      Includes: {
        keyTypes: ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'],
      },
    },
    { CertificateArn: arn('issued') },
  ]);
});
