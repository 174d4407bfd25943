import check from '../../../checks/identitycenter/identitycenter-assigned-group-not-empty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { assigned, person, team } from './assigned.ts';

const other = { ...team, id: '77777777-8888-9999-0000-111111111111' };

checkSuite(check, assigned, [
  { when: 'its group has members', expect: 'pass' },
  {
    when: 'one of two groups has none',
    given: { principals: [team, other], emptyGroups: [other.id] },
    expect: 'fail',
    message: /a group that nobody is in: 77777777/,
    fix: {
      cli: `aws sso-admin delete-account-assignment --instance-arn ${assigned.instance} --target-id 111122223333 --target-type AWS_ACCOUNT --permission-set-arn ${assigned.permissionSet} --principal-type GROUP --principal-id ${other.id} --region eu-west-1`,
    },
  },
  {
    when: 'a group was deleted',
    given: { emptyGroups: undefined },
    expect: 'fail',
    message: /does not exist any more, one of 66666666/,
  },
  { when: 'people alone have it', given: { principals: [person] }, expect: 'not-applicable' },
  { when: 'the instance does not say whose groups they are', given: { emptyGroups: null }, expect: 'unknown' },
]);
