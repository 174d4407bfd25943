import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorize, type Caller, EXPOSURE_ORDER, exposure } from '../../../src/iam/index.ts';
import { ACCOUNT, type Json, NOW, OTHER } from '../documents.ts';
import { options } from '../exposure/cases.ts';
import { anyChange, type Change } from './changes.ts';
import { bucket } from './generated.ts';

/** Changes for each of two seeds; `SOAK=1`, or a number in `AUDIT_PROPERTY_RUNS`, is the long form. */
const runs = Number(process.env['AUDIT_PROPERTY_RUNS'] ?? (process.env['SOAK'] === '1' ? 100_000 : 800));
/** One seed that stays, and one that is new each time: fast-check prints it with what it found. */
const seeds: readonly [string, { readonly seed?: number }][] = [
  ['the fixed seed', { seed: 1 }],
  ['a fresh seed', {}],
];
const time = Math.max(120_000, runs * 20);

const isBroken = ({ may }: Change, before: number, after: number): boolean =>
  may === 'nothing' ? after !== before : may === 'widen' ? after < before : after > before;

const accessOf = (policy: Json) => exposure({ kind: 's3', arn: bucket, policy }, options).access;
const rank = (verdict: string): number => EXPOSURE_ORDER.findIndex((one) => one === verdict);

/**
 * What a network alone limits is `private` as if it were the own one. A condition that names another account or an
 * organization beside it tells whose it is.
 */
const tellsWhose = ({ name, may, names }: Change, before: string, after: string): boolean =>
  name === 'a further condition' &&
  may === 'narrow' &&
  names &&
  ((before === 'private' && (after === 'cross-account' || after === 'organization')) ||
    // So it does where an account of the own organization is named beside everybody in that network.
    (before === 'organization' && after === 'cross-account'));

describe('who gets in, under documents rich in ranges and negations', () => {
  it.each(seeds)(
    'is not widened by what takes away, nor narrowed by what adds, nor changed by other words: %s',
    (_, seed) => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(anyChange, (change) => {
          const before = accessOf(change.before);
          const after = accessOf(change.after);
          for (const group of ['read', 'write', 'administer'] as const) {
            seen.add(before[group]);
            if (tellsWhose(change, before[group], after[group])) continue;
            if (isBroken(change, rank(before[group]), rank(after[group])))
              expect.fail(`${change.name} may ${change.may}: ${group} was ${before[group]} and is ${after[group]}`);
          }
        }),
        { numRuns: runs, ...seed },
      );
      expect(seen.size).toBeGreaterThan(5);
    },
    time,
  );
});

const callers: readonly Caller[] = [
  { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/ann`, account: ACCOUNT },
  { type: 'role', arn: `arn:aws:iam::${OTHER}:role/r`, account: OTHER, organizationId: 'o-other12345' },
  { type: 'anonymous', arn: 'anonymous' },
];
const grant = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const absent = { is: 'absent' } as const;
const request = fc.record({
  caller: fc.constantFrom(...callers),
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:ListBucket'),
  resource: fc.constantFrom(bucket, `${bucket}/a/k`),
  address: fc.constantFrom('52.1.2.3', '53.64.0.1', '200.1.1.1', '10.0.0.1', '2600::1', '2601::1', absent, undefined),
  agent: fc.constantFrom('cli/1', 'sdk', absent, undefined),
});

describe('a decision about one request', () => {
  const width = { denied: 0, possible: 1, allowed: 2 } as const;
  it.each(seeds)(
    'follows the same rules: %s',
    (_, seed) => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(anyChange, request, (change, { caller, action, resource, address, agent }) => {
          const decide = (document: Json) =>
            authorize({
              caller,
              action,
              resource,
              resourceAccount: ACCOUNT,
              identity: caller.account === OTHER ? [{ name: 'i', document: grant }] : [],
              resourcePolicies: [{ name: 'p', document }],
              context: {
                ...(address === undefined ? {} : { 'aws:SourceIp': address }),
                ...(agent === undefined ? {} : { 'aws:UserAgent': agent }),
              },
              now: NOW,
            }).verdict;
          const before = decide(change.before);
          const after = decide(change.after);
          seen.add(before);
          if (isBroken(change, width[before], width[after]))
            expect.fail(`${change.name} may ${change.may}: the request was ${before} and is ${after}`);
        }),
        { numRuns: runs, ...seed },
      );
      expect(seen.size).toBe(3);
    },
    time,
  );
});
