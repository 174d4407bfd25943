import check from '../../../checks/organizations/organizations-scp-attached-to-organizational-units.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { branches } from '../../helpers/organization.ts';
import { manages, organizationUnread, plainMember } from '../../helpers/standing.ts';

const closing = { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' };
const allowing = { Effect: 'Allow', Action: 'ec2:*', Resource: '*' };

checkSuite(check, { id: 'ou-ab12-inner', name: 'Shop', parent: 'ou-ab12-outer' }, [
  {
    when: 'it is limited at the root',
    along: { ...manages(), ...branches({ atRoot: { Stay: [closing] } }) },
    expect: 'pass',
  },
  {
    when: 'it is limited by the unit above',
    along: { ...manages(), ...branches({ inUnit: { Stay: [closing] } }) },
    expect: 'pass',
    message: /SCP Stay/,
  },
  {
    when: 'FullAWSAccess is all',
    along: { ...manages(), ...branches({}) },
    expect: 'fail',
    message: /FullAWSAccess is all/,
  },
  {
    when: 'what is attached besides FullAWSAccess takes nothing away',
    along: { ...manages(), ...branches({ inUnit: { Compute: [allowing] } }) },
    expect: 'fail',
  },
  {
    when: 'an account below is limited, and it is not',
    along: { ...manages(), ...branches({ onAccount: { Stay: [closing] } }) },
    expect: 'fail',
  },
  {
    when: 'the policies are turned off',
    along: { ...manages(), ...branches({}), roots: [{ id: 'r-ab12', types: {} }] },
    expect: 'fail',
    message: /turned off/,
  },
  { when: 'the account is a plain member', along: plainMember, expect: 'not-applicable' },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
