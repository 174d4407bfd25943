import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import type { Check, Verdict } from '../../src/engine/check.ts';
import { evaluate, type Evaluation } from '../../src/engine/evaluate.ts';
import { judge } from '../../src/engine/judge.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { describeGap } from '../../src/aws/outcome.ts';
import type { Gap } from '../../src/aws/outcome.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { emptyInventory } from './fakes.ts';
import { byFingerprint, faultsOfUnknown, readsOf, said } from './gap-faults.ts';
import { actionsAt, describeSpot, gapKinds, gapped, shownOf, spotsOf } from './gapped.ts';
import type { Spot } from './gapped.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const kinds = Object.entries(gapKinds);
/** Every kind of gap with every verdict, of every check. */
const soak = process.env['SOAK'] === '1';

/** A check's own verdicts are put aside: what is judged here is what the engine makes of its declarations, all looked at. */
function declared(check: Check, verdict: Verdict): Check {
  return {
    ...check,
    evaluate(subject: Record<string, unknown>, context: { along: Record<string, readonly object[]> }) {
      for (const need of check.needs) void subject[need];
      for (const companions of Object.values(context.along)) void companions.length;
      return verdict;
    },
  };
}

/** A check that gives one verdict, and what it says where nothing is missing. */
interface Asked {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly stub: Check;
  readonly before: Evaluation;
}

/** One resource of each type a check reads, in each scope, everything needed present. */
function inventoryFor(check: Check): Inventory {
  const inventory = emptyInventory();
  const { regions } = inventory.header;
  for (const { type, facets } of planFor([check])) {
    inventory.collected.add(type.key);
    for (const region of type.scope === 'global' ? ['global'] : regions) {
      const outcomes = Object.fromEntries(facets.map((name) => [name, { kind: 'present' as const, value: {} }]));
      const arn = `arn:aws:test:${region}:111122223333:${type.key}`;
      inventory.add({
        type: type.key,
        region,
        result: { kind: 'present', records: [{ item: { id: 'one' }, arn, region, outcomes }] },
      });
    }
  }
  return inventory;
}

/** Regions whose finding a gap must make unknown, by the check's declaration alone. */
function concerned(check: Check, verdict: Verdict, inventory: Inventory, spot: Spot): string[] {
  const companions = Object.values(check.along).filter(
    ({ resource, needs, witness, optional }) =>
      resource.key === spot.type.key &&
      (spot.facet === undefined || needs.includes(spot.facet)) &&
      !optional &&
      (!witness || verdict.kind !== 'pass'),
  );
  return inventory.listings(check.resource).flatMap(({ region }) => {
    const reached = companions.some(
      ({ reach }) => reach === 'account' || spot.region === region || [spot.region, region].includes('global'),
    );
    return reached || (readsOf(check, spot) === 'needs' && region === spot.region) ? [region] : [];
  });
}

/** What the engine gets wrong when one of the things a check declares could not be read. */
function faultsOfDeclaration(asked: Asked, inventory: Inventory, spot: Spot, gap: Gap): string[] {
  const { check, verdict, stub, before } = asked;
  const after = evaluate([stub], gapped(inventory, spot, gap), { now });
  const found = byFingerprint(after.findings);
  const lost = concerned(check, verdict, inventory, spot);
  const unknowns = after.findings.filter(({ status }) => status === 'unknown');
  const regions = unknowns.map(({ region }) => region).sort();
  const kept = before.findings.filter(({ region }) => !lost.includes(region));
  return [
    ...(isDeepStrictEqual(regions, lost.sort())
      ? []
      : [`is unknown in [${regions.join()}] instead of [${lost.join()}]`]),
    ...unknowns.flatMap((finding) => faultsOfUnknown(finding, shownOf(gap, actionsAt(spot)), stub, after)),
    ...kept
      .filter((finding) => !isDeepStrictEqual(said(found.get(finding.fingerprint)), said(finding)))
      .map(({ region }) => `is changed in ${region}`),
    ...(after.findings.length === kept.length + lost.length ? [] : ['has more or fewer findings']),
    ...(after.checks[0]?.notJudged === lost.length ? [] : [`counts ${after.checks[0]?.notJudged} as not judged`]),
  ].map((fault) => `${describeSpot(spot)}, else ${verdict.kind}: ${fault}`);
}

/** What the engine gets wrong when it could not be read in which region a resource is. */
function faultsOfRegion({ check, verdict, stub }: Asked, inventory: Inventory, spot: Spot, gap: Gap): string[] {
  const missing = shownOf(gap, actionsAt(spot));
  const without = gapped(inventory, spot, gap);
  const after = evaluate([stub], without, { now });
  const own = check.resource.key === spot.type.key;
  const rests = Object.values(check.along).some(
    ({ resource, reach, witness, optional }) =>
      reach === 'region' &&
      (own || resource.key === spot.type.key) &&
      !optional &&
      (!witness || verdict.kind !== 'pass'),
  );
  const gaps = after.gaps.list().filter(({ facet, region }) => facet === spot.facet && region === 'unknown');
  const { complete } = judge([stub], without, { now, source: 'aws' }).run;
  const judged = after.findings.filter(({ region }) => !own || region === 'unknown');
  return [
    ...(isDeepStrictEqual(
      gaps.map(({ cause, checks: ids }) => [cause, ids]),
      [[describeGap(missing), [check.id]]],
    )
      ? []
      : [`coverage has the gaps ${JSON.stringify(gaps)}`]),
    ...(complete ? ['the run calls itself complete'] : []),
    ...judged.flatMap((finding) => {
      if (rests) return faultsOfUnknown(finding, missing, stub, after);
      return finding.status === verdict.kind ? [] : [`is ${finding.status}`];
    }),
    ...(judged.length === 0 && (rests || verdict.kind !== 'not-applicable') ? ['there is no finding'] : []),
  ].map((fault) => `${describeSpot(spot)}, else ${verdict.kind}: ${fault}`);
}

describe('nothing a check declares becomes a verdict when it could not be read', () => {
  it.each(checks.map((check, index) => [check.id, check, index] as const))('%s', (_id, check, index) => {
    const inventory = inventoryFor(check);
    const all = [pass('good'), fail('bad'), notApplicable('not here')].map((verdict): Asked => {
      const stub = declared(check, verdict);
      return { check, verdict, stub, before: evaluate([stub], inventory, { now }) };
    });
    const faults: string[] = [];
    let turn = index;
    for (const { type } of planFor([check])) {
      for (const spot of spotsOf(inventory, type)) {
        if (readsOf(check, spot) === undefined) continue;
        const faultsOf = readsOf(check, spot) === 'place' ? faultsOfRegion : faultsOfDeclaration;
        for (const [kind, gapOf] of kinds) {
          // In the short form each kind with one of the verdicts, in turn: each spot meets all of both.
          const verdicts = soak ? all : all.slice(turn % all.length).slice(0, 1);
          turn += 1;
          for (const asked of verdicts)
            faults.push(...faultsOf(asked, inventory, spot, gapOf(actionsAt(spot))).map((fault) => `${kind} ${fault}`));
        }
        turn += 1;
      }
    }
    expect(faults).toEqual([]);
  });
});
