import check from '../../../checks/ram/ram-resource-share-principals-trusted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';
import { ownShare } from './shares.ts';

const organization = (id: string) => `arn:aws:organizations::999988887777:organization/${id}`;
const to = (...principals: string[]) => ({ principals });

checkSuite(check, { ...ownShare, ...to(organization('o-oursoursou')) }, [
  {
    when: 'it is for the own organization',
    along: plainMember,
    expect: 'pass',
    message: /gives ec2:Subnet subnet-1 to the own/,
  },
  {
    when: 'it is for another organization',
    given: to(organization('o-else')),
    along: plainMember,
    expect: 'fail',
    message: /organization o-else/,
  },
  {
    when: 'it is for an account that nobody trusts',
    given: to('444455556666', organization('o-oursoursou')),
    along: plainMember,
    expect: 'fail',
    message: /account 444455556666, neither/,
    fix: {
      cli: `aws ram disassociate-resource-share --resource-share-arn ${ownShare.arn} --principals 444455556666 --region eu-west-1`,
    },
  },
  {
    when: 'it is for a trusted account',
    given: to('444455556666'),
    along: plainMember,
    trustedAccounts: ['444455556666'],
    expect: 'pass',
  },
  {
    when: 'only accounts of the organization can be in it',
    given: { ...to('444455556666'), allowsExternal: false },
    along: plainMember,
    expect: 'pass',
  },
  { when: 'it is for a service', given: to('pca-connector-ad.amazonaws.com'), along: plainMember, expect: 'pass' },
  { when: 'the account stands alone', given: to('444455556666'), along: standsAlone, expect: 'fail' },
  {
    when: 'which organization is the own one was not read',
    unreadAlong: organizationUnread,
    expect: 'unknown',
    message: /o-oursoursou/,
  },
  {
    when: 'an account is a stranger whichever organization is the own one',
    given: to('444455556666', organization('o-oursoursou')),
    unreadAlong: organizationUnread,
    expect: 'fail',
  },
  {
    when: 'what it permits is known, of a version that was replaced',
    given: to('444455556666'),
    along: {
      ...plainMember,
      sharePermissions: [
        {
          ...ownShare,
          permissions: [
            {
              arn: 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet',
              version: '1',
              current: false,
              type: 'ec2:subnet',
            },
            { arn: 'arn:aws:ram::aws:permission/Other', version: '1', current: true, type: 'glue:Table' },
          ],
        },
      ],
    },
    expect: 'fail',
    message:
      /gives ec2:Subnet subnet-1 to account 444455556666, .*; what it permits: AWSRAMDefaultPermissionSubnet \(version 1\)$/,
  },
  {
    when: 'what it permits was not read',
    along: plainMember,
    unreadAlong: {
      sharePermissions: {
        actions: ['ram:ListPermissionAssociations'],
        cause: 'ram:ListPermissionAssociations denied: no policy allows it (AccessDeniedException)',
      },
    },
    expect: 'pass',
    message: /; its permissions were not read: ram:ListPermissionAssociations denied/,
  },
  {
    when: 'it holds nothing',
    given: { ...to('444455556666'), resources: [] },
    along: plainMember,
    expect: 'fail',
    message: /gives nothing so far to account/,
  },
  { when: 'it is for nobody', given: to(), along: plainMember, expect: 'not-applicable' },
  { when: 'it was received', given: { received: true }, along: plainMember, expect: 'not-applicable' },
]);
