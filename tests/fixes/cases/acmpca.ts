import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'acmpca-root-ca-disabled': async (aws) => {
    const settings = { KeyAlgorithm: 'RSA_2048', SigningAlgorithm: 'SHA256WITHRSA', Subject: { CommonName: 'Root' } };
    const arn =
      await aws`acm-pca create-certificate-authority --certificate-authority-type ROOT --certificate-authority-configuration ${settings} --query CertificateAuthorityArn --output text`;
    await aws`acm-pca update-certificate-authority --certificate-authority-arn ${arn} --status ACTIVE`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'acmpca-certificate-authority-audit-report-recent': 'The emulator has no event history',
  'acmpca-certificate-authority-crl-bucket-not-public': 'no command: clients have to find the lists elsewhere first',
  'acmpca-certificate-authority-key-algorithm-strong': 'no command: a key cannot be changed',
  'acmpca-certificate-authority-not-expiring': 'no command: who signs the request decides',
  'acmpca-certificate-authority-post-quantum-key': 'no command: a key cannot be changed',
  'acmpca-certificate-authority-policy-not-public': 'no command: who issues from it is for a person to say',
  'acmpca-certificate-authority-revocation-configured': 'the AWS CLI that tests run has a shorter form of OCSP',
  'acmpca-key-storage-fips-level-3': 'no command: where a key is kept cannot be changed',
};
