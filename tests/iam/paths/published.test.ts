import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Account } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { details, iamArn } from './account.ts';
import { missed, pathfinding, type Published, publishedAccount, traps, vulnerable } from './published.ts';

const account = accountFromDetails(details(publishedAccount));
// what the credential report tells
const users = account.users.map((user) => ({
  ...user,
  keys: publishedAccount.users?.[user.name]?.keys ?? 0,
  password: publishedAccount.users?.[user.name]?.password ?? false,
  mfa: false,
}));
const instances: Account['instances'] = [
  {
    kind: 'ec2-instance',
    arn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
    name: 'web',
    role: iamArn('role/high-priv-service-role'),
    running: true,
    internet: { via: 'on tcp 443' },
  },
];
const result = findPaths({ ...account, users, instances, now: new Date('2026-01-01T00:00:00Z') });
const of = (arn: string) => {
  const found = result.principals.find((principal) => principal.arn === arn);
  if (found === undefined) throw new Error(`${arn} is not in the result`);
  return found;
};

/** The verdict on the path that begins with the edge. */
const verdictOf = ({ who, edge }: Published): string | undefined => {
  const { admin, verdict, paths } = of(who);
  if (edge === 'administrator') return admin ? verdict : undefined;
  return paths.find((path) => path.verdict !== 'blocked' && path.steps[0]?.edge === edge)?.verdict;
};

describe('published escalation paths', () => {
  it('are the 31 of iam-vulnerable, the 4 that tools miss there, and 79 edges of pathfinding.cloud', () => {
    expect([vulnerable, missed, pathfinding].map((list) => new Set(list.map(({ name }) => name)).size)).toEqual([
      31, 4, 79,
    ]);
  });

  it.each([...vulnerable, ...missed, ...pathfinding].map((one) => [one.name, one] as const))('find %s', (_, one) => {
    expect(verdictOf(one)).toBe(one.verdict);
  });
});

describe('published traps', () => {
  it.each(traps.flatMap(({ name, who, verdict }) => who.map((arn) => [name, arn, verdict] as const)))(
    'do not fall for %s (%s)',
    (_, arn, verdict) => {
      expect(of(arn).verdict).toBe(verdict);
    },
  );
});
