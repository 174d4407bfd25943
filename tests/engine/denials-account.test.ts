import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluate.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { soak } from '../e2e/faults/run.ts';
import { collectedWorld } from '../world/collected.ts';
import { faultsOfAccount, verdictsOf } from './gap-faults.ts';
import { actionsAt, gapKinds, gapped, spotsOf } from './gapped.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const kinds = Object.entries(gapKinds);

describe('the checks as they are, over an account', () => {
  let account: Inventory;
  let baseline: Map<string, Evaluation>;

  beforeAll(async () => {
    account = await collectedWorld();
    baseline = verdictsOf(checks, account, now);
  }, 60_000);

  it('judge most of it', () => {
    const findings = [...baseline.values()].flatMap((each) => each.findings);
    const judged = findings.filter(({ status }) => status !== 'unknown');
    expect(new Set(judged.map(({ check }) => check)).size).toBeGreaterThan(100);
    expect(judged.length).toBeGreaterThan(0.8 * findings.length);
  });

  // What fails on its way is a matter of tests/world/failing-operations.ts.
  const told = kinds.filter(([kind]) => soak || ['denied', 'interrupted', 'unsupported'].includes(kind));
  it.each(told)('say the same or unknown with its cause, and nothing else, whatever is %s', (_kind, gapOf) => {
    const { faults, touched } = faultsOfAccount(checks, account, gapOf, { now, baseline });
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
