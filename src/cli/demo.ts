import type { Suppression } from '../engine/suppressions.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { snapshotFromText } from '../inventory/snapshot.ts';

/** The embedded demo account: a recorded snapshot that goes through the same code as every other. */
export async function demoInventory(): Promise<Inventory> {
  const { default: text } = await import('../../demo/account.ndjson?raw');
  return snapshotFromText(text, 'the embedded demo account');
}

/** What the demo company has accepted: the report of a demo without them would have an empty page. */
export async function demoSuppressions(): Promise<readonly Suppression[]> {
  const { default: text } = await import('../../demo/suppressions.yaml?raw');
  const { parseYaml } = await import('../config/yaml.ts');
  return parseYaml(text, 'demo/suppressions.yaml').value as readonly Suppression[];
}
