import check from '../../../checks/identitycenter/identitycenter-management-account-assignments-limited.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';
import { assigned, team } from './assigned.ts';
import { allow, attached, emptySet } from './parts.ts';

const set = (given: object = {}) => ({ sets: [{ ...emptySet, ...given }] });
const admin = set(attached({ AdministratorAccess: allow('*') }));

checkSuite(check, assigned, [
  {
    when: 'the set gives everything in the management account',
    along: { ...manages(), ...admin },
    expect: 'fail',
    message: /the management account, is assigned to 1 principal and gives full administration/,
    fix: {
      cli: `aws sso-admin delete-account-assignment --instance-arn ${assigned.instance} --target-id 111122223333 --target-type AWS_ACCOUNT --permission-set-arn ${assigned.permissionSet} --principal-type GROUP --principal-id ${team.id} --region eu-west-1`,
    },
  },
  {
    when: 'it gives a service as a whole',
    along: { ...manages(), ...set({ inline: allow('ec2:*') }) },
    expect: 'fail',
  },
  { when: 'it only reads', along: { ...manages(), ...set({ inline: allow('ec2:Describe*') }) }, expect: 'pass' },
  {
    when: 'those have it that are meant to',
    along: { ...manages(), ...admin },
    settings: { principals: [team.id] },
    expect: 'pass',
    message: /those who are meant to have it/,
  },
  {
    when: 'somebody else has it too',
    given: { principals: [team, { id: 'x', type: 'USER' }] },
    along: { ...manages(), ...admin },
    settings: { principals: [team.id] },
    expect: 'fail',
    message: /1 principal/,
  },
  {
    when: 'it is in another account',
    given: { target: '444455556666' },
    along: { ...manages(), ...admin },
    expect: 'not-applicable',
  },
  { when: 'the account is a member', along: { ...plainMember, ...admin }, expect: 'not-applicable' },
  { when: 'nobody has it', given: { principals: [] }, along: { ...manages(), ...admin }, expect: 'not-applicable' },
  { when: 'the account stands alone', along: { ...standsAlone, ...admin }, expect: 'not-applicable' },
  {
    when: 'whether it is in an organization was not read',
    along: admin,
    unreadAlong: organizationUnread,
    expect: 'unknown',
  },
  { when: 'the set was not read', along: { ...manages(), sets: [] }, expect: 'unknown', message: /were not read/ },
  {
    when: 'it has a policy that each account has for itself',
    along: { ...manages(), ...set({ ownPolicies: [{ name: 'a', path: '/' }] }) },
    expect: 'unknown',
  },
]);
