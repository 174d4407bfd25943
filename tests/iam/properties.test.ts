import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authorize,
  compile,
  EXPOSURE_ORDER,
  exposure,
  type AuthorizationRequest,
  type Caller,
  type ExposureVerdict,
} from '../../src/iam/index.ts';
import { ACCOUNT, type Json, NOW, OTHER } from './documents.ts';
import { options } from './exposure/cases.ts';

const bucket = 'arn:aws:s3:::b';
const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:*', 's3:Get*', '*', 'iam:*', 'S3:getobject'];
const resources = [
  bucket,
  `${bucket}/*`,
  `${bucket}/a/*`,
  '*',
  'arn:aws:s3:::other/*',
  'arn:aws:s3:::*',
  `${bucket}/\${aws:username}/*`,
];
const principals: unknown[] = [
  '*',
  { AWS: '*' },
  { AWS: OTHER },
  { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  { AWS: [`arn:aws:iam::${OTHER}:role/r`, `arn:aws:iam::${ACCOUNT}:user/ann`] },
  { Service: 'sns.amazonaws.com' },
];
const conditions: Json[] = [
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } },
  { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } },
  { StringEquals: { 'aws:PrincipalAccount': [ACCOUNT, OTHER] } },
  { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } },
  { Bool: { 'aws:SecureTransport': 'false' } },
  { StringLike: { 'aws:UserAgent': 'cli*' } },
  { StringNotLike: { 'aws:UserAgent': ['cli*', 'sdk*'] } },
  { Null: { 'aws:PrincipalAccount': 'true' } },
  { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/r*' } },
  { DateLessThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } },
  { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-ownorg1234/*' } },
  { StringEquals: { 'sts:ExternalId': 'x' } },
  { StringEquals: { 's3:ExistingObjectTag/a': 'b', 'aws:Referer': 'c' } },
];

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const statement = (
  withPrincipal: boolean,
  effect: fc.Arbitrary<string> = fc.constantFrom('Allow', 'Allow', 'Deny'),
): fc.Arbitrary<Json> =>
  fc
    .record({
      effect,
      action: fc.array(some(actions), { minLength: 1, maxLength: 3 }),
      notAction: fc.integer({ min: 0, max: 5 }),
      resource: fc.array(some(resources), { minLength: 1, maxLength: 2 }),
      notResource: fc.integer({ min: 0, max: 7 }),
      principal: some(principals),
      notPrincipal: fc.integer({ min: 0, max: 7 }),
      condition: fc.option(fc.array(some(conditions), { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 2 }),
    })
    .map((one) => ({
      Effect: one.effect,
      [one.notAction === 0 ? 'NotAction' : 'Action']: one.action,
      [one.notResource === 0 ? 'NotResource' : 'Resource']: one.resource,
      ...(withPrincipal ? { [one.notPrincipal === 0 ? 'NotPrincipal' : 'Principal']: one.principal } : {}),
      ...(one.condition === undefined ? {} : { Condition: Object.assign({}, ...one.condition) as Json }),
    }));
const statements = (withPrincipal: boolean): fc.Arbitrary<Json[]> =>
  fc.array(statement(withPrincipal), { minLength: 1, maxLength: 4 });
const document = (list: readonly Json[]): Json => ({ Version: '2012-10-17', Statement: list });
const named = (list: readonly Json[]) => [{ name: 'p', document: document(list) }];

const callers: Caller[] = [
  { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/ann`, account: ACCOUNT },
  { type: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/r`, account: ACCOUNT },
  { type: 'role', arn: `arn:aws:iam::${OTHER}:role/r`, account: OTHER },
  { type: 'root', arn: `arn:aws:iam::${ACCOUNT}:root`, account: ACCOUNT },
  { type: 'service', arn: 'sns.amazonaws.com' },
  { type: 'anonymous', arn: 'anonymous' },
];
const request: fc.Arbitrary<AuthorizationRequest> = fc
  .record({
    caller: some(callers),
    action: some(['s3:GetObject', 's3:PutObject', 's3:ListBucket']),
    resource: some([bucket, `${bucket}/a/k`, `${bucket}/ann/k`]),
    identity: statements(false),
    onResource: fc.option(statements(true), { nil: undefined }),
  })
  .map((one) => ({
    caller: one.caller,
    action: one.action,
    resource: one.resource,
    resourceAccount: ACCOUNT,
    identity: named(one.identity),
    ...(one.onResource === undefined ? {} : { resourcePolicies: named(one.onResource) }),
    now: NOW,
  }));

const width = { denied: 0, possible: 1, allowed: 2 } as const;
const verdict = (one: AuthorizationRequest): number => width[authorize(one).verdict];
const many = { numRuns: 400 };

describe('a decision', () => {
  it('is never widened by a Deny, wherever it stands', () => {
    fc.assert(
      fc.property(
        request,
        statement(false, fc.constant('Deny')),
        statement(true, fc.constant('Deny')),
        (one, inIdentity, inResource) => {
          const before = verdict(one);
          const identity = [...(one.identity ?? []), ...named([inIdentity])];
          expect(verdict({ ...one, identity })).toBeLessThanOrEqual(before);
          const known =
            one.resourcePolicies === undefined || one.resourcePolicies === 'unknown' ? [] : one.resourcePolicies;
          expect(verdict({ ...one, resourcePolicies: [...known, ...named([inResource])] })).toBeLessThanOrEqual(before);
        },
      ),
      many,
    );
  });

  it('is never widened by a boundary, a session policy, an SCP or an RCP', () => {
    fc.assert(
      fc.property(request, statements(false), statements(true), (one, limit, rcp) => {
        const before = verdict(one);
        expect(verdict({ ...one, boundary: { name: 'boundary', document: document(limit) } })).toBeLessThanOrEqual(
          before,
        );
        expect(verdict({ ...one, session: named(limit) })).toBeLessThanOrEqual(before);
        expect(verdict({ ...one, scps: [named(limit)] })).toBeLessThanOrEqual(before);
        expect(verdict({ ...one, rcps: [named(rcp)] })).toBeLessThanOrEqual(before);
      }),
      many,
    );
  });

  it('does not depend on the order of statements, nor on lists where one text would do', () => {
    const single = (value: unknown): unknown =>
      Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
    const terse = (list: readonly Json[]): Json[] =>
      list.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, single(value)])));
    fc.assert(
      fc.property(statements(false), statements(true), request, (identity, onResource, one) => {
        const plain = { ...one, identity: named(identity), resourcePolicies: named(onResource) };
        const turned = {
          ...one,
          identity: named(terse(identity.toReversed())),
          resourcePolicies: named(terse(onResource.toReversed())),
        };
        expect(verdict(turned)).toBe(verdict(plain));
        const split = {
          ...one,
          identity: identity.flatMap((single) => named([single])),
          resourcePolicies: named(onResource),
        };
        expect(verdict(split)).toBe(verdict(plain));
      }),
      many,
    );
  });

  it('leaves its input as it was, and comes out the same again', () => {
    fc.assert(
      fc.property(request, (one) => {
        const before = JSON.stringify(one);
        const first = JSON.stringify(authorize(one));
        expect(JSON.stringify(authorize(structuredClone(one)))).toBe(first);
        expect(JSON.stringify(one)).toBe(before);
      }),
      many,
    );
  });

  it('under an operator that nobody knows is never certain to be denied, nor to be allowed', () => {
    fc.assert(
      fc.property(request, fc.string({ minLength: 1 }), (one, name) => {
        const odd = { [`Odd${name}`]: { 'aws:PrincipalArn': 'x' } };
        const caller: Caller = callers[0] ?? { type: 'anonymous', arn: 'anonymous' };
        const only = { caller, action: one.action, resource: one.resource, resourceAccount: ACCOUNT, now: NOW };
        const grant = { Effect: 'Allow', Action: '*', Resource: '*' };
        expect(authorize({ ...only, identity: named([{ ...grant, Condition: odd }]) }).verdict).toBe('possible');
        expect(
          authorize({ ...only, identity: named([grant, { ...grant, Effect: 'Deny', Condition: odd }]) }).verdict,
        ).toBe('possible');
      }),
      { numRuns: 100 },
    );
  });
});

const rank = (one: ExposureVerdict): number => EXPOSURE_ORDER.indexOf(one);
const ask = (list: readonly Json[]) => exposure({ kind: 's3', arn: bucket, policy: document(list) }, options);

describe('an exposure', () => {
  it('is never widened by a Deny', () => {
    fc.assert(
      fc.property(statements(true), statement(true, fc.constant('Deny')), (list, more) => {
        const before = ask(list);
        const after = ask([...list, more]);
        for (const group of ['read', 'write', 'administer'] as const) {
          // of a request that was certain, a denial may leave it open whether it still passes
          const least = before.access[group];
          expect(rank(after.access[group])).toBeLessThanOrEqual(rank(least));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is never widened by a public-access block', () => {
    fc.assert(
      fc.property(statements(true), (list) => {
        const blocked = exposure(
          {
            kind: 's3',
            arn: bucket,
            policy: document(list),
            publicAccessBlock: { RestrictPublicBuckets: true, IgnorePublicAcls: true },
          },
          options,
        );
        expect(rank(blocked.verdict)).toBeLessThanOrEqual(rank(ask(list).verdict));
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of statements', () => {
    fc.assert(
      fc.property(statements(true), (list) => {
        expect(ask(list.toReversed()).access).toEqual(ask(list).access);
      }),
      { numRuns: 200 },
    );
  });

  it('is none when no value of a key would help, whichever key is tried first', () => {
    const office = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `${bucket}/*`,
      Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    };
    const denial = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotLike: { 'aws:UserAgent': ['cli*', 'sdk*'] } },
    };
    for (const list of [[office], [office, denial], [denial, office]]) expect(ask(list).access.read).toBe('private');
  });

  it('that is public has a witness which passes when it is decided by itself', () => {
    let seen = 0;
    fc.assert(
      fc.property(statements(true), (list) => {
        const found = ask(list);
        for (const group of ['read', 'write', 'administer'] as const) {
          const witness = found.witnesses[group];
          if (found.access[group] !== 'public' || witness === undefined) continue;
          seen++;
          const context = Object.fromEntries(
            Object.entries(witness.conditions).map(([key, values]) => [
              key,
              values.length === 0 ? { is: 'absent' as const } : values,
            ]),
          );
          const decision = authorize({
            caller: { type: 'anonymous', arn: 'anonymous' },
            action: witness.action,
            resource: witness.resource,
            resourceAccount: ACCOUNT,
            resourcePolicies: named(list),
            context,
            now: NOW,
          });
          expect([decision.verdict, witness]).toEqual(['allowed', witness]);
        }
      }),
      { numRuns: 600 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('and a denial of everything leave nothing', () => {
    fc.assert(
      fc.property(statements(true), (list) => {
        expect(ask([...list, { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }]).verdict).toBe('private');
      }),
      { numRuns: 100 },
    );
  });
});

describe('any input at all', () => {
  it('never makes the parser or the judges throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (input) => {
        expect(() => compile(input)).not.toThrow();
        const verdictOf = exposure({ kind: 's3', arn: bucket, policy: input }, options).verdict;
        if (compile(input).problems.length > 0 && input !== undefined && input !== null && input !== '')
          expect(verdictOf).not.toBe('private');
      }),
      { numRuns: 1000 },
    );
  });

  it('in the place of an element never makes them throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Effect', 'Action', 'Resource', 'Principal', 'NotPrincipal', 'Condition', 'Sid'),
        fc.anything(),
        (name, value) => {
          const list = [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*', [name]: value }];
          expect(() => ask(list)).not.toThrow();
          expect(() =>
            authorize({
              caller: callers[0] ?? { type: 'anonymous', arn: '' },
              action: 's3:GetObject',
              resource: `${bucket}/k`,
              identity: named(list),
            }),
          ).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});
