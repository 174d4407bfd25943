import { lacks } from '../lacks.ts';
const elsewhere = 'no command: the new certificate has to be made and used first';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'acm-certificate-export-reviewed': 'no command: a person looks at who exported it',
  'acm-certificate-in-use': 'the emulator says of no certificate that nothing uses it',
  'acm-certificate-renewal-eligible': elsewhere,
  'acm-certificate-key-algorithm-strong': elsewhere,
  'acm-certificate-no-wildcard-domain': elsewhere,
  'acm-certificate-transparency-logging-enabled': 'no command: what is issued from now on is logged',
  'acm-certificate-not-expired': 'the emulator lists no certificate that has expired',
  'acm-certificate-not-expiring-soon': elsewhere,
  'acm-certificate-not-revoked': lacks('acm', 'RevokeCertificate'),
  'acm-certificate-renewal-not-failed': 'no command: the records are to be put into DNS, wherever that is',
  'acm-certificate-validity-within-browser-limit': elsewhere,
};
