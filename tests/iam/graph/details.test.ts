import { describe, expect, it } from 'vitest';
import { AuditError } from '../../../src/program/errors.ts';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import { accountFromItems, computeOf } from '../../../src/judgements/escalation/items.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { ADMINISTRATOR, allow, details, doc, iamArn, policyArn, trustService } from '../paths/account.ts';

const spec = {
  users: { a: { inline: [doc(allow('s3:*'))], groups: ['g'], boundary: policyArn('p'), tags: { team: 'red' } } },
  groups: { g: { attached: [ADMINISTRATOR] } },
  roles: {
    r: { trust: trustService('ec2.amazonaws.com'), profile: true },
    s: { path: '/aws-service-role/x.amazonaws.com/' },
  },
  policies: { p: [doc(allow('s3:*')), doc(allow('*'))] },
};

describe('the details of an account', () => {
  it('give users, groups, roles and policies', () => {
    const account = accountFromDetails(details(spec));
    expect(account).toMatchObject({ id: '111122223333', partition: 'aws' });
    expect(account.users).toMatchObject([
      { arn: iamArn('user/a'), groups: ['g'], boundary: policyArn('p'), tags: { team: 'red' } },
    ]);
    expect(account.roles).toMatchObject([
      { name: 'r', instanceProfiles: [iamArn('instance-profile/r')], serviceLinked: false },
      { name: 's', instanceProfiles: [], serviceLinked: true },
    ]);
    expect(account.groups.get('g')).toMatchObject({ attached: [ADMINISTRATOR] });
    expect(account.policies.get(policyArn('p'))).toMatchObject({ awsManaged: false, otherVersions: [{ id: 'v2' }] });
    expect(account.policies.get(ADMINISTRATOR)).toMatchObject({ awsManaged: true, otherVersions: [] });
  });

  it('may have documents as text or URL-encoded', () => {
    const encode = (document: unknown): string => encodeURIComponent(JSON.stringify(document));
    const json = details({
      users: {
        a: { inline: [encode(doc(allow('iam:PutUserPolicy')))] },
        b: { inline: [JSON.stringify(doc(allow('iam:PutUserPolicy')))] },
      },
    });
    expect(findPaths(accountFromDetails(json)).principals.map(({ verdict }) => verdict)).toEqual(['proven', 'proven']);
  });

  it.each([
    ['null', null, /has none of/],
    ['a list', [], /has none of/],
    ["another command's answer", { Roles: [] }, /has none of/],
    ['lists that are none', { UserDetailList: {}, RoleDetailList: [] }, /UserDetailList is not a list/],
    ['a user that is none', { UserDetailList: ['a'] }, /UserDetailList\[0\] is not an object/],
    ['a user without an ARN', { UserDetailList: [{ UserName: 'a' }] }, /UserDetailList\[0\]: Arn is missing/],
    [
      'a policy list of another type',
      { RoleDetailList: [{ RoleName: 'r', Arn: 'arn:aws:iam::111122223333:role/r', RolePolicyList: 'x' }] },
      /RolePolicyList is not a list/,
    ],
    ['the first page only', { UserDetailList: [], IsTruncated: true }, /only the first part/],
  ])('are refused with a reason for %s', (_, json, message) => {
    expect(() => accountFromDetails(json, {}, 'file.json')).toThrow(message);
    try {
      accountFromDetails(json, {}, 'file.json');
    } catch (error) {
      expect(error).toBeInstanceOf(AuditError);
      expect(error).toMatchObject({ code: 'usage' });
      expect(String(error)).toContain('file.json');
    }
  });

  it('of an empty account have no paths', () => {
    expect(findPaths(accountFromDetails({ UserDetailList: [] }))).toMatchObject({
      principals: [],
      entries: [],
      cuts: [],
    });
  });
});

describe('collected resources', () => {
  const items = {
    account: '111122223333',
    partition: 'aws',
    groups: [],
    policies: [],
    roles: [
      {
        id: 'r',
        arn: iamArn('role/r'),
        uniqueId: 'AROA',
        path: '/',
        createdAt: undefined,
        attached: [],
        inline: [],
        trust: {},
        boundary: undefined,
        instanceProfiles: [{ name: 'p', arn: iamArn('instance-profile/p') }],
        lastUsedAt: undefined,
        lastUsedRegion: undefined,
        tags: {},
      },
    ],
    users: [
      {
        id: 'a',
        arn: iamArn('user/a'),
        uniqueId: 'AIDA',
        path: '/',
        createdAt: undefined,
        attached: [],
        inline: [],
        groups: [],
        boundary: undefined,
        tags: {},
      },
    ],
  };
  const key = (active: boolean, rotatedAt?: string) => ({
    slot: 1 as const,
    active,
    rotatedAt,
    usedAt: undefined,
    usedService: undefined,
  });
  const row = {
    user: 'a',
    arn: iamArn('user/a'),
    createdAt: undefined,
    passwordEnabled: true,
    passwordUsedAt: undefined,
    passwordChangedAt: undefined,
    mfaActive: false,
  };

  it('count the keys that a user has, inactive ones too', () => {
    const [user] = accountFromItems({
      ...items,
      users: items.users.map((one) => ({
        ...one,
        credentials: { ...row, keys: [key(true, '2024'), key(false, '2023')] },
      })),
    }).users;
    expect(user).toMatchObject({ keys: 2, password: true, mfa: false });
    const [fresh] = accountFromItems({
      ...items,
      users: items.users.map((one) => ({ ...one, credentials: { ...row, keys: [key(false), key(false)] } })),
    }).users;
    expect(fresh?.keys).toBe(0);
    expect(accountFromItems(items).users[0]?.keys).toBeUndefined();
  });

  it('find the role of an instance by its profile', () => {
    const one = {
      arn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
      name: 'web',
      state: 'running',
      internet: undefined,
    };
    expect(computeOf(items.roles, [{ ...one, profileArn: iamArn('instance-profile/p') }])).toMatchObject([
      { role: iamArn('role/r'), running: true },
    ]);
    expect(computeOf(items.roles, [{ ...one, profileArn: undefined }])).toEqual([]);
  });
});
