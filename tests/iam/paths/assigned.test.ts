import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { shortName } from '../../../src/iam/paths/summary.ts';
import { assignedIn } from '../../../src/judgements/escalation/escalation.ts';
import { ACCOUNT, ADMINISTRATOR, allow, details, doc, iamArn, trustService, type RoleSpec } from './account.ts';

const suffix = '0123456789abcdef';
const provider = iamArn(`saml-provider/AWSSSO_${suffix}_DO_NOT_DELETE`);
const saml = doc({
  Principal: { Federated: provider },
  Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
  Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
});
const path = '/aws-reserved/sso.amazonaws.com/eu-west-1/';
const reserved = (rest: Partial<RoleSpec>): RoleSpec => ({ trust: saml, path, ...rest });
const roleName = (set: string, end = suffix): string => `AWSReservedSSO_${set}_${end}`;
const group = { id: '1111-g', type: 'GROUP' };
const user = { id: '2222-u', type: 'USER' };
const groupArn = 'arn:aws:identitystore:::group/1111-g';
const userArn = 'arn:aws:identitystore:::user/2222-u';

const passes = { inline: [doc(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']))] };
const reads = { inline: [doc(allow('s3:GetObject'))] };
const everything = { attached: [ADMINISTRATOR] };
const lambdaAdmin: RoleSpec = { attached: [ADMINISTRATOR], trust: trustService('lambda.amazonaws.com') };

const search = (roles: Readonly<Record<string, RoleSpec>>, surroundings: Surroundings, options = {}) =>
  findPaths(accountFromDetails(details({ roles: { 'lambda-admin': lambdaAdmin, ...roles } }), surroundings), options);

const dev = { [roleName('dev')]: reserved(passes) };
const assigned = (name: string | undefined, ...principals: { id: string; type: string | undefined }[]) => ({
  assigned: [{ name, principals }],
});
const denySaml = (condition?: unknown) => [
  [
    { name: 'RCP full', document: doc({ Principal: '*', Action: '*', Resource: '*' }) },
    {
      name: 'RCP no-saml',
      document: doc({
        Effect: 'Deny',
        Principal: '*',
        Action: 'sts:*',
        Resource: '*',
        ...(condition === undefined ? {} : { Condition: condition }),
      }),
    },
  ],
];

const cases: [
  when: string,
  roles: Readonly<Record<string, RoleSpec>>,
  surroundings: Surroundings,
  arn: string,
  expected: [verdict: string | undefined, admin: boolean, ...edges: string[]],
][] = [
  [
    'a group whose set may pass roles',
    dev,
    assigned('dev', group),
    groupArn,
    ['proven', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'a user whose set may pass roles',
    dev,
    assigned('dev', user),
    userArn,
    ['proven', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'a set that administers',
    { [roleName('dev')]: reserved(everything) },
    assigned('dev', group),
    groupArn,
    ['proven', true, 'identity-center'],
  ],
  ['a set that only reads', { [roleName('dev')]: reserved(reads) }, assigned('dev', group), groupArn, ['none', false]],
  ['nobody has the set', dev, assigned('dev'), groupArn, [undefined, false]],
  ['a set of another name', dev, assigned('Dev', group), groupArn, ['none', false]],
  ['a set whose name AWS did not say', dev, assigned(undefined, group), groupArn, ['unknown', false]],
  [
    'a name with underscores',
    { [roleName('a_dev_0123456789abcdef')]: reserved(passes) },
    assigned('a_dev_0123456789abcdef', group),
    groupArn,
    ['proven', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'a role of that name outside the reserved path',
    { [roleName('dev')]: { ...reserved(passes), path: '/' } },
    assigned('dev', group),
    groupArn,
    ['none', false],
  ],
  [
    'two roles that a set may have made',
    { ...dev, [roleName('dev', 'fedcba9876543210')]: reserved(reads) },
    assigned('dev', group),
    groupArn,
    ['possible', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'a trust that lets no identity provider in',
    { [roleName('dev')]: { ...reserved(passes), trust: trustService('sso.amazonaws.com') } },
    assigned('dev', group),
    groupArn,
    ['none', false],
  ],
  [
    'a principal of a type of tomorrow',
    dev,
    assigned('dev', { id: 'x', type: 'TEAM' }),
    'arn:aws:identitystore:::principal/x',
    ['proven', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'an RCP that denies the sign-in',
    dev,
    { ...assigned('dev', group), rcps: denySaml() },
    groupArn,
    ['possible', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'an RCP that was not read',
    dev,
    { ...assigned('dev', group), rcps: 'unknown' },
    groupArn,
    ['possible', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'an SCP that denies the step',
    dev,
    {
      ...assigned('dev', group),
      scps: [
        [
          {
            name: 'SCP',
            document: doc(allow('*'), { Effect: 'Deny', Action: 'lambda:CreateFunction', Resource: '*' }),
          },
        ],
      ],
    },
    groupArn,
    ['blocked', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'the same beside a set whose name AWS did not say',
    dev,
    {
      assigned: [
        { name: 'dev', principals: [group] },
        { name: undefined, principals: [group] },
      ],
      scps: [
        [
          {
            name: 'SCP',
            document: doc(allow('*'), { Effect: 'Deny', Action: 'lambda:CreateFunction', Resource: '*' }),
          },
        ],
      ],
    },
    groupArn,
    ['unknown', false, 'identity-center', 'lambda-create-invoke'],
  ],
  [
    'the same in the management account, which SCPs do not bind',
    dev,
    {
      ...assigned('dev', group),
      managementAccount: true,
      scps: [
        [
          {
            name: 'SCP',
            document: doc(allow('*'), { Effect: 'Deny', Action: 'lambda:CreateFunction', Resource: '*' }),
          },
        ],
      ],
    },
    groupArn,
    ['proven', false, 'identity-center', 'lambda-create-invoke'],
  ],
];

describe('who is assigned a permission set', () => {
  it.each(cases)('%s', (_, roles, surroundings, arn, [verdict, admin, ...edges]) => {
    const { principals, entries } = search(roles, surroundings);
    const found = principals.find((one) => one.arn === arn);
    expect([found?.verdict, found?.admin ?? false, ...(found?.paths[0]?.steps.map(({ edge }) => edge) ?? [])]).toEqual([
      verdict,
      admin,
      ...edges,
    ]);
    expect(entries.filter((one) => one.class === 'identity-center')).toEqual([]);
  });

  it('is the surest of its sets, with the ways of all', () => {
    const roles = { ...dev, [roleName('read')]: reserved(reads), [roleName('admin')]: reserved(everything) };
    const surroundings: Surroundings = {
      assigned: ['read', 'dev', 'admin'].map((name) => ({ name, principals: [group] })),
    };
    const found = search(roles, surroundings).principals.filter(({ arn }) => arn === groupArn);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ admin: true, verdict: 'proven' });
    expect(found[0]?.paths.map(({ steps }) => steps.map(({ to }) => shortName(to)))[0]).toEqual([
      `role${path}${roleName('admin')}`,
    ]);
    const [brief] = search(roles, surroundings, { brief: true }).principals.filter(({ arn }) => arn === groupArn);
    expect(brief?.paths).toHaveLength(1);
  });

  it('comes to the role of the set itself', () => {
    const to = `arn:aws:iam::${ACCOUNT}:role${path}${roleName('dev')}`;
    const { principals } = search(dev, assigned('dev', group), { to });
    const found = principals.find(({ arn }) => arn === groupArn);
    expect(found).toMatchObject({ admin: false, verdict: 'proven' });
    expect(found?.paths[0]?.steps.map((step) => step.to)).toEqual([to]);
  });

  it('is called by what it is', () => {
    expect(shortName(groupArn)).toBe('Identity Center group/1111-g');
  });
});

describe('a permission set of which it is not known who has it', () => {
  it.each<
    [when: string, roles: Readonly<Record<string, RoleSpec>>, assignedTo: Surroundings['assigned'], ways: string[]]
  >([
    ['is a way in that depends on it', dev, undefined, ['possible']],
    ['is no way in where it leads nowhere', { [roleName('dev')]: reserved(reads) }, undefined, []],
    ['is no way in where nobody has any', dev, [], []],
    [
      'is no way in where its trust lets nobody in',
      { [roleName('dev')]: { ...reserved(passes), trust: doc() } },
      undefined,
      [],
    ],
  ])('%s', (_, roles, assignedTo, ways) => {
    const { entries, principals } = search(roles, { assigned: assignedTo });
    expect(entries.filter((one) => one.class === 'identity-center').map(({ verdict }) => verdict)).toEqual(ways);
    expect(principals.some(({ arn }) => arn.includes(':identitystore:'))).toBe(false);
  });
});

const set = { arn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1', name: 'dev', principals: [group] };
const notRead = { actions: [], cause: 'denied' };

describe('the permission sets of an account', () => {
  it.each<[when: string, ...Parameters<typeof assignedIn>, known: boolean]>([
    ['the instance tells them', [{ here: [set] }], { unreadAlong: {}, unreadRegions: ['us-east-1'] }, true],
    ['there is no instance', [], { unreadAlong: {}, unreadRegions: [] }, true],
    ['there is none in the regions that were read', [], { unreadAlong: {}, unreadRegions: ['us-east-1'] }, false],
    [
      "the organization's instance tells members nothing",
      [{ here: undefined }],
      { unreadAlong: {}, unreadRegions: [] },
      false,
    ],
    [
      'one of its own beside it has none',
      [{ here: [] }, { here: undefined }],
      { unreadAlong: {}, unreadRegions: [] },
      false,
    ],
    [
      'a region was denied',
      [{ here: [set] }],
      { unreadAlong: { identityInstances: notRead }, unreadRegions: [] },
      false,
    ],
    ['nobody asked', undefined, { unreadAlong: {}, unreadRegions: [] }, false],
  ])('%s', (_, instances, circumstances, known) => {
    expect(assignedIn(instances, circumstances) !== undefined).toBe(known);
  });
});
