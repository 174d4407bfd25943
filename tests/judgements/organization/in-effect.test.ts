import { describe, expect, it } from 'vitest';
import { exposure } from '../../../src/iam/index.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { accountOf } from '../../../src/judgements/escalation/escalation.ts';
import { resourceLimits } from '../../../src/judgements/organization/control-policies.ts';
import { policiesInEffect } from '../../../src/judgements/organization/in-effect.ts';
import type { ControlPolicies } from '../../../src/services/organizations/control-policies.ts';
import { administrator, alone, member, role, trust, user } from '../../checks/iam/escalation.ts';
import { controls, notTold, perimeter } from '../../helpers/controls.ts';

const account = { account: '111122223333', partition: 'aws' };
const ownOrganization = 'o-oursoursou';
const management = {
  id: '111122223333',
  details: { id: ownOrganization, featureSet: 'ALL', managementAccount: '111122223333', isManagement: true },
};
const inOne = { ...member, details: { ...member.details, id: ownOrganization } };
/** What `rootOf` leaves of the policies where nothing binds the account. */
const none = (why: string): ControlPolicies => ({ none: why });
const notBound = none('they do not bind the management account');

const noFunctions = { NoFunctions: [{ Effect: 'Deny', Action: 'lambda:CreateFunction', Resource: '*' }] };
const onlyBuckets: ControlPolicies = {
  levels: [
    {
      target: 'r-ab12',
      policies: [
        {
          id: 'p-own00000',
          name: 'Buckets',
          document: '{"Statement":{"Effect":"Allow","Action":["s3:*","iam:*"],"Resource":"*"}}',
        },
      ],
    },
  ],
};

const open = {
  Statement: { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' },
};
const outside = trust({ AWS: '999900001111' });
/** A user who may pass an administrator's role to a function, and a role of an administrator that another account may assume. */
const principals = {
  users: [user('dev', { Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] })],
  roles: [
    role('admin', trust({ Service: 'lambda.amazonaws.com' }), administrator),
    role('partner', outside, administrator),
  ],
  groups: [],
  policies: [],
  instances: [],
};
const tagged = {
  ...principals,
  users: principals.users.map((one) => ({ ...one, tags: {} })),
  roles: principals.roles.map((one) => ({ ...one, tags: {} })),
};

type Organizations = readonly (typeof alone | typeof inOne | typeof management)[];
const scp = (policies?: Parameters<typeof controls>[1]): ControlPolicies =>
  controls('SERVICE_CONTROL_POLICY', policies);
const rcp = (policies?: Parameters<typeof controls>[1]): ControlPolicies =>
  controls('RESOURCE_CONTROL_POLICY', policies);

/** What is said of the user's way, of the other account's and of a queue that lets everybody in. */
function said(
  organizations: Organizations,
  scps: ControlPolicies | 'unread',
  rcps: ControlPolicies | 'unread',
  asRead: boolean,
) {
  const id = account.account;
  const unreadAlong = {
    ...(scps === 'unread' ? { serviceControls: notTold } : {}),
    ...(rcps === 'unread' ? { resourceControls: notTold } : {}),
  };
  const told = {
    serviceControls: scps === 'unread' ? [] : [{ id, serviceControls: scps }],
    resourceControls: rcps === 'unread' ? [] : [{ id, resourceControls: rcps }],
  };
  const facts = { ...tagged, organizations, ...told, network: () => undefined as never } as never;
  const found = findPaths(accountOf(account, facts, { trustedAccounts: [], now: 0, unreadAlong, unreadRegions: [] }), {
    asRead,
  });
  const way = found.principals.find(({ arn }) => arn.endsWith('user/dev'))?.verdict;
  const entry = found.entries.find((one) => one.class === 'cross-account')?.verdict ?? 'none';
  const { rcps: limits, note } = resourceLimits(told, unreadAlong);
  const queue = exposure(
    { kind: 'sqs', arn: `arn:aws:sqs:us-east-1:${id}:q`, policy: open },
    { account: id, organization: { id: ownOrganization }, ...(limits === undefined ? {} : { rcps: limits }) },
  );
  return [way, entry, queue.verdict, note === '' ? 'whole' : 'noted'];
}

describe('policies of the organisation in what stands exposed and in attack paths', () => {
  const closed = ['sqs:*', 'sts:*'];
  it.each<
    [when: string, Organizations, ControlPolicies | 'unread', ControlPolicies | 'unread', asRead: boolean, string[]]
  >([
    [
      'outside an organisation there are none',
      [alone],
      none('the account is in no organization'),
      none('the account is in no organization'),
      false,
      ['proven', 'proven', 'public', 'whole'],
    ],
    [
      'none binds the management account',
      [management],
      notBound,
      notBound,
      false,
      ['proven', 'proven', 'public', 'whole'],
    ],
    [
      'not even those that it was told',
      [management],
      scp(noFunctions),
      notBound,
      false,
      ['proven', 'proven', 'public', 'whole'],
    ],
    [
      'a member is under them',
      [inOne],
      scp(noFunctions),
      rcp(perimeter(...closed)),
      false,
      ['blocked', 'none', 'organization', 'whole'],
    ],
    [
      'of SCPs alone, strangers are not',
      [inOne],
      scp(noFunctions),
      rcp(),
      false,
      ['blocked', 'proven', 'public', 'whole'],
    ],
    [
      'of RCPs alone, its own people are not',
      [inOne],
      scp(),
      rcp(perimeter(...closed)),
      false,
      ['proven', 'none', 'organization', 'whole'],
    ],
    ['what a level does not allow is denied', [inOne], onlyBuckets, rcp(), false, ['none', 'none', 'public', 'whole']],
    [
      'RCPs on another service leave it open',
      [inOne],
      scp(),
      rcp(perimeter('s3:*')),
      false,
      ['proven', 'proven', 'public', 'whole'],
    ],
    ['those that only allow take nothing away', [inOne], scp(), rcp(), false, ['proven', 'proven', 'public', 'whole']],
    [
      'what was not read may deny: nothing is proven',
      [inOne],
      'unread',
      'unread',
      false,
      ['possible', 'possible', 'public', 'noted'],
    ],
    [
      'unread SCPs leave a stranger’s assuming as it is, and not what he may do then',
      [inOne],
      'unread',
      rcp(),
      false,
      ['possible', 'possible', 'public', 'whole'],
    ],
    ['unread RCPs may keep a stranger out', [inOne], scp(), 'unread', false, ['proven', 'possible', 'public', 'noted']],
    ['as read, the others count', [inOne], 'unread', 'unread', true, ['proven', 'proven', 'public', 'noted']],
  ])('%s', (_, organizations, scps, rcps, asRead, expected) => {
    expect(said(organizations, scps, rcps, asRead)).toEqual(expected);
  });
});

it.each<[string, ControlPolicies | undefined, Record<string, object>, object]>([
  ['which there are', scp(noFunctions), {}, { levels: [['FullAWSAccess', 'NoFunctions'], ['FullAWSAccess']] }],
  ['that none bind it', notBound, {}, notBound],
  ['what keeps it from being known', undefined, { serviceControls: notTold }, { unknown: notTold.cause }],
  ['that nobody asked', undefined, {}, { unknown: 'AWS was not asked for them' }],
])('the policies in effect say %s', (_, found, unreadAlong, scps) => {
  const given = found === undefined ? {} : { serviceControls: [{ serviceControls: found }] };
  expect(policiesInEffect.compute(given as never, { unreadAlong } as never)).toMatchObject({ scps });
});
