import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../src/cli/can-answer.ts';
import { askerOf, requestOf } from '../../../src/cli/can-principal.ts';
import { questionOf } from '../../../src/cli/can-question.ts';
import { decide } from '../../../src/iam/authorize.ts';
import { boundaryOf, setsBoundary } from '../../../src/iam/boundary-key.ts';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Account } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import type { ContextInput, DecisionVerdict } from '../../../src/iam/types.ts';
import {
  ACCOUNT,
  type AccountSpec,
  ADMINISTRATOR,
  details,
  doc,
  iamArn,
  policyArn,
  type Statement,
  trustService,
} from './account.ts';

/** What `audit can` decides and what `audit paths` follows, held against each other over generated accounts. */
const action = fc.constantFrom<string | string[]>(
  'sts:AssumeRole',
  'STS:assumerole',
  'sts:*',
  'sts:Assume????',
  '*',
  ['s3:GetObject', 'sts:AssumeRole'],
  'iam:UpdateAssumeRolePolicy',
  'iam:CreateAccessKey',
  'iam:Put*',
  'iam:AttachUserPolicy',
  'iam:*',
  'iam:PassRole',
  ['lambda:*', 'iam:PassRole'],
  'ec2:*',
  's3:*',
);
const resource = fc.constantFrom<string | string[]>(
  '*',
  iamArn('role/*'),
  iamArn('role/r1'),
  [iamArn('user/b'), iamArn('role/r2')],
  iamArn('user/${aws:username}'),
  'arn:*:iam::*:*',
  `arn:aws:iam::${ACCOUNT}:*/a*`,
);
const when = fc.option(
  fc.constantFrom<unknown>(
    { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } },
    { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } },
    { ArnLike: { 'aws:PrincipalArn': iamArn('user/*') } },
    { StringLike: { 'aws:PrincipalArn': [iamArn('role/r1'), iamArn('user/b')] } },
    { StringEquals: { 'aws:PrincipalOrgID': 'o-aaaaaaaaaa' } },
    { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-bbbbbbbbbb' } },
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-aaaaaaaaaa/*' } },
    { StringLike: { 'aws:userid': ['AROAr1:*', 'AIDAb'] } },
    { StringNotLike: { 'aws:userid': 'AROAr1:ci' } },
    { StringEquals: { 'aws:PrincipalTag/team': 'blue' } },
    { StringEquals: { 'aws:ResourceTag/tier': 'gold' } },
    { StringEquals: { 'iam:ResourceTag/tier': '${aws:PrincipalTag/team}' } },
    { Null: { 'aws:PrincipalTag/team': 'true' } },
    { StringEquals: { 'aws:PrincipalType': 'User' } },
    { StringEquals: { 'sts:ExternalId': 'secret' } },
    { StringEquals: { 'sts:RoleSessionName': '${aws:username}' } },
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { Bool: { 'aws:SecureTransport': 'true' } },
    { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    { StringFancy: { 'aws:username': 'a' } },
  ),
  { nil: undefined, freq: 2 },
);
const effect = fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny');
const statement: fc.Arbitrary<Statement> = fc
  .tuple(effect, action, resource, when, fc.boolean(), fc.integer({ min: 0, max: 9 }))
  .map(([Effect, verbs, on, condition, not, other]) => ({
    Effect,
    ...(other === 0 ? { NotAction: verbs } : { Action: verbs }),
    ...(not && other > 6 ? { NotResource: on } : { Resource: on }),
    ...(condition === undefined ? {} : { Condition: condition }),
  }));
const principal = fc.constantFrom<Statement>(
  { Principal: '*' },
  { Principal: { AWS: '*' } },
  { Principal: { AWS: iamArn('root') } },
  { Principal: { AWS: [ACCOUNT, '999988887777'] } },
  { Principal: { AWS: iamArn('user/a') } },
  { Principal: { AWS: [iamArn('role/r1'), iamArn('user/b')] } },
  { Principal: { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/r1/ci` } },
  { Principal: { AWS: 'AIDAxxxxxxxxxxxxxxxxx' } },
  { Principal: { AWS: iamArn('user/*') } },
  { Principal: { Service: 'lambda.amazonaws.com' } },
  { Principal: { Federated: iamArn('saml-provider/corp') } },
  { NotPrincipal: { AWS: iamArn('user/a') } },
  { NotPrincipal: { AWS: [iamArn('user/a'), iamArn('root')] } },
);
const trusting: fc.Arbitrary<Statement> = fc
  .tuple(
    effect,
    principal,
    when,
    fc.constantFrom<unknown>('sts:AssumeRole', 'sts:*', '*', ['sts:TagSession', 'sts:assumeRole']),
  )
  .map(([Effect, who, condition, verbs]) => ({
    Effect,
    ...who,
    Action: verbs,
    ...(condition === undefined ? {} : { Condition: condition }),
  }));
/** A trust as the policy of a bucket. */
const onBucket = (policy: readonly Statement[]) =>
  doc(...policy.map((one) => ({ ...one, Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] })));
const statements = fc.array(statement, { maxLength: 3 });
const trust = fc.array(trusting, { minLength: 1, maxLength: 3 });

const account = fc
  .record({
    a: statements,
    b: statements,
    g: statements,
    r1: statements,
    r2: statements,
    t1: trust,
    t2: trust,
    t3: trust,
    limit: fc.option(statements, { nil: undefined, freq: 2 }),
    scp: fc.option(statements, { nil: undefined, freq: 2 }),
    place: fc.constantFrom('unknown', 'alone', 'member'),
    unread: fc.constantFrom<readonly string[]>([], [], [], ['scps'], ['rcps'], ['scps', 'rcps']),
  })
  .map(({ a, b, g, r1, r2, t1, t2, t3, limit, scp, place, unread }): Account => {
    const spec: AccountSpec = {
      users: {
        a: {
          inline: [doc(...a)],
          tags: { team: 'blue' },
          ...(limit === undefined ? {} : { boundary: policyArn('limit') }),
        },
        b: { inline: [doc(...b)], groups: ['g'] },
      },
      groups: { g: { inline: [doc(...g)] } },
      roles: {
        r1: { trust: doc(...t1), inline: [doc(...r1)], tags: { tier: 'gold' }, profile: true },
        r2: { trust: doc(...t2), inline: [doc(...r2)], tags: { tier: 'blue' } },
        admin: { trust: doc(...t3), attached: [ADMINISTRATOR] },
        linked: { trust: trustService('lambda.amazonaws.com'), path: '/aws-service-role/lambda.amazonaws.com/' },
      },
      policies: limit === undefined ? {} : { limit: [doc(...limit)] },
    };
    const scps =
      scp === undefined
        ? undefined
        : [[{ name: 'scp', document: doc({ Effect: 'Allow', Action: '*', Resource: '*' }, ...scp) }]];
    return accountFromDetails(details(spec), {
      now: new Date('2026-01-01T00:00:00Z'),
      ...(scps === undefined ? {} : { scps }),
      ...Object.fromEntries(unread.map((name) => [name, 'unknown'])),
      ...(place === 'unknown' ? {} : { managementAccount: false }),
      ...(place === 'member' ? { organization: { id: 'o-aaaaaaaaaa', path: 'o-aaaaaaaaaa/r-aaaa/' } } : {}),
    });
  });

/** What `audit can` says, but for the layers that were not read. */
function can(from: Account, who: string, verb: string, on: string, context: ContextInput = {}): DecisionVerdict {
  const target = [...from.users, ...from.roles].find(({ arn }) => arn === on);
  const role = target?.kind === 'role' && verb.startsWith('sts:') ? target : undefined;
  return decide(
    requestOf(from, askerOf(from, who), {
      action: verb,
      resource: on,
      trust: role,
      on: target,
      context: { ...(target === undefined || setsBoundary(verb) ? {} : boundaryOf(target.boundary)), ...context },
    }),
  );
}

/** Accounts for each of two seeds; each has many pairs of principals. */
const numRuns = process.env['SOAK'] === '1' ? 400 : 15;
const forms = [
  ['a fixed seed', { seed: 20_260_101, numRuns }],
  ['a fresh seed', { numRuns }],
] as const;

const rank = { none: 0, unknown: 0, blocked: 0, possible: 1, proven: 2 } as const;
const least = { denied: 0, possible: 1, allowed: 2 } as const;

/** What `audit can` says, layers that were not read included. */
const answer = (from: Account, who: string, verb: string, on: string): DecisionVerdict =>
  answerTo(
    questionOf(from, askerOf(from, who), { action: verb, known: { name: verb, onResources: true }, resource: on }),
  ).verdict;

/** How surely each principal comes to the target. */
const levels = (from: Account, to?: string, asRead = true): ReadonlyMap<string, number> =>
  new Map(findPaths(from, { to, brief: true, asRead }).principals.map(({ arn, verdict }) => [arn, rank[verdict]]));

describe.each(forms)('with %s', { timeout: 60_000 }, (_, options) => {
  it('whoever can assume a role has a path to it, as surely', () => {
    fc.assert(
      fc.property(account, (from) => {
        for (const role of from.roles) {
          if (role.serviceLinked) continue;
          const found = levels(from, role.arn);
          for (const { arn } of [...from.users, ...from.roles]) {
            if (arn === role.arn || arn.includes('/aws-service-role/')) continue;
            const verdict = can(from, arn, 'sts:AssumeRole', role.arn);
            expect(found.get(arn), `${arn} to ${role.name}: ${verdict}`).toBeGreaterThanOrEqual(least[verdict]);
          }
        }
      }),
      options,
    );
  });

  it('whoever can rewrite a trust or make a key has a path to whom it is of', () => {
    fc.assert(
      fc.property(account, (from) => {
        const steps = [
          ...from.roles
            .filter(({ serviceLinked }) => !serviceLinked)
            .map(({ arn }) => [arn, 'iam:UpdateAssumeRolePolicy']),
          // how many keys a user has is not told here, so that no such path is proven
          ...from.users.map(({ arn }) => [arn, 'iam:CreateAccessKey']),
        ];
        for (const [to = '', verb = ''] of steps) {
          const found = levels(from, to);
          for (const { arn } of [...from.users, ...from.roles]) {
            if (arn === to || arn.includes('/aws-service-role/')) continue;
            const sure = least[can(from, arn, verb, to)];
            const wanted = verb === 'iam:CreateAccessKey' ? Math.min(1, sure) : sure;
            expect(found.get(arn), `${arn} to ${to} by ${verb}`).toBeGreaterThanOrEqual(wanted);
          }
        }
      }),
      options,
    );
  });

  it('whoever can give himself a policy, and nothing denies or limits him, is administrator or has a path', () => {
    fc.assert(
      fc.property(account, (from) => {
        const found = levels(from);
        for (const one of [...from.users, ...from.roles]) {
          const denied = JSON.stringify([one.inline, [...from.groups.values()], from.scps]).includes('"Deny"');
          if (denied || one.boundary !== undefined || (one.kind === 'role' && one.serviceLinked)) continue;
          const kind = one.kind === 'user' ? 'User' : 'Role';
          for (const verb of [`iam:Put${kind}Policy`, `iam:Attach${kind}Policy`]) {
            const context = {
              ...boundaryOf(undefined),
              ...(verb.includes('Attach') ? { 'iam:PolicyARN': ADMINISTRATOR } : {}),
            };
            const verdict = can(from, one.arn, verb, one.arn, context);
            expect(found.get(one.arn), `${one.arn} by ${verb}`).toBeGreaterThanOrEqual(least[verdict]);
          }
        }
      }),
      options,
    );
  });

  it('what is proven of a resource is allowed, and what is allowed is proven, whatever was not read', () => {
    const bucket = 'arn:aws:s3:::b';
    fc.assert(
      fc.property(account, trust, fc.boolean(), fc.boolean(), (from, policy, isRead, isOwn) => {
        const held: Account = {
          ...from,
          ...(isRead
            ? { resourcePolicies: new Map([[bucket, [{ name: 'bucket policy', document: onBucket(policy) }]]]) }
            : {}),
          ...(isOwn ? { ownResources: new Map([[bucket, true]]) } : {}),
        };
        for (const { arn, verdict: found } of findPaths(held, { to: bucket, brief: true }).principals) {
          // a policy that nobody read may let him in by itself
          const level = found === 'unknown' ? rank.possible : rank[found];
          if (arn.includes('/aws-service-role/')) continue;
          const verdicts = ['ListBucket', 'PutBucketPolicy', 'PutBucketAcl'].map((verb) =>
            answer(held, arn, `s3:${verb}`, bucket),
          );
          const best = Math.max(...verdicts.map((verdict) => least[verdict]));
          expect(level, `${arn} ${verdicts.join()}`).toBeGreaterThanOrEqual(best);
          if (level === rank.proven && !(isRead && isOwn && !('unknown' === from.scps || 'unknown' === from.rcps)))
            throw new Error(`${arn} is proven though something was not read`);
        }
      }),
      options,
    );
  });

  it('no path to a role is surer than a layer that was not read lets it be', () => {
    fc.assert(
      fc.property(account, (from) => {
        const isWhole = from.scps !== 'unknown' && from.rcps !== 'unknown';
        for (const role of from.roles) {
          if (role.serviceLinked) continue;
          for (const [arn, level] of levels(from, role.arn, false)) {
            if (arn.includes('/aws-service-role/')) continue;
            const verdict = answer(from, arn, 'sts:AssumeRole', role.arn);
            expect(level, `${arn} to ${role.name}: ${verdict}`).toBeGreaterThanOrEqual(least[verdict]);
            if (!isWhole && from.scps === 'unknown') expect(level).toBeLessThan(rank.proven);
          }
        }
      }),
      options,
    );
  });

  it('each path begins with what its principal can do, and a possible one says what it depends on', () => {
    fc.assert(
      fc.property(account, (from) => {
        for (const { arn, paths } of findPaths(from).principals) {
          for (const { verdict, steps } of paths) {
            if (verdict === 'blocked') continue;
            if (verdict === 'possible')
              expect(
                steps.some(({ condition }) => condition !== undefined),
                JSON.stringify(steps),
              ).toBe(true);
            const [first] = steps;
            for (const { action: verb, resource: on } of first?.grants ?? []) {
              if (verb.startsWith('x-unlisted:')) continue;
              expect(can(from, arn, verb, on), `${arn} ${verb} ${on}`).not.toBe('denied');
            }
          }
        }
      }),
      options,
    );
  });
});
