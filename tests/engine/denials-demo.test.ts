import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Evaluation } from '../../src/engine/evaluate.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { readSnapshot } from '../../src/inventory/snapshot.ts';
import { root } from '../../src/stand-in/root.ts';
import { faultsOfAccount, verdictsOf } from './gap-faults.ts';
import { gapKinds } from './gapped.ts';

/** Resources of a type whose facets are missing, each in turn: they differ little after the first. */
const soak = process.env['SOAK'] === '1';

describe('the checks as they are, over the demo account', () => {
  let account: Inventory;
  let baseline: Map<string, Evaluation>;
  let now: number;

  beforeAll(async () => {
    account = await readSnapshot(join(root, 'demo/account.ndjson'));
    now = Date.parse(account.header.startedAt);
    baseline = verdictsOf(checks, account, now);
  }, 60_000);

  it('judge nearly all of it', () => {
    const judged = checks.filter(({ id }) =>
      baseline.get(id)?.findings.some(({ status }) => status === 'pass' || status === 'fail'),
    );
    expect(judged.length).toBeGreaterThan(170);
  });

  it.each([
    ['denied', gapKinds.denied, soak ? 3 : 2],
    ['unsupported', gapKinds.unsupported, soak ? 3 : 1],
  ] as const)(
    'say the same or unknown with its cause, and nothing else, whatever is %s',
    (_kind, gapOf, most) => {
      const { faults, touched } = faultsOfAccount(checks, account, gapOf, { now, baseline, most });
      expect(faults).toEqual([]);
      expect(touched.size).toBeGreaterThan(180);
    },
    120_000,
  );
});
