import check from '../../../checks/cloudfront/cloudfront-distribution-viewer-tls-policy-strong.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { distribution } from './distribution.ts';

const by = (minimumProtocol: string | undefined, cloudFrontDefault = false) => ({
  viewerCertificate: {
    cloudFrontDefault,
    acmArn: undefined,
    iamId: undefined,
    minimumProtocol: minimumProtocol as never,
    sslSupport: undefined,
  },
});

checkSuite(
  check,
  {
    ...distribution,
    ...by('TLSv1.2_2021'),
  },
  [
    ...['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'].map((policy) => ({
      when: `its policy is ${policy}`,
      given: by(policy),
      expect: 'pass' as const,
    })),
    ...['SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016', 'TLSv1.2_2018', 'TLSv1.2_2019'].map((policy) => ({
      when: `its policy is ${policy}`,
      given: by(policy),
      expect: 'fail' as const,
    })),
    {
      when: 'ciphers in CBC mode are taken',
      given: by('TLSv1.2_2019'),
      settings: { authenticatedEncryption: false },
      expect: 'pass',
    },
    { when: 'its policy is newer than this version', given: by('TLSv1.3_2031'), expect: 'unknown' },
    { when: 'its policy has a name of every object', given: by('constructor'), expect: 'unknown' },
    { when: 'AWS does not say its policy', given: by(undefined), expect: 'unknown' },
    { when: "it has CloudFront's certificate", given: by('TLSv1', true), expect: 'fail' },
    { when: 'AWS shows another policy with it', given: by('TLSv1.2_2021', true), expect: 'fail' },
    {
      when: 'its tenants bring the certificates',
      given: { ...by('TLSv1', true), connectionMode: 'tenant-only' },
      expect: 'unknown',
    },
    { when: 'it is switched off', given: { ...by('TLSv1'), enabled: false }, expect: 'not-applicable' },
  ],
);
