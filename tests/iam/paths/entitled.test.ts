import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { entitledIn } from '../../../src/judgements/escalation/escalation.ts';
import { ACCOUNT, ADMINISTRATOR, allow, details, doc, iamArn, trustService, type RoleSpec } from './account.ts';

const three = ['sts:AssumeRole', 'sts:SetContext', 'sts:TagSession'];
const trust = (rest: object = {}, ...more: readonly Readonly<Record<string, unknown>>[]): unknown =>
  doc({ Principal: { Service: 'account-access.amazonaws.com' }, Action: three, ...rest }, ...more);
const passes = { inline: [doc(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']))] };
const reads = { inline: [doc(allow('s3:GetObject'))] };
const lambdaAdmin: RoleSpec = { attached: [ADMINISTRATOR], trust: trustService('lambda.amazonaws.com') };
const group = { id: '1111-g', type: 'GROUP' };
const groupArn = 'arn:aws:identitystore:::group/1111-g';

const entitled = (role = iamArn('role/dev'), by: string | undefined = ACCOUNT): Surroundings => ({
  entitled: [{ role, by, principals: [group] }],
});
const search = (dev: RoleSpec, surroundings: Surroundings = {}) =>
  findPaths(accountFromDetails(details({ roles: { 'lambda-admin': lambdaAdmin, dev } }), surroundings));

const another = '999900001111';
const own = (key: string, value: string): object => ({ Condition: { StringEquals: { [key]: value } } });

describe('who is entitled to a role', () => {
  it.each<[when: string, dev: RoleSpec, Surroundings, verdict: string | undefined, admin: boolean]>([
    ['may pass roles as it', { ...passes, trust: trust() }, entitled(), 'proven', false],
    ['administers as it', { attached: [ADMINISTRATOR], trust: trust() }, entitled(), 'proven', true],
    ['only reads as it', { ...reads, trust: trust() }, entitled(), 'none', false],
    ['a trust of every action of STS', { ...passes, trust: trust({ Action: 'sts:*' }) }, entitled(), 'proven', false],
    [
      'a trust without tags of sessions, whose credentials AWS hands out to nobody',
      { ...passes, trust: trust({ Action: three.slice(0, 2) }) },
      entitled(),
      'none',
      false,
    ],
    [
      'a trust of another service',
      { ...passes, trust: trustService('lambda.amazonaws.com') },
      entitled(),
      'none',
      false,
    ],
    [
      'a Deny of the service',
      {
        ...passes,
        trust: trust(
          {},
          {
            Effect: 'Deny',
            Principal: { Service: 'account-access.amazonaws.com' },
            Action: 'sts:TagSession',
          },
        ),
      },
      entitled(),
      'none',
      false,
    ],
    [
      'a trust for applications of the own account',
      { ...passes, trust: trust(own('aws:SourceAccount', ACCOUNT)) },
      entitled(),
      'proven',
      false,
    ],
    [
      'the same, entitled by an application of another account',
      { ...passes, trust: trust(own('aws:SourceAccount', ACCOUNT)) },
      entitled(undefined, another),
      'none',
      false,
    ],
    [
      'the same, where it is not known of which account the application is',
      { ...passes, trust: trust(own('aws:SourceAccount', ACCOUNT)) },
      { entitled: [{ role: iamArn('role/dev'), by: undefined, principals: [group] }] },
      'possible',
      false,
    ],
    [
      'a trust that asks for something unknown',
      { ...passes, trust: trust(own('aws:SourceArn', 'arn:aws:account-access:eu-west-1:1:application/a')) },
      entitled(),
      'possible',
      false,
    ],
    ['a role that is gone', { ...passes, trust: trust() }, entitled(iamArn('role/gone')), 'none', false],
    ['a role of the same name elsewhere', { ...passes, trust: trust() }, entitled(iamArn('role/a/dev')), 'none', false],
  ])('%s', (_, dev, surroundings, verdict, admin) => {
    const found = search(dev, surroundings).principals.find(({ arn }) => arn === groupArn);
    expect([found?.verdict, found?.admin]).toEqual([verdict, admin]);
    if (verdict === 'none') return;
    expect(found?.paths[0]?.steps[0]).toMatchObject({
      edge: 'identity-center',
      from: groupArn,
      to: iamArn('role/dev'),
      actions: ['sts:AssumeRole'],
    });
  });
});

describe('a role that lets account access manager in', () => {
  it.each<[when: string, dev: RoleSpec, Surroundings, ways: string[]]>([
    ['is a way in for whoever is entitled elsewhere', { ...passes, trust: trust() }, {}, ['possible']],
    [
      'so it is beside entitlements to other roles',
      { ...passes, trust: trust() },
      entitled(iamArn('role/x')),
      ['possible'],
    ],
    ['is none where the entitlement is known', { ...passes, trust: trust() }, entitled(), []],
    ['is none where it leads nowhere', { ...reads, trust: trust() }, {}, []],
    ['is none where the trust is of another service', { ...passes, trust: trustService('ec2.amazonaws.com') }, {}, []],
  ])('%s', (_, dev, surroundings, ways) => {
    const { entries } = search(dev, surroundings);
    expect(entries.filter((one) => one.class === 'identity-center').map(({ verdict }) => verdict)).toEqual(ways);
  });
});

describe('the entitlements to roles of an account', () => {
  const application = `arn:aws:account-access:eu-west-1:${another}:application/app-1`;
  const role = iamArn('role/dev');
  it.each<[when: string, Parameters<typeof entitledIn>[0], expected: readonly unknown[]]>([
    ['none were read', undefined, []],
    [
      'of a group',
      [{ application, principal: 'group 1111-g', role, target: ACCOUNT }],
      [{ role, by: another, principals: [group] }],
    ],
    [
      'of a user',
      [{ application, principal: 'user 2222-u', role, target: ACCOUNT }],
      [{ role, by: another, principals: [{ id: '2222-u', type: 'USER' }] }],
    ],
    ['to a role of another account', [{ application, principal: 'user 2222-u', role, target: another }], []],
    ['of principals of a kind of tomorrow', [{ application, principal: undefined, role, target: ACCOUNT }], []],
    ['whose role AWS did not say', [{ application, principal: 'user 2222-u', role: undefined, target: ACCOUNT }], []],
  ])('%s', (_, entitlements, expected) => expect(entitledIn(entitlements, ACCOUNT)).toEqual(expected));
});
