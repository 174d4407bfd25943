import check from '../../../checks/ssm/ssm-parameter-no-plaintext-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '/prod/db/url', type: 'String', valueSecrets: { secrets: [] } }, [
  { when: 'the value is no secret', expect: 'pass' },
  {
    when: 'the value is one',
    given: {
      valueSecrets: { secrets: [{ kind: 'url-credentials', where: { name: '/prod/db/url' }, confidence: 'high' }] },
    },
    expect: 'fail',
    message: /in its value: \/prod\/db\/url \(url-credentials\); expected type SecureString/,
  },
  {
    when: 'it is a SecureString',
    given: { type: 'SecureString', valueSecrets: undefined },
    expect: 'not-applicable',
    message: /SecureString, not String or StringList/,
  },
  { when: 'no item of a StringList is a secret', given: { type: 'StringList' }, expect: 'pass' },
  {
    when: 'the value of a StringList was not examined, as an earlier version left it',
    given: { type: 'StringList', valueSecrets: undefined },
    expect: 'unknown',
  },
  {
    when: 'items of a StringList are secrets',
    given: {
      type: 'StringList',
      valueSecrets: { secrets: [{ kind: 'password', where: { name: '/prod/db/url' }, confidence: 'high' }] },
    },
    expect: 'fail',
    message: /in its value: \/prod\/db\/url \(password\)/,
  },
  {
    when: 'AWS does not say of which type it is',
    given: { type: undefined, valueSecrets: undefined },
    expect: 'unknown',
  },
]);
