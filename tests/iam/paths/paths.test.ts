import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import type { PathsResult, PrincipalPaths } from '../../../src/iam/paths/types.ts';
import {
  type AccountSpec,
  ADMINISTRATOR,
  allow,
  denyAllBut,
  details,
  doc,
  iamArn,
  policyArn,
  trustAccount,
  trustArn,
  trustService,
  type RoleSpec,
  type Statement,
  type UserSpec,
} from './account.ts';

const search = (spec: AccountSpec, surroundings: Surroundings = {}, to?: string): PathsResult =>
  findPaths(accountFromDetails(details(spec), surroundings), { to });

const of = (result: PathsResult, name: string): PrincipalPaths => {
  const found = result.principals.find(({ arn }) => arn === iamArn(name));
  if (found === undefined) throw new Error(`${name} is not in the result`);
  return found;
};

/** Verdict and edges of the best path. */
const best = (one: PrincipalPaths): [string, ...string[]] => [
  one.verdict,
  ...(one.paths[0]?.steps.map(({ edge }) => edge) ?? []),
];

const user = (...statements: readonly Statement[]): UserSpec => ({ inline: [doc(...statements)] });
const admin = (trust: unknown, rest: Partial<RoleSpec> = {}): RoleSpec => ({
  attached: [ADMINISTRATOR],
  trust,
  ...rest,
});

/** What looks like a path and is none. */
const traps: [name: string, spec: AccountSpec, verdict: string][] = [
  [
    'an action that the same policy denies',
    { users: { a: user(allow('iam:PutUserPolicy'), { Effect: 'Deny', Action: 'iam:PutUserPolicy', Resource: '*' }) } },
    'blocked',
  ],
  [
    'an action that another policy denies',
    {
      users: {
        a: {
          inline: [doc(allow('iam:CreatePolicyVersion')), doc({ Effect: 'Deny', Action: 'iam:*', Resource: '*' })],
          attached: [policyArn('own')],
        },
      },
      policies: { own: [doc(allow('s3:GetObject'))] },
    },
    'blocked',
  ],
  [
    'everything allowed and IAM denied',
    { users: { a: user(allow('*'), { Effect: 'Deny', Action: ['iam:*', 'sts:*', 'sso:*'], Resource: '*' }) } },
    'blocked',
  ],
  [
    'a policy that hangs on nobody',
    {
      users: { a: user(allow('iam:CreatePolicyVersion', policyArn('other'))) },
      policies: { other: [doc(allow('s3:*'))] },
    },
    'none',
  ],
  [
    'a resource of another kind',
    {
      users: { a: user(allow(['iam:PassRole', 'lambda:*'], 'arn:aws:s3:::bucket/*')) },
      roles: { r: admin(trustService('lambda.amazonaws.com')) },
    },
    'none',
  ],
  [
    'another resource than is run',
    {
      users: {
        a: user(
          allow('iam:PassRole'),
          allow('lambda:CreateFunction', 'arn:aws:lambda:*:*:function:a-*'),
          allow('lambda:InvokeFunction', 'arn:aws:lambda:*:*:function:b-*'),
        ),
      },
      roles: { r: admin(trustService('lambda.amazonaws.com')) },
    },
    'none',
  ],
  [
    'PassRole for another service',
    {
      users: {
        a: user(
          allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }),
          allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
        ),
      },
      roles: { r: admin(trustService('lambda.amazonaws.com'), { profile: true }) },
    },
    'none',
  ],
  [
    'PassRole for a role without rights',
    {
      users: {
        a: user(
          allow('iam:PassRole', iamArn('role/weak')),
          allow('lambda:*', 'arn:aws:lambda:us-east-1:111122223333:layer:*'),
        ),
      },
      roles: { weak: { trust: trustService('lambda.amazonaws.com') }, r: admin(trustService('lambda.amazonaws.com')) },
    },
    'none',
  ],
  [
    'an inline policy of a role, for a user',
    { users: { a: user(allow('iam:PutRolePolicy')) }, roles: { r: { trust: trustService('ec2.amazonaws.com') } } },
    'none',
  ],
  [
    'an inline policy of a user, for a role',
    { roles: { a: { inline: [doc(allow('iam:PutUserPolicy'))] } }, users: { b: {} } },
    'none',
  ],
  [
    'a role that trusts nobody here',
    { users: { a: user(allow('sts:AssumeRole')) }, roles: { r: admin(trustService('ec2.amazonaws.com')) } },
    'none',
  ],
  [
    'a role that trusts another user',
    {
      users: { a: user(allow('sts:AssumeRole')), b: { attached: [ADMINISTRATOR] } },
      roles: { r: admin(trustArn(iamArn('user/b'))) },
    },
    'none',
  ],
  [
    'a group of AWS, which has no more rights',
    { users: { a: user(allow('iam:AddUserToGroup')) }, groups: { g: { inline: [doc(allow('s3:GetObject'))] } } },
    'none',
  ],
  [
    'a new version of a policy of AWS',
    { users: { a: { inline: [doc(allow('iam:CreatePolicyVersion', 'arn:aws:iam::aws:policy/*'))] } } },
    'none',
  ],
  [
    'a new version of a policy of AWS that hangs on oneself',
    {
      users: { a: { inline: [doc(allow('iam:CreatePolicyVersion'))], attached: ['arn:aws:iam::aws:policy/Some'] } },
      awsPolicies: { Some: doc(allow('s3:GetObject')) },
    },
    'none',
  ],
  [
    'PassRole for one role that another service uses',
    {
      users: {
        a: user(allow('iam:PassRole', iamArn('role/r')), allow(['lambda:CreateFunction', 'lambda:InvokeFunction'])),
      },
      roles: {
        r: admin(trustService('glue.amazonaws.com')),
        weak1: { trust: trustService('lambda.amazonaws.com') },
        weak2: { trust: trustService('lambda.amazonaws.com') },
      },
    },
    'none',
  ],
  [
    'an attachment that only harmless policies pass',
    {
      users: { a: user(allow('iam:AttachUserPolicy', '*', { ArnEquals: { 'iam:PolicyARN': policyArn('harmless') } })) },
      policies: { harmless: [doc(allow('s3:GetObject'))] },
    },
    'none',
  ],
  [
    'a service-linked role',
    {
      users: { a: user(allow(['sts:AssumeRole', 'iam:UpdateAssumeRolePolicy', 'iam:PassRole', 'lambda:*'], '*')) },
      roles: { r: admin(trustService('lambda.amazonaws.com'), { path: '/aws-service-role/lambda.amazonaws.com/' }) },
    },
    'none',
  ],
];

describe('traps', () => {
  it.each(traps)('does not fall for %s', (_, spec, verdict) => {
    const who = 'users' in spec && spec.users?.['a'] !== undefined ? 'user/a' : 'role/a';
    expect(of(search(spec), who).verdict).toBe(verdict);
  });
});

describe('paths', () => {
  it('go over several principals, nearest first', () => {
    const result = search({
      users: { a: user(allow('sts:AssumeRole')) },
      roles: {
        one: {
          trust: trustAccount(),
          inline: [doc(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']))],
        },
        two: admin(trustService('lambda.amazonaws.com')),
      },
    });
    expect(best(of(result, 'user/a'))).toEqual(['proven', 'sts-assume-role', 'lambda-create-invoke']);
    expect(of(result, 'role/two')).toMatchObject({ admin: true, verdict: 'proven', paths: [] });
  });

  it('name the actions, the policies and the statements of each step', () => {
    const [step] =
      of(search({ users: { a: user({ Sid: 'Mine', ...allow('iam:PutUserPolicy') }) } }), 'user/a').paths[0]?.steps ??
      [];
    expect(step).toMatchObject({
      edge: 'iam-put-user-policy',
      from: iamArn('user/a'),
      to: iamArn('user/a'),
      actions: ['iam:PutUserPolicy'],
      policies: ['inline policy inline0 of a (Sid "Mine")'],
    });
  });

  it('are possible when a condition is open, and say which', () => {
    const one = of(
      search({
        users: { a: user(allow('sts:AssumeRole')) },
        roles: { r: admin(trustAccount({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })) },
      }),
      'user/a',
    );
    expect(one.verdict).toBe('possible');
    expect(one.paths[0]?.steps[0]?.condition).toContain('aws:MultiFactorAuthPresent');
  });

  it('name the values that the attacker chooses', () => {
    const one = of(
      search({
        users: {
          a: user(
            allow('iam:CreateAccessKey', '*', { StringEquals: { 'aws:RequestTag/team': 'red' } }),
            allow('iam:DeleteAccessKey'),
          ),
          b: { attached: [ADMINISTRATOR] },
        },
      }),
      'user/a',
    );
    expect(best(one)).toEqual(['proven', 'iam-rotate-access-key']);
    expect(one.paths[0]?.steps[0]?.condition).toContain('aws:requesttag/team = red');
  });

  it('are blocked by a boundary, and say by which', () => {
    const one = of(
      search({
        users: { a: { inline: [doc(allow('iam:PutUserPolicy'))], boundary: policyArn('limit') } },
        policies: { limit: [doc(allow(['s3:*', 'iam:PutUserPolicy']))] },
      }),
      'user/a',
    );
    expect(one.verdict).toBe('blocked');
    expect(one.paths[0]?.steps[0]?.condition).toMatch(
      /^blocked by the permissions boundary arn:aws:iam::111122223333:policy\/limit/,
    );
  });

  it('are blocked by a policy of the organisation, and say by which', () => {
    const scps = [
      [
        { name: 'FullAWSAccess', document: doc(allow('*')) },
        { name: 'no IAM', document: doc(denyAllBut(['s3:*'])) },
      ],
    ];
    const one = of(search({ users: { a: user(allow('iam:PutUserPolicy')) } }, { scps }), 'user/a');
    expect(one.verdict).toBe('blocked');
    expect(one.paths[0]?.steps[0]?.condition).toBe('blocked by no IAM (statement 1), which denies iam:PutUserPolicy');
    expect(
      of(search({ users: { a: user(allow('iam:PutUserPolicy')) } }, { scps, managementAccount: true }), 'user/a')
        .verdict,
    ).toBe('proven');
  });

  it('say that policies of the organisation were not read', () => {
    expect(search({ users: { a: {} } }, { scps: 'unknown', rcps: 'unknown' }).unread).toEqual(['scp', 'rcp']);
    expect(search({ users: { a: {} } }).unread).toEqual([]);
  });

  it('are not known when a policy is missing from the details', () => {
    expect(
      of(search({ users: { a: { attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] } } }), 'user/a').verdict,
    ).toBe('unknown');
    expect(of(search({ users: { a: { groups: ['gone'] } } }), 'user/a').verdict).toBe('unknown');
  });

  it('are possible when a policy cannot be parsed', () => {
    expect(
      of(search({ users: { a: { inline: ['{"Statement":[{"Effect":"Allow","Action":"*"'] } } }), 'user/a').verdict,
    ).toBe('possible');
  });

  it('change the policies of another principal and then become it', () => {
    const spec: AccountSpec = {
      users: { a: user(allow('iam:AttachRolePolicy'), allow('sts:AssumeRole', iamArn('role/weak'))) },
      roles: { weak: { trust: trustAccount() } },
    };
    expect(best(of(search(spec), 'user/a'))).toEqual(['proven', 'iam-attach-role-policy', 'sts-assume-role']);
    const apart: AccountSpec = { ...spec, roles: { weak: { trust: trustService('ec2.amazonaws.com') } } };
    expect(of(search(apart), 'user/a').verdict).toBe('none');
  });

  it('remove the boundary of another principal and then become it', () => {
    const one = of(
      search({
        users: { a: user(allow(['iam:DeleteRolePermissionsBoundary', 'sts:AssumeRole'])) },
        roles: { held: { trust: trustAccount(), attached: [ADMINISTRATOR], boundary: policyArn('limit') } },
        policies: { limit: [doc(allow('s3:*'))] },
      }),
      'user/a',
    );
    expect(best(one)).toEqual(['proven', 'iam-delete-role-boundary', 'sts-assume-role']);
  });

  it('take several groups together', () => {
    const one = of(
      search({
        users: { a: user(allow('iam:AddUserToGroup')) },
        groups: {
          pass: { inline: [doc(allow('iam:PassRole'))] },
          run: { inline: [doc(allow(['lambda:CreateFunction', 'lambda:InvokeFunction']))] },
        },
        roles: { r: admin(trustService('lambda.amazonaws.com')) },
      }),
      'user/a',
    );
    expect(best(one)).toEqual(['proven', 'iam-add-user-to-group', 'lambda-create-invoke']);
  });

  it('attach a policy of the account where only that one passes', () => {
    const one = of(
      search({
        users: {
          a: user(allow('iam:AttachUserPolicy', '*', { ArnEquals: { 'iam:PolicyARN': policyArn('keys') } })),
          b: { attached: [ADMINISTRATOR] },
        },
        policies: { keys: [doc(allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey']))] },
      }),
      'user/a',
    );
    expect(best(one)).toEqual(['proven', 'iam-attach-user-policy', 'iam-rotate-access-key']);
  });

  it('do not pass through whoever they start from', () => {
    const result = search({
      users: { a: user(allow(['sts:AssumeRole', 'iam:PutUserPolicy'])) },
      roles: {
        back: {
          trust: trustAccount(),
          inline: [doc(allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey'], iamArn('user/a')))],
        },
      },
    });
    expect(of(result, 'user/a').paths.map(({ steps }) => steps.map(({ edge }) => edge))).toEqual([
      ['iam-put-user-policy'],
    ]);
    expect(best(of(result, 'role/back'))).toEqual(['proven', 'iam-rotate-access-key', 'iam-put-user-policy']);
  });

  it('do not make a new principal that the organisation would hold back all the same', () => {
    const scps = (actions: string[]) => [[{ name: 'guard', document: doc(allow('*'), denyAllBut(actions)) }]];
    const spec: AccountSpec = { users: { a: user(allow(['iam:CreateRole', 'iam:PutRolePolicy'])) } };
    expect(of(search(spec, { scps: scps(['*']) }), 'user/a').verdict).toBe('proven');
    expect(of(search(spec, { scps: scps(['iam:CreateRole', 'iam:PutRolePolicy']) }), 'user/a').verdict).not.toBe(
      'proven',
    );
  });

  it('take over no MFA device where nobody asks for one', () => {
    const one = of(
      search({ users: { a: user(allow(['iam:PutUserPolicy', 'iam:DeactivateMFADevice', 'iam:ResyncMFADevice'])) } }),
      'user/a',
    );
    expect(one.paths.map(({ steps }) => steps[0]?.edge)).toEqual(['iam-put-user-policy']);
  });

  it('are proven over a principal that changes another, though a nearer way is only possible', () => {
    const result = search({
      users: {
        c: user(allow('sts:AssumeRole', iamArn('role/a')), allow('lambda:UpdateFunctionCode')),
      },
      roles: {
        a: {
          trust: trustAccount(),
          inline: [
            doc(allow('iam:AttachRolePolicy', iamArn('role/weak')), allow('sts:AssumeRole', iamArn('role/weak'))),
          ],
        },
        weak: { trust: trustAccount() },
        top: admin(trustService('lambda.amazonaws.com')),
      },
    });
    expect(best(of(result, 'user/c'))).toEqual([
      'proven',
      'sts-assume-role',
      'iam-attach-role-policy',
      'sts-assume-role',
    ]);
  });

  it('know the keys and passwords of users where the credential report was read', () => {
    const spec: AccountSpec = { users: { a: user(allow('iam:CreateAccessKey')), b: { attached: [ADMINISTRATOR] } } };
    const account = accountFromDetails(details(spec));
    const withKeys = (keys: number) => findPaths({ ...account, users: account.users.map((one) => ({ ...one, keys })) });
    expect(of(withKeys(1), 'user/a').verdict).toBe('proven');
    expect(of(withKeys(2), 'user/a').verdict).toBe('none');
    expect(of(findPaths(account), 'user/a').paths[0]?.steps[0]?.condition).toBe('b having fewer than two access keys');
  });

  it('know the instances where those were read', () => {
    const spec: AccountSpec = {
      users: {
        a: user(
          allow(
            ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
            'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
          ),
        ),
      },
      roles: { r: admin(trustService('ec2.amazonaws.com'), { profile: true }) },
    };
    const instance = (id: string) => ({
      kind: 'ec2-instance' as const,
      arn: `arn:aws:ec2:us-east-1:111122223333:instance/${id}`,
      name: id,
      role: iamArn('role/r'),
      running: true,
      internet: undefined,
    });
    expect(best(of(search(spec, { instances: [instance('i-1')] }), 'user/a'))).toEqual([
      'proven',
      'ec2-modify-user-data',
    ]);
    expect(of(search(spec, { instances: [instance('i-2')] }), 'user/a').verdict).toBe('none');
    expect(of(search(spec), 'user/a').verdict).toBe('possible');
  });
});

describe('what is administered for an organization', () => {
  const power: AccountSpec = {
    users: { a: { inline: [doc({ NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' })] } },
  };
  const organization = { id: 'o-1' };
  it.each<[string, Surroundings, string]>([
    ['nothing is known', {}, 'possible'],
    [
      'the account is a member, which may be a delegated administrator',
      { managementAccount: false, organization },
      'possible',
    ],
    ['the account manages the organization', { managementAccount: true, organization }, 'possible'],
    ['somebody names policies of an organization', { managementAccount: false, scps: [] }, 'possible'],
    ['the account is in no organization', { managementAccount: false }, 'none'],
  ])('gives a power user a way where %s', (_, surroundings, verdict) => {
    expect(of(search(power, surroundings), 'user/a').verdict).toBe(verdict);
  });

  it('leads to member accounts, not to the root of this one', () => {
    const root = of(search(power), 'user/a').paths.find(({ steps }) => steps[0]?.edge === 'sts-assume-root');
    expect(root?.steps[0]?.to).toBe('arn:aws:iam::*:root');
  });
});

describe('ways in from outside', () => {
  const github = 'oidc-provider/token.actions.githubusercontent.com';
  const web = (condition: unknown): unknown =>
    doc({ Principal: { Federated: iamArn(github) }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition });
  const entries = (roles: AccountSpec['roles'], surroundings: Surroundings = {}) =>
    search(roles === undefined ? {} : { roles }, surroundings).entries.map((one) => [
      one.class,
      one.verdict,
      one.who,
      one.path.steps.map(({ edge }) => edge),
    ]);

  it('are open identity providers', () => {
    expect(
      entries({ r: admin(web({ StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } })) }),
    ).toEqual([
      [
        'identity-provider',
        'proven',
        'any identity of token.actions.githubusercontent.com',
        ['entry-identity-provider'],
      ],
    ]);
    expect(
      entries({ r: admin(web({ StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:corp/app:*' } })) }),
    ).toEqual([]);
  });

  it('are trusts of every account and of strangers, but not of trusted ones', () => {
    const stranger = doc({ Principal: { AWS: 'arn:aws:iam::999900001111:root' }, Action: 'sts:AssumeRole' });
    expect(entries({ r: admin(doc({ Principal: '*', Action: 'sts:AssumeRole' })) })).toEqual([
      ['open-trust', 'proven', 'every AWS account', ['entry-open-trust']],
    ]);
    expect(entries({ r: admin(stranger) })).toEqual([
      ['cross-account', 'proven', 'account 999900001111', ['entry-cross-account']],
    ]);
    expect(entries({ r: admin(stranger) }, { trustedAccounts: ['999900001111'] })).toEqual([]);
  });

  it.each<readonly [string, unknown, Surroundings, unknown]>([
    ['the own', 'o-abcdefghij', { organization: { id: 'o-abcdefghij' } }, []],
    ['another', 'o-strangers1', { organization: { id: 'o-abcdefghij' } }, ['proven', undefined]],
    ['one, and the account is in none', 'o-strangers1', { managementAccount: false }, ['proven', undefined]],
    [
      'one that may be the own',
      'o-strangers1',
      {},
      ['possible', 'whether o-strangers1 is another organization than the own, which is not known'],
    ],
  ])('are trusts of everybody in an organization: %s', (_, id, surroundings, expected) => {
    const r = admin(
      doc({ Principal: '*', Action: 'sts:AssumeRole', Condition: { StringEquals: { 'aws:PrincipalOrgID': id } } }),
    );
    const found = search({ roles: { r } }, surroundings).entries.map((one) => {
      expect(one).toMatchObject({ class: 'cross-account', who: 'every account of organization o-strangers1' });
      const condition = one.path.steps[0]?.condition;
      return [one.verdict, condition?.split('; ').find((text) => text.startsWith('whether'))];
    });
    expect(found.flat()).toEqual(expected);
  });

  it('are instances that the internet reaches, up to the administrator', () => {
    const surroundings: Surroundings = {
      instances: [
        {
          kind: 'ec2-instance',
          arn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
          name: 'web',
          role: iamArn('role/web'),
          running: true,
          internet: { via: 'on tcp 443 at 203.0.113.7' },
        },
      ],
    };
    const roles = {
      web: { trust: trustService('ec2.amazonaws.com'), profile: true, inline: [doc(allow('iam:PutRolePolicy'))] },
    };
    expect(entries(roles, surroundings)).toEqual([
      ['internet-compute', 'proven', 'the internet', ['entry-internet-instance', 'iam-put-role-policy']],
    ]);
    const closed = { instances: surroundings.instances?.map((one) => ({ ...one, internet: undefined })) };
    expect(entries(roles, closed)).toEqual([]);
  });
});

describe('--to', () => {
  const spec: AccountSpec = {
    users: {
      a: user(allow('sts:AssumeRole', iamArn('role/app'))),
      b: user(allow('iam:PutUserPolicy', iamArn('user/b'))),
      c: user(allow('s3:ListAllMyBuckets')),
      boss: { attached: [ADMINISTRATOR] },
    },
    roles: { app: { trust: trustAccount(), inline: [doc(allow('s3:GetObject', 'arn:aws:s3:::payroll/*'))] } },
  };

  const withoutPolicy = (arn: string): Surroundings => ({
    resourcePolicies: new Map([[arn, []]]),
    ownResources: new Map([[arn, true]]),
  });

  it('a role: whoever comes to be it, administrators too', () => {
    const result = search(spec, {}, iamArn('role/app'));
    expect(best(of(result, 'user/a'))).toEqual(['proven', 'sts-assume-role']);
    expect(best(of(result, 'user/b'))).toEqual(['proven', 'iam-put-user-policy', 'iam-update-assume-role-policy']);
    expect(of(result, 'user/c').verdict).toBe('none');
    expect(of(result, 'user/boss')).toMatchObject({ admin: true, verdict: 'proven' });
    expect(result.principals.some(({ arn }) => arn === iamArn('role/app'))).toBe(false);
  });

  it('a bucket: whoever reads, writes or administers it', () => {
    const result = search(spec, withoutPolicy('arn:aws:s3:::payroll'), 'arn:aws:s3:::payroll');
    expect(best(of(result, 'role/app'))).toEqual(['proven', 'access']);
    expect(best(of(result, 'user/a'))).toEqual(['proven', 'sts-assume-role', 'access']);
    expect(of(result, 'user/c').verdict).toBe('none');
  });

  it('a function: whoever can open it', () => {
    const arn = 'arn:aws:lambda:us-east-1:111122223333:function:pay';
    const result = search(
      {
        users: { a: user(allow('lambda:AddPermission', arn)), b: user(allow('lambda:AddPermission', `${arn}-other`)) },
      },
      withoutPolicy(arn),
      arn,
    );
    expect(best(of(result, 'user/a'))).toEqual(['proven', 'lambda-add-permission']);
    expect(of(result, 'user/b').verdict).toBe('none');
  });

  it('a role by its name, with its kind where both have it', () => {
    const twins = { ...spec, users: { ...spec.users, app: {} } };
    expect(best(of(search(twins, {}, 'role/app'), 'user/a'))).toEqual(['proven', 'sts-assume-role']);
    expect(() => search(twins, {}, 'app')).toThrow(/a user and a role have this name/);
  });

  it('something that is not there is refused', () => {
    expect(() => search(spec, {}, iamArn('role/gone'))).toThrow(
      /the account has no arn:aws:iam::111122223333:role\/gone/,
    );
    expect(() => search(spec, {}, 'nonsense')).toThrow(/is not an ARN/);
  });
});

describe('the cheapest cut', () => {
  it('is the statement that most paths need, with a diff', () => {
    const result = search({
      users: { a: { groups: ['dev'] }, b: { groups: ['dev'] }, c: user(allow('iam:PutUserPolicy')) },
      groups: {
        dev: {
          inline: [
            doc(
              { Sid: 'Pass', ...allow(['iam:PassRole', 's3:GetObject']) },
              allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
            ),
          ],
        },
      },
      roles: { r: admin(trustService('lambda.amazonaws.com')) },
    });
    const [first, second] = result.cuts;
    expect(first).toMatchObject({
      policy: 'inline policy inline0 of group dev',
      actions: ['iam:PassRole'],
      paths: 2,
      frees: [iamArn('user/a'), iamArn('user/b')],
    });
    expect(first?.diff).toContain('-    "iam:PassRole"');
    expect(first?.diff).not.toContain('-    "s3:GetObject"');
    expect(second).toMatchObject({ actions: ['iam:PutUserPolicy'], frees: [iamArn('user/c')] });
  });

  it('cuts: without the statements there is no path left', () => {
    const spec = (pass: string): AccountSpec => ({
      users: { a: user(allow(pass), allow(['lambda:CreateFunction', 'lambda:InvokeFunction'])) },
      roles: { r: admin(trustService('lambda.amazonaws.com')) },
    });
    expect(search(spec('iam:PassRole')).cuts[0]?.actions).toEqual(['iam:PassRole']);
    expect(of(search(spec('iam:GetRole')), 'user/a').verdict).toBe('none');
  });

  it('names every statement that allows the same, and promises nothing before the last', () => {
    const twice: AccountSpec = {
      users: { a: user(allow('iam:PutUserPolicy'), allow('iam:PutUserPolicy', iamArn('user/a'))) },
    };
    const { cuts } = search(twice);
    expect(cuts.map(({ statement, paths, frees }) => [statement.index, paths, frees])).toEqual([
      [0, 0, []],
      [1, 1, [iamArn('user/a')]],
    ]);
  });

  it('a denial counts whatever else allows the action', () => {
    const twice: AccountSpec = { users: { a: user(allow('iam:PutUserPolicy'), allow('iam:Put*')) } };
    const { cuts } = search(twice);
    expect(cuts.map(({ statement, frees }) => [statement.index, frees])).toEqual([[1, [iamArn('user/a')]]]);
  });

  it('adds a denial beside a pattern', () => {
    expect(search({ users: { a: user(allow('iam:Put*')) } }).cuts[0]?.diff).toContain('+  "Effect": "Deny"');
  });
});
