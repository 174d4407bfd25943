import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import { actionsOfEdges } from '../../../src/iam/paths/edges.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import type { PathsResult } from '../../../src/iam/paths/types.ts';
import {
  type AccountSpec,
  ADMINISTRATOR,
  allow,
  details,
  doc,
  policyArn,
  type Statement,
  trustAccount,
  trustService,
} from './account.ts';

const actions = actionsOfEdges().filter((name) => /^(iam|sts|lambda|ec2|ssm|glue):/.test(name));
const action = fc.oneof(
  fc.constantFrom(...actions),
  fc.constantFrom('iam:*', 'lambda:*', 'sts:*', '*', 'iam:Put*', 's3:GetObject'),
);
const resource = fc.constantFrom(
  '*',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::111122223333:user/a',
  'arn:aws:iam::111122223333:role/r1',
  'arn:aws:lambda:*:*:function:*',
);
const condition = fc.option(
  fc.constantFrom<unknown>(
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
  ),
  { nil: undefined, freq: 4 },
);
const allowing: fc.Arbitrary<Statement> = fc
  .tuple(fc.uniqueArray(action, { minLength: 1, maxLength: 4 }), resource, condition)
  .map(([names, on, when]) => allow(names, on, when));
const denying: fc.Arbitrary<Statement> = fc
  .tuple(fc.uniqueArray(action, { minLength: 1, maxLength: 3 }), resource)
  .map(([names, on]) => ({ Effect: 'Deny', Action: names, Resource: on }));
const trust = fc.constantFrom(trustAccount(), trustService('lambda.amazonaws.com'), trustService('ec2.amazonaws.com'));
const statements = fc.array(allowing, { maxLength: 3 });

const account = fc
  .record({ a: statements, b: statements, r1: statements, r2: statements, t1: trust, t2: trust, last: fc.boolean() })
  .map(({ a, b, r1, r2, t1, t2, last }): AccountSpec => ({
    users: { a: { inline: [doc(...a)] }, b: { inline: [doc(...b)], groups: ['g'] } },
    groups: { g: { inline: [doc(allow('s3:GetObject'))] } },
    roles: {
      r1: { trust: t1, inline: [doc(...r1)], profile: true },
      r2: { trust: t2, inline: [doc(...r2)], profile: true },
      admin: { trust: last ? trustService('lambda.amazonaws.com') : trustAccount(), attached: [ADMINISTRATOR] },
    },
  }));

const rank = { none: 0, unknown: 0, blocked: 0, possible: 1, proven: 2 } as const;
const ranks = (result: PathsResult): Record<string, number> =>
  Object.fromEntries(result.principals.map(({ arn, verdict }) => [arn, rank[verdict]]));
const search = (spec: AccountSpec, scps?: readonly unknown[]): PathsResult =>
  findPaths(
    accountFromDetails(
      details(spec),
      scps === undefined ? {} : { scps: [scps.map((document, at) => ({ name: `scp ${at}`, document }))] },
    ),
  );

function neverMore(before: PathsResult, after: PathsResult): void {
  const old = ranks(before);
  for (const [arn, level] of Object.entries(ranks(after))) expect(level, arn).toBeLessThanOrEqual(old[arn] ?? 0);
}

const runs = { numRuns: 30 };

describe('restrictions', () => {
  it('a denial that nobody can take away never adds a path', () => {
    fc.assert(
      fc.property(account, denying, (spec, denial) => {
        const users = { ...spec.users, a: { inline: [...(spec.users?.['a']?.inline ?? []), doc(denial)] } };
        const before = search(spec);
        // whoever may delete the denial is back where he was, and never further
        neverMore(before, search({ ...spec, users }));
      }),
      runs,
    );
  });

  it('a boundary never adds a path', () => {
    fc.assert(
      fc.property(account, fc.array(allowing, { maxLength: 3 }), (spec, limit) => {
        const users = { ...spec.users, a: { ...spec.users?.['a'], boundary: policyArn('limit') } };
        neverMore(search(spec), search({ ...spec, users, policies: { limit: [doc(...limit)] } }));
      }),
      runs,
    );
  });

  it('a policy of the organisation never adds a path', () => {
    fc.assert(
      fc.property(account, denying, (spec, denial) => {
        neverMore(search(spec, [doc(allow('*'))]), search(spec, [doc(allow('*')), doc(denial)]));
      }),
      runs,
    );
  });
});

describe('the result', () => {
  it('does not depend on the order of principals or statements, and the input stays as it was', () => {
    fc.assert(
      fc.property(account, (spec) => {
        const json = details(spec);
        const text = JSON.stringify(json);
        const first = findPaths(accountFromDetails(json));
        expect(JSON.stringify(json)).toBe(text);
        const turned = JSON.parse(text) as {
          UserDetailList: unknown[];
          RoleDetailList: { RolePolicyList: { PolicyDocument: { Statement: unknown[] } }[] }[];
        };
        turned.UserDetailList.reverse();
        turned.RoleDetailList.reverse();
        for (const role of turned.RoleDetailList)
          for (const one of role.RolePolicyList) one.PolicyDocument.Statement.reverse();
        expect(ranks(findPaths(accountFromDetails(turned)))).toEqual(ranks(first));
      }),
      runs,
    );
  });

  it('has paths that hold together: each step begins where the one before it led, and no principal comes twice', () => {
    fc.assert(
      fc.property(account, (spec) => {
        for (const { arn, paths, verdict } of search(spec).principals) {
          if (verdict === 'proven' || verdict === 'possible')
            expect(paths.every(({ steps }) => steps[0]?.from === arn)).toBe(true);
          for (const { steps } of paths) {
            const callers = steps.map(({ from }) => from).filter((from, at, all) => at === 0 || from !== all[at - 1]);
            expect(new Set(callers).size).toBe(callers.length);
          }
        }
      }),
      runs,
    );
  });
});
