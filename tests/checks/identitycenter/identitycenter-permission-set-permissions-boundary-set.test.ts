import check from '../../../checks/identitycenter/identitycenter-permission-set-permissions-boundary-set.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { emptySet } from './parts.ts';

checkSuite(check, emptySet, [
  { when: 'it has none', expect: 'fail', message: /Work .* has no permissions boundary$/ },
  {
    when: 'it is a policy of AWS',
    given: { boundary: { arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } },
    expect: 'pass',
    message: /policy\/ReadOnlyAccess$/,
  },
  {
    when: 'each account has it for itself',
    given: { boundary: { name: 'most', path: '/team/' } },
    expect: 'pass',
    message: /\/team\/most of each account$/,
  },
]);
