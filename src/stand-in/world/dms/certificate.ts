import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const one = (name: string, days: number) => ({
  CertificateIdentifier: name,
  CertificateArn: arnOf('dms', `cert:${name.toUpperCase()}`),
  CertificateOwner: 'example',
  ValidFromDate: daysAgo(400),
  ValidToDate: daysAgo(-days),
});

export default answers(
  'database-migration-service',
  { DescribeCertificates: here({ Certificates: [one('erp-ca', -20), one('shop-ca', 900)] }) },
  { 'AWS::DMS::Certificate': 'shop-ca' },
);
