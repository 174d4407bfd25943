export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'acm-certificate-not-expired': 'the emulator lists no certificate that has expired',
  'acm-certificate-not-expiring-soon':
    'no command: the new certificate comes from outside AWS, or from a zone that AWS may not manage',
  'acm-certificate-key-algorithm-strong': 'no command: who uses the certificate has to be moved to another',
};
