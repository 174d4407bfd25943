import check from '../../../checks/identitycenter/identitycenter-assignments-to-groups-only.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { assigned, person, team } from './assigned.ts';

checkSuite(check, assigned, [
  { when: 'a group has it', expect: 'pass', message: /assigned to 1 group only/ },
  { when: 'groups have it', given: { principals: [team, { ...team, id: 'x' }] }, expect: 'pass', message: /2 groups/ },
  {
    when: 'a user has it beside a group',
    given: { principals: [team, person] },
    expect: 'fail',
    message: /a single user: 11111111-2222-3333-4444-555555555555/,
    fix: {
      cli: `aws sso-admin delete-account-assignment --instance-arn ${assigned.instance} --target-id 111122223333 --target-type AWS_ACCOUNT --permission-set-arn ${assigned.permissionSet} --principal-type USER --principal-id ${person.id} --region eu-west-1`,
    },
  },
  {
    when: 'many users have it',
    given: { principals: ['a', 'b', 'c', 'd'].map((id) => ({ ...person, id })) },
    expect: 'fail',
    message: /4 single users: a, b, c and 1 more/,
  },
  { when: 'nobody has it', given: { principals: [] }, expect: 'not-applicable' },
  { when: 'AWS does not say who has it', given: { principals: [{ ...person, type: undefined }] }, expect: 'unknown' },
]);
