import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import type { Check, Verdict } from '../../src/engine/check.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluate.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { describeGap } from '../../src/inventory/outcome.ts';
import type { Gap } from '../../src/inventory/outcome.ts';
import { planFor } from '../../src/inventory/plan.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import { collectedAccount } from '../e2e/faults/collected.ts';
import { emptyInventory } from './fakes.ts';
import { actionsAt, describeSpot, gapKinds, gapped, spotsOf } from './gapped.ts';
import type { Spot } from './gapped.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const kinds = Object.entries(gapKinds);

/** The types a check reads, with what it needs of each. */
const typesOf = (check: Check): AnyResourceType[] => [
  check.resource,
  ...Object.values(check.along).map(({ resource }) => resource),
];
const readsFacet = (check: Check, { type, facet }: Spot): 'needs' | 'along' | undefined => {
  if (check.resource.key === type.key && (facet === undefined || check.needs.includes(facet))) return 'needs';
  const companion = Object.values(check.along).some(
    (other) => other.resource.key === type.key && (facet === undefined || other.needs.includes(facet)),
  );
  return companion ? 'along' : undefined;
};

/** Whether a check reads a spot, among others, where it judges without what is missing and says so. */
const doesWithout = (check: Check, { type, facet }: Spot): boolean =>
  Object.values(check.along)
    .filter((other) => other.resource.key === type.key && (facet === undefined || other.needs.includes(facet)))
    .some(({ optional }) => optional);

/** What a finding says, without the evidence: that names the gap although the verdict stands. */
const said = (finding: Finding | undefined): unknown => ({ ...finding, evidence: undefined });
const byFingerprint = (findings: readonly Finding[]): Map<string, Finding> =>
  new Map(findings.map((finding) => [finding.fingerprint, finding]));

/** What is wrong with a finding that should be unknown because of a gap: it must say why, and coverage must count it. */
function faultsOfUnknown(finding: Finding, gap: Gap, check: Check, evaluation: Evaluation): string[] {
  const cause = describeGap(gap);
  const counted = evaluation.gaps.list().some((entry) => entry.checks.includes(check.id) && entry.cause === cause);
  return [
    ...(finding.status === 'unknown' ? [] : [`is ${finding.status}: ${finding.message}`]),
    ...(isDeepStrictEqual(finding.unknown, { actions: gap.kind === 'denied' ? gap.actions : [], cause })
      ? []
      : [`gives the reason ${JSON.stringify(finding.unknown)}`]),
    ...(finding.message.includes(cause) ? [] : [`does not name the cause: ${finding.message}`]),
    ...(counted ? [] : ['is not among the gaps of coverage']),
  ];
}

/** A check's own verdicts are put aside: what is judged here is what the engine makes of its declarations. */
function declared(check: Check, verdict: Verdict): Check {
  return {
    ...check,
    evaluate(_subject: never, context: { along: Record<string, readonly object[]> }) {
      for (const companions of Object.values(context.along)) void companions.length;
      return verdict;
    },
  };
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
    return reached || (readsFacet(check, spot) === 'needs' && region === spot.region) ? [region] : [];
  });
}

/** What the engine gets wrong when one of the things a check declares could not be read. */
function faultsOfDeclaration(check: Check, inventory: Inventory, spot: Spot, gap: Gap, verdict: Verdict): string[] {
  const stub = declared(check, verdict);
  const before = evaluate([stub], inventory, { now });
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
    ...unknowns.flatMap((finding) => faultsOfUnknown(finding, gap, stub, after)),
    ...kept
      .filter((finding) => !isDeepStrictEqual(said(found.get(finding.fingerprint)), said(finding)))
      .map(({ region }) => `is changed in ${region}`),
    ...(after.findings.length === kept.length + lost.length ? [] : ['has more or fewer findings']),
    ...(after.checks[0]?.notJudged === lost.length ? [] : [`counts ${after.checks[0]?.notJudged} as not judged`]),
  ].map((fault) => `${describeSpot(spot)}, else ${verdict.kind}: ${fault}`);
}

describe('nothing a check declares becomes a verdict when it could not be read', () => {
  it.each(checks.map((check) => [check.id, check] as const))('%s', (_id, check) => {
    const inventory = inventoryFor(check);
    const faults: string[] = [];
    for (const { type } of planFor([check])) {
      for (const spot of spotsOf(inventory, type)) {
        if (readsFacet(check, spot) === undefined) continue;
        for (const [kind, gapOf] of kinds) {
          for (const verdict of [pass('good'), fail('bad'), notApplicable('not here')]) {
            faults.push(
              ...faultsOfDeclaration(check, inventory, spot, gapOf(actionsAt(spot)), verdict).map(
                (fault) => `${kind} ${fault}`,
              ),
            );
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('the checks as they are, over an account', () => {
  let account: Inventory;
  let baseline: Map<string, Evaluation>;

  beforeAll(async () => {
    account = await collectedAccount();
    baseline = new Map(checks.map((check) => [check.id, evaluate([check], account, { now })]));
  }, 60_000);

  it('judge most of it', () => {
    const findings = [...baseline.values()].flatMap((each) => each.findings);
    const judged = findings.filter(({ status }) => status !== 'unknown');
    expect(new Set(judged.map(({ check }) => check)).size).toBeGreaterThan(100);
    expect(judged.length).toBeGreaterThan(0.8 * findings.length);
  });

  it.each(kinds)('say the same or unknown with its cause, and nothing else, whatever is %s', (_kind, gapOf) => {
    const touched = new Set<string>();
    const faults: string[] = [];
    for (const { type } of planFor(checks)) {
      const readers = checks.filter((check) => typesOf(check).some(({ key }) => key === type.key));
      for (const spot of spotsOf(account, type)) {
        const gap = gapOf(actionsAt(spot));
        const disturbed = gapped(account, spot, gap);
        for (const check of readers) {
          const reads = readsFacet(check, spot);
          if (reads === undefined) continue;
          const after = evaluate([check], disturbed, { now });
          faults.push(...faultsOfVerdicts(check, spot, gap, reads, baseline.get(check.id) as Evaluation, after));
          touched.add(check.id);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(touched.size).toBeGreaterThan(100);
  });

  it('say nothing but unknown when everything is denied', () => {
    const denied = planFor(checks)
      .flatMap(({ type }) => spotsOf(account, type).filter(({ facet }) => facet === undefined))
      .reduce((inventory, spot) => gapped(inventory, spot, gapKinds.denied(actionsAt(spot))), account);
    const { findings } = evaluate(checks, denied, { now });
    expect(findings.filter(({ status }) => status !== 'unknown')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check)).size).toBe(checks.length);
  });
});

/** What is wrong with the findings of a check after one thing it reads could not be read. */
function faultsOfVerdicts(
  check: Check,
  spot: Spot,
  gap: Gap,
  reads: 'needs' | 'along',
  before: Evaluation,
  after: Evaluation,
): string[] {
  const old = byFingerprint(before.findings);
  const found = byFingerprint(after.findings);
  const faults: string[] = [];
  for (const finding of after.findings) {
    const was = old.get(finding.fingerprint);
    if (was !== undefined && isDeepStrictEqual(said(finding), said(was))) continue;
    // What is not needed is missed in words only.
    if (
      was !== undefined &&
      reads === 'along' &&
      doesWithout(check, spot) &&
      finding.message.startsWith(was.message) &&
      isDeepStrictEqual(said({ ...finding, message: was.message }), said(was))
    )
      continue;
    // Where one witness proves a pass, another may prove it as well.
    if (
      was?.status === 'pass' &&
      finding.status === 'pass' &&
      reads === 'along' &&
      Object.values(check.along).some(({ witness }) => witness)
    )
      continue;
    faults.push(
      ...faultsOfUnknown(finding, gap, check, after).map(
        (fault) =>
          `${finding.resource.arn}, which ${was === undefined ? 'had no finding' : `was ${was.status}`}, ${fault}`,
      ),
    );
  }
  const gone = before.findings.filter(({ fingerprint }) => !found.has(fingerprint));
  if (spot.facet === undefined && reads === 'needs') {
    if (!after.findings.some(({ resource, region }) => resource.id === '*' && region === spot.region))
      faults.push('the list that failed is not reported');
    // What was not listed has no finding of its own, but nothing else goes away.
    const elsewhere = gone.filter(({ region }) => spot.type.scope !== 'global' && region !== spot.region);
    faults.push(...elsewhere.map(({ resource }) => `${resource.arn} has no finding any more`));
  } else {
    faults.push(...gone.map(({ resource }) => `${resource.arn} has no finding any more`));
    const own = before.findings.find(({ resource }) => reads === 'needs' && resource.arn === spot.record?.arn);
    if (own !== undefined && found.get(own.fingerprint)?.status !== 'unknown')
      faults.push(`${own.resource.arn} is still judged`);
  }
  const unknowns = after.findings.filter(({ status }) => status === 'unknown').length;
  if (after.checks[0]?.notJudged !== unknowns)
    faults.push(`${unknowns} are unknown, but coverage counts ${after.checks[0]?.notJudged}`);
  return faults.map((fault) => `${check.id}, ${describeSpot(spot)}: ${fault}`);
}
