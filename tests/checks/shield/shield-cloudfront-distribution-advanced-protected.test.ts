import check from '../../../checks/shield/shield-cloudfront-distribution-advanced-protected.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { protecting, subscribed, unsubscribed } from '../../helpers/shield.ts';

const arn = 'arn:aws:cloudfront::111122223333:distribution/E1';

checkSuite(
  check,
  {
    id: 'E1',
    name: 'www.example.com',
    arn,
    enabled: true,
    status: 'Deployed',
    domainName: 'd1.cloudfront.net',
    aliases: ['www.example.com'],
    webAclId: undefined,
    priceClass: undefined,
    httpVersion: undefined,
    staging: false,
    viewerCertificate: {
      cloudFrontDefault: undefined,
      acmArn: undefined,
      iamId: undefined,
      minimumProtocol: undefined,
      sslSupport: undefined,
    },
    origins: [],
    viewerProtocolPolicies: [],
  },
  [
    {
      when: 'a protection names it',
      along: { shield: [subscribed], protections: [protecting('arn:aws:x:::other'), protecting(arn)] },
      expect: 'pass',
    },
    {
      when: 'no protection names it',
      along: { shield: [subscribed], protections: [protecting(`${arn}2`), protecting(undefined)] },
      expect: 'fail',
      message: /not protected/,
    },
    { when: 'there are no protections', along: { shield: [subscribed] }, expect: 'fail' },
    {
      when: 'the account is not subscribed',
      along: { shield: [unsubscribed] },
      expect: 'not-applicable',
      message: /not subscribed/,
    },
    { when: 'the partition has no Shield Advanced', expect: 'not-applicable', message: /partition/ },
    {
      when: 'the state of the subscription is not told',
      along: { shield: [{ ...subscribed, state: undefined }] },
      expect: 'unknown',
    },
    {
      when: 'it is disabled',
      given: { enabled: false },
      along: { shield: [subscribed] },
      expect: 'not-applicable',
      message: /disabled/,
    },
    {
      when: 'it has no name but its id',
      given: { name: 'E1' },
      along: { shield: [subscribed] },
      expect: 'fail',
      message: /^E1 is not/,
    },
  ],
);
