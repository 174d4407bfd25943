import check from '../../../checks/iam/iam-group-admin-members-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { groupBase, row, userBase } from './fixtures.ts';

const admin = { name: 'AdministratorAccess', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
const member = (id: string, mfaActive: boolean | undefined) => ({
  ...userBase,
  id,
  credentials: { ...row, user: id, mfaActive },
});

checkSuite(check, { ...groupBase, attached: [admin], members: ['alice', 'bob'] }, [
  {
    when: 'every member has MFA',
    along: { users: [member('alice', true), member('bob', true), member('carol', false)] },
    expect: 'pass',
    message: /2 members/,
  },
  {
    when: 'a member has none',
    along: { users: [member('alice', true), member('bob', false)] },
    expect: 'fail',
    message: /: bob$/,
  },
  {
    when: 'a member is not in the report',
    along: { users: [member('alice', true), { ...userBase, id: 'bob', credentials: null }] },
    expect: 'unknown',
    message: /bob/,
  },
  {
    when: 'a member is not known and another has none',
    along: { users: [member('alice', false)] },
    expect: 'fail',
    message: /: alice$/,
  },
  { when: 'the group is empty', given: { members: [] }, expect: 'pass' },
  {
    when: 'the group has no AdministratorAccess',
    given: { attached: [] },
    along: { users: [member('alice', false)] },
    expect: 'not-applicable',
  },
]);
