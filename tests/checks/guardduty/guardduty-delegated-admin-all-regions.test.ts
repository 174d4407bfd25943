import check from '../../../checks/guardduty/guardduty-delegated-admin-all-regions.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, plainMember, standsAlone } from '../../helpers/standing.ts';

const here = { id: '111122223333', name: 'GuardDuty in eu-west-1' };
const delegated = [{ account: '999988887777', status: 'ENABLED' }];
const elsewhere = {
  id: '111122223333',
  name: 'GuardDuty in us-east-1',
  region: 'us-east-1',
  organizationConfiguration: { autoEnableMembers: 'ALL' as const },
};

const members = [{ id: '777788889999', detectorId: 'd1', relationship: 'Enabled' as string | undefined }];

checkSuite(check, { ...here, organizationAdmins: undefined, organizationConfiguration: undefined }, [
  {
    when: 'the management account sees a delegated administrator',
    given: { organizationAdmins: delegated },
    along: manages(),
    expect: 'pass',
    message: /by account 999988887777/,
  },
  {
    when: 'the management account sees none',
    given: { organizationAdmins: [] },
    along: manages(),
    expect: 'fail',
    message: /no delegated administrator/,
  },
  {
    when: 'the delegation is being taken back',
    given: { organizationAdmins: [{ account: '999988887777', status: 'DISABLE_IN_PROGRESS' }] },
    along: manages(),
    expect: 'fail',
  },
  {
    when: 'the administrator takes in all accounts',
    given: { organizationConfiguration: { autoEnableMembers: 'ALL' } },
    along: { ...manages(), members },
    expect: 'pass',
    message: /for all member/,
  },
  {
    when: 'the administrator takes in new accounts',
    given: { organizationConfiguration: { autoEnableMembers: 'NEW' } },
    along: { ...plainMember, members },
    expect: 'pass',
    message: /for new member/,
  },
  {
    when: 'the administrator takes in no accounts',
    given: { organizationConfiguration: { autoEnableMembers: 'NONE' } },
    along: manages(),
    expect: 'fail',
  },
  {
    when: 'the management account administers GuardDuty itself and takes in no accounts',
    given: {
      organizationAdmins: [{ account: '111122223333', status: 'ENABLED' }],
      organizationConfiguration: { autoEnableMembers: 'NONE' },
    },
    along: manages(),
    expect: 'fail',
  },
  {
    when: 'the delegated administrator has no member',
    given: { organizationConfiguration: { autoEnableMembers: 'ALL' } },
    along: plainMember,
    expect: 'fail',
    message: /no account of the organization is a member/,
  },
  {
    when: 'the management account administers GuardDuty for no other account and takes in all',
    given: { organizationConfiguration: { autoEnableMembers: 'ALL' } },
    along: manages(),
    expect: 'pass',
  },
  {
    when: 'the management account administers GuardDuty without members and takes in new ones',
    given: { organizationConfiguration: { autoEnableMembers: 'NEW' } },
    along: manages(),
    expect: 'unknown',
    message: /whether the organization has other accounts/,
  },
  {
    when: 'the account is in no organization',
    along: standsAlone,
    expect: 'not-applicable',
    message: /not in an organization/,
  },
  {
    when: 'the configuration says nothing of members',
    given: { organizationConfiguration: { autoEnableMembers: undefined } },
    along: manages(),
    expect: 'unknown',
  },
  {
    when: 'the account is the administrator in another region only',
    along: { ...manages(), everywhere: [elsewhere, { ...here, organizationConfiguration: undefined }] },
    expect: 'fail',
    message: /in us-east-1$/,
  },
  {
    when: 'another account administers GuardDuty',
    along: { ...plainMember, everywhere: [{ ...here, organizationConfiguration: undefined }] },
    expect: 'not-applicable',
    message: /judged in account 999988887777, or/,
  },
]);
