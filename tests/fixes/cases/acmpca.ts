export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'acmpca-certificate-authority-crl-bucket-not-public': 'no command: clients have to find the lists elsewhere first',
  'acmpca-certificate-authority-key-algorithm-strong': 'no command: a key cannot be changed',
  'acmpca-certificate-authority-not-expiring': 'no command: who signs the request decides',
  'acmpca-certificate-authority-policy-not-public': 'no command: who issues from it is for a person to say',
  'acmpca-certificate-authority-revocation-configured': 'the AWS CLI that tests run has a shorter form of OCSP',
};
