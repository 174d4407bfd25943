import { describe, expect, it } from 'vitest';
import { outsidersOf, trustOf } from '../../../src/judgements/exposure/outsiders.ts';

const account = '111122223333';
const statement = (principal: unknown, action = 'sts:AssumeRole', condition?: unknown) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  ...(condition === undefined ? {} : { Condition: condition }),
});
const unlimited = statement(
  { Federated: `arn:aws:iam::${account}:oidc-provider/idp.example.com` },
  'sts:AssumeRoleWithWebIdentity',
);
const anyGithub = statement(
  { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
  'sts:AssumeRoleWithWebIdentity',
);
const shared = statement('*', 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'x' } });

describe('who outside may assume a role', () => {
  it.each([
    ['nobody but the account', [statement({ AWS: account })], []],
    ['everybody', [statement('*')], ['every AWS account']],
    ['everybody who knows the external id', [shared], ['every AWS account that meets its condition']],
    ['identities of a provider of its own', [unlimited], []],
    ['both of these', [unlimited, shared], ['every AWS account that meets its condition']],
    [
      'everybody and every workflow on GitHub',
      [anyGithub, statement('*')],
      [
        'every AWS account',
        `any identity of arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
      ],
    ],
    [
      'every workflow on GitHub',
      [anyGithub],
      [`any identity of arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`],
    ],
    ['a named account', [statement({ AWS: '444455556666' }), unlimited], ['account 444455556666']],
    ['a trusted account', [statement({ AWS: '999900001111' })], []],
  ] as const)('%s', (_, statements, who) => {
    const trust = { Version: '2012-10-17', Statement: statements };
    const found = trustOf(
      { arn: `arn:aws:iam::${account}:role/r`, account, trust },
      { now: 0, trustedAccounts: ['999900001111'] },
    );
    expect(outsidersOf(found)).toEqual({ who, unsure: undefined });
  });

  it('says why nobody can tell', () => {
    const found = trustOf({ arn: `arn:aws:iam::${account}:role/r`, account, trust: '{"Statement":[{' }, { now: 0 });
    expect(outsidersOf(found)).toEqual({ who: [], unsure: expect.stringContaining('not valid JSON') as unknown });
  });
});
