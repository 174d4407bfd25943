import check from '../../../checks/identitycenter/identitycenter-trusted-token-issuer-reviewed.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const id = 'tti-00000000-0000-4000-8000-000000000001';
const at = (url: string | undefined) => ({ oidc: { url, claim: 'email', attribute: 'emails.value' } });

checkSuite(
  check,
  {
    id,
    name: 'jupyter',
    arn: `arn:aws:sso::111122223333:trustedTokenIssuer/ssoins-1111222233334444/${id}`,
    ...at('https://login.example.com/'),
  },
  [
    {
      when: 'nobody has looked at it',
      expect: 'manual',
      message: /https:\/\/login\.example\.com\/, whose claim email/,
    },
    { when: 'the setting names it', settings: { issuers: ['https://login.example.com/'] }, expect: 'pass' },
    {
      when: 'the setting names it without the slash, in capitals',
      settings: { issuers: ['https://LOGIN.example.com'] },
      expect: 'pass',
    },
    { when: 'the setting names another one', settings: { issuers: ['https://login.example.org'] }, expect: 'manual' },
    {
      when: 'its keys come over plain HTTP',
      given: at('http://login.example.com/'),
      settings: { issuers: ['http://login.example.com/'] },
      expect: 'fail',
    },
    { when: 'AWS does not say where', given: at(undefined), expect: 'unknown' },
    { when: 'it is of a kind that is not known', given: { oidc: undefined }, expect: 'unknown' },
  ],
);
