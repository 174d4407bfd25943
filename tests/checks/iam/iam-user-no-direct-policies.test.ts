import check from '../../../checks/iam/iam-user-no-direct-policies.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { userBase } from './fixtures.ts';

checkSuite(check, userBase, [
  { when: 'it has no policy', expect: 'pass' },
  {
    when: 'a managed policy is attached',
    given: { attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] },
    expect: 'fail',
    message: /: ReadOnlyAccess$/,
  },
  {
    when: 'an inline policy is embedded',
    given: { inline: [{ name: 'own', document: {} }] },
    expect: 'fail',
    message: /: own$/,
  },
  {
    when: 'there are many',
    given: { inline: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, document: {} })) },
    expect: 'fail',
    message: /a, b, c and 2 more$/,
  },
]);
