import { expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { Judging, infosOf, judge, type JudgeOptions } from '../../src/engine/judge.ts';
import type { JudgedAccounts } from '../../src/engine/result.ts';
import { demoInventory } from '../../src/cli/demo.ts';
import { Inventory } from '../../src/inventory/inventory.ts';

it('accounts that are judged together hold what each holds by itself, and of checks is told once', async () => {
  const demo = await demoInventory();
  const other = moved(demo, '210987654321');
  const options: JudgeOptions = { now: Date.parse(demo.header.startedAt), source: 'snapshot' };
  const judged: JudgedAccounts = {
    checks: infosOf(checks),
    accounts: [demo, other].map((inventory) => new Judging(checks, inventory, options).account()),
  };
  const fingerprints = new Set<string>();
  for (const [at, inventory] of [demo, other].entries()) {
    const alone = judge(checks, inventory, options);
    const { schemaVersion, checks: told, ...account } = alone;
    expect(told).toEqual(judged.checks);
    const { findings = [], ...rest } = judged.accounts[at] ?? {};
    expect({ ...rest, findings: [...findings] }).toEqual(account);
    // As the reports of one account have them, which are written field by field.
    expect(Object.keys(alone)).toEqual(['schemaVersion', ...Object.keys(rest), 'checks', 'findings']);
    expect(schemaVersion).toMatch(/^2\./);
    for (const { fingerprint } of findings) {
      expect(fingerprints).not.toContain(fingerprint);
      fingerprints.add(fingerprint);
    }
  }
});

/** The same resources in another account. */
function moved(inventory: Inventory, account: string): Inventory {
  const renamed = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(inventory.header.account, account)) as T;
  const copy = new Inventory(renamed(inventory.header));
  copy.finishedAt = inventory.finishedAt;
  for (const key of inventory.collected) {
    copy.collected.add(key);
    for (const listing of inventory.listings({ key })) copy.add(renamed(listing));
  }
  return copy;
}
