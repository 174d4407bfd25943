import check from '../../../checks/s3/s3-bucket-policy-no-cross-account.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold as unread, perimeter, resourceControls } from '../../helpers/controls.ts';
import { accessPointOf, accounts, block, policyOf } from '../../helpers/s3.ts';

const arn = 'arn:aws:s3:::logs';
const allow = (principal: unknown, more: object = {}) =>
  policyOf({ Effect: 'Allow', Principal: principal, Action: 's3:GetObject', Resource: `${arn}/*`, ...more });
const orgOnly = (id: string) => ({ Condition: { StringEquals: { 'aws:PrincipalOrgID': id } } });
const member = (id: string | undefined) => [
  { id: '111122223333', details: { id, featureSet: 'ALL', managementAccount: '999900001111', isManagement: false } },
];
const ours = { accounts: accounts(), accessPoints: [], organizations: member('o-oursoursou') };
const inNone = { ...ours, organizations: [{ id: '111122223333', details: undefined }] };
const notTold = { ...ours, organizations: member(undefined) };
const other = 'arn:aws:iam::444455556666:root';

checkSuite(check, { id: 'logs', arn, createdAt: undefined, policy: undefined, publicAccessBlock: undefined }, [
  { when: 'there is no policy', along: ours, expect: 'pass', message: /no bucket policy/ },
  {
    when: 'only the own account is named',
    given: { policy: allow({ AWS: ['111122223333', 'arn:aws:iam::111122223333:role/app'] }) },
    along: ours,
    expect: 'pass',
    message: /no other account/,
  },
  {
    when: 'another account is named',
    given: { policy: allow({ AWS: other }) },
    along: ours,
    expect: 'fail',
    message:
      /^logs is readable by account 444455556666, outside the trusted accounts: s3:GetObject on arn:aws:s3:::logs\/\* by arn:aws:iam::444455556666:root passes by statement 1$/,
  },
  {
    when: 'the other account is trusted',
    given: { policy: allow({ AWS: other }) },
    along: ours,
    trustedAccounts: ['444455556666'],
    expect: 'pass',
    message: /trusted accounts only through its policy and those of its access points: 444455556666/,
  },
  {
    when: 'one of two accounts is trusted',
    given: { policy: allow({ AWS: ['444455556666', '777788889999'] }) },
    along: ours,
    trustedAccounts: ['444455556666'],
    expect: 'fail',
    message: /by account 777788889999, outside the trusted accounts$/,
  },
  {
    when: 'everyone may read',
    given: { policy: allow('*') },
    along: ours,
    expect: 'fail',
    message: /anyone on the internet/,
  },
  {
    when: 'everyone may read, but the bucket restricts it',
    given: { policy: allow('*'), publicAccessBlock: block(true) },
    along: ours,
    expect: 'pass',
  },
  {
    when: 'the own organization is let in',
    given: { policy: allow('*', orgOnly('o-oursoursou')) },
    along: ours,
    expect: 'pass',
    message: /members of the organization only/,
  },
  {
    when: 'another organization is let in',
    given: { policy: allow('*', orgOnly('o-theirsthei')) },
    along: ours,
    expect: 'fail',
    message: /organization o-theirsthei, outside/,
  },
  {
    when: 'an organization is let in and the account is in none',
    given: { policy: allow('*', orgOnly('o-theirsthei')) },
    along: inNone,
    expect: 'fail',
  },
  {
    when: 'an organization is let in and it is not known whose',
    given: { policy: allow('*', orgOnly('o-theirsthei')) },
    along: notTold,
    expect: 'unknown',
    message: /o-theirsthei in, and AWS did not say which organization/,
  },
  {
    when: 'an account is named and the organization is not known',
    given: { policy: allow({ AWS: other }) },
    along: notTold,
    expect: 'fail',
    message: /444455556666/,
  },
  {
    when: 'nobody is named and the organization is not known',
    given: { policy: allow({ AWS: '111122223333' }) },
    along: notTold,
    expect: 'pass',
  },
  {
    when: 'another account is limited to an organization that is not known',
    given: { policy: allow({ AWS: other }, orgOnly('o-oursoursou')) },
    along: notTold,
    expect: 'unknown',
  },
  {
    when: 'another account is limited to the own organization',
    given: { policy: allow({ AWS: other }, orgOnly('o-oursoursou')) },
    along: ours,
    expect: 'pass',
  },
  {
    when: 'an access point lets another account through that the policy trusts',
    given: {
      policy: policyOf({
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:*',
        Resource: [arn, `${arn}/*`],
        Condition: { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } },
      }),
    },
    along: {
      ...ours,
      accessPoints: [
        accessPointOf({
          policy: policyOf({
            Effect: 'Allow',
            Principal: { AWS: other },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/way/object/*',
          }),
        }),
      ],
    },
    expect: 'fail',
    message: /account 444455556666.*access point/,
  },
  { when: 'the policy cannot be parsed', given: { policy: '[' }, along: ours, expect: 'unknown' },
  {
    when: 'a resource control policy leaves the own organization only',
    given: { policy: allow('*') },
    along: { ...ours, ...resourceControls(perimeter('s3:*')) },
    expect: 'pass',
    message: /members of the organization only/,
  },
  {
    when: 'resource control policies are not known, which it says',
    given: { policy: allow({ AWS: other }) },
    along: ours,
    unreadAlong: { resourceControls: unread },
    expect: 'fail',
    message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
  },
]);
