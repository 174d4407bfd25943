import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import type { Check, Verdict } from '../../src/engine/check.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluate.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { describeGap } from '../../src/inventory/outcome.ts';
import type { Gap } from '../../src/inventory/outcome.ts';
import { planFor } from '../../src/inventory/plan.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import { collectedAccount } from '../e2e/faults/collected.ts';
import { actionsAt, describeSpot, gapKinds, gapped, spotsOf } from './gapped.ts';
import type { Spot } from './gapped.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const kinds = Object.entries(gapKinds);

/** The types a check reads, with what it needs of each. */
const typesOf = (check: Check): AnyResourceType[] => [check.resource, ...Object.values(check.along).map(({ resource }) => resource)];
const readsFacet = (check: Check, { type, facet }: Spot): 'needs' | 'along' | undefined => {
  if (check.resource.key === type.key && (facet === undefined || check.needs.includes(facet))) return 'needs';
  const companion = Object.values(check.along).some((other) => other.resource.key === type.key && (facet === undefined || other.needs.includes(facet)));
  return companion ? 'along' : undefined;
};

/** What a finding says, without the evidence: that names the gap although the verdict stands. */
const said = ({ evidence: _, ...rest }: Finding): unknown => rest;
const byFingerprint = (findings: readonly Finding[]): Map<string, Finding> => new Map(findings.map((finding) => [finding.fingerprint, finding]));

/** An unknown finding must say why, and coverage must count it. */
function expectUnknown(finding: Finding, gap: Gap, check: Check, evaluation: Evaluation): void {
  expect(finding.status).toBe('unknown');
  expect(finding.unknown).toEqual({ actions: gap.kind === 'denied' ? gap.actions : [], cause: describeGap(gap) });
  expect(finding.message).toContain(describeGap(gap));
  const ledger = evaluation.gaps.list().filter((entry) => entry.checks.includes(check.id) && entry.cause === describeGap(gap));
  expect(ledger.length).toBeGreaterThan(0);
}

/** A check's own verdicts are put aside: what is judged here is what the engine makes of its declarations. */
function declared(check: Check, verdict: Verdict): Check {
  return {
    ...check,
    evaluate(_subject: never, context: { along: Record<string, readonly object[]> }) {
      for (const companions of Object.values(context.along)) void companions.length;
      return verdict;
    },
  } as Check;
}

/** One resource of each type a check reads, in each scope, everything needed present. */
function inventoryFor(check: Check): Inventory {
  const regions = ['eu-west-1', 'us-east-1'];
  const inventory = new Inventory({ account: '111122223333', partition: 'aws', caller: 'arn:aws:iam::111122223333:user/test', regions, skippedRegions: [], startedAt: '2026-06-01T00:00:00.000Z', version: '0.0.0' });
  for (const { type, facets } of planFor([check])) {
    inventory.collected.add(type.key);
    for (const region of type.scope === 'global' ? ['global'] : regions) {
      const outcomes = Object.fromEntries(facets.map((name) => [name, { kind: 'present' as const, value: {} }]));
      const arn = `arn:aws:test:${region}:111122223333:${type.key}`;
      inventory.add({ type: type.key, region, result: { kind: 'present', records: [{ item: { id: 'one' }, arn, region, outcomes }] } });
    }
  }
  return inventory;
}

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  const inventory = inventoryFor(check);
  const spots = planFor([check]).flatMap(({ type }) => spotsOf(inventory, type)).filter((spot) => readsFacet(check, spot) !== undefined);

  it.each(kinds)('makes no verdict of anything it declares when that is %s', (_kind, gapOf) => {
    for (const spot of spots) {
      const gap = gapOf(actionsAt(spot));
      for (const verdict of [pass('good'), fail('bad'), notApplicable('not here')]) {
        const stub = declared(check, verdict);
        const before = evaluate([stub], inventory, { now });
        const after = evaluate([stub], gapped(inventory, spot, gap), { now });
        const found = byFingerprint(after.findings);
        const lost: string[] = [];
        for (const listing of inventory.listings(check.resource)) {
          const own = readsFacet(check, spot) === 'needs' && listing.region === spot.region;
          const through = Object.values(check.along).filter(
            ({ resource, needs, reach, optional }) =>
              !optional && resource.key === spot.type.key && (spot.facet === undefined || needs.includes(spot.facet)) && (reach === 'account' || spot.region === listing.region || [spot.region, listing.region].includes('global')),
          );
          const concerned = own || through.some(({ witness }) => !witness || verdict.kind !== 'pass');
          if (concerned) lost.push(listing.region);
        }
        const unknowns = after.findings.filter(({ status }) => status === 'unknown');
        expect(unknowns.map(({ region }) => region).sort(), `${describeSpot(spot)}, ${verdict.kind}`).toEqual(lost.sort());
        for (const finding of unknowns) expectUnknown(finding, gap, stub, after);
        for (const finding of before.findings) if (!lost.includes(finding.region)) expect(said(found.get(finding.fingerprint) as Finding)).toEqual(said(finding));
        expect(after.checks[0]?.notJudged).toBe(lost.length);
        expect(after.findings.filter(({ status }) => status === verdict.kind)).toHaveLength(verdict.kind === 'not-applicable' ? 0 : before.findings.length - lost.length);
      }
    }
  });
});

describe('the checks as they are, over an account', () => {
  let account: Inventory;
  let baseline: Map<string, Evaluation>;

  beforeAll(async () => {
    account = await collectedAccount();
    baseline = new Map(checks.map((check) => [check.id, evaluate([check], account, { now })]));
  }, 60_000);

  it('find something for most checks and have read nearly everything', () => {
    const findings = [...baseline.values()].flatMap(({ findings: each }) => each);
    expect(new Set(findings.map(({ check }) => check)).size).toBeGreaterThan(0.8 * checks.length);
    expect(findings.filter(({ status }) => status === 'unknown').length).toBeLessThan(0.05 * findings.length);
  });

  it.each(kinds)('say the same or unknown with its cause, and nothing else, whatever is %s', (_kind, gapOf) => {
    const touched = new Set<string>();
    for (const { type } of planFor(checks)) {
      const readers = checks.filter((check) => typesOf(check).some(({ key }) => key === type.key));
      for (const spot of spotsOf(account, type)) {
        const gap = gapOf(actionsAt(spot));
        const disturbed = gapped(account, spot, gap);
        for (const check of readers) {
          const reads = readsFacet(check, spot);
          if (reads === undefined) continue;
          expectOnlyUnknown(check, spot, gap, reads, baseline.get(check.id) as Evaluation, evaluate([check], disturbed, { now }));
          touched.add(check.id);
        }
      }
    }
    expect(touched.size).toBeGreaterThan(0.9 * checks.length);
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

function expectOnlyUnknown(check: Check, spot: Spot, gap: Gap, reads: 'needs' | 'along', before: Evaluation, after: Evaluation): void {
  const where = `${check.id}, ${describeSpot(spot)}`;
  const old = byFingerprint(before.findings);
  const found = byFingerprint(after.findings);
  for (const finding of after.findings) {
    const was = old.get(finding.fingerprint);
    if (was !== undefined && was.status === finding.status && was.message === finding.message) {
      expect(said(finding), where).toEqual(said(was));
      continue;
    }
    expect(finding.status, `${where}: ${was?.status ?? 'nothing'} became ${finding.status}: ${finding.message}`).toBe('unknown');
    expectUnknown(finding, gap, check, after);
  }
  const gone = before.findings.filter(({ fingerprint }) => !found.has(fingerprint));
  if (spot.facet === undefined && reads === 'needs') {
    expect(after.findings.some(({ resource, region }) => resource.id === '*' && region === spot.region), `${where}: the list is reported`).toBe(true);
    // What was not listed has no finding of its own, but nothing else goes away.
    const listed = new Set(account(before, spot));
    for (const { resource } of gone) expect(listed.has(resource.arn), `${where}: ${resource.arn} is gone`).toBe(true);
  } else {
    expect(gone, `${where}: findings are gone`).toEqual([]);
    const own = spot.record === undefined ? undefined : before.findings.find(({ resource }) => resource.arn === spot.record?.arn);
    if (reads === 'needs' && own !== undefined) expect(found.get(own.fingerprint)?.status, where).toBe('unknown');
  }
  const unknowns = after.findings.filter(({ status }) => status === 'unknown').length;
  expect(after.checks[0]?.notJudged, where).toBe(unknowns);
}

/** The resources the list of a spot had, by ARN. */
const account = (before: Evaluation, { region, type }: Spot): string[] =>
  before.findings.flatMap((finding) => (type.scope === 'global' || finding.region === region ? [finding.resource.arn] : []));
