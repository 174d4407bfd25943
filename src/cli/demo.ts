import type { Suppression } from '../engine/suppressions.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { snapshotFromText } from '../inventory/snapshot.ts';

/** The embedded demo account: a recorded snapshot that goes through the same code as every other. */
export async function demoInventory(): Promise<Inventory> {
  const { default: text } = await import('../../demo/account.ndjson?raw');
  return snapshotFromText(text, 'the embedded demo account');
}

/**
 * What the demo company has accepted, one acceptance among it that has ended: the report of a demo without them would have an empty page.
 * JSON, so that a demo does not load the reader of YAML.
 */
export async function demoSuppressions(): Promise<readonly Suppression[]> {
  const { default: text } = await import('../../demo/suppressions.json?raw');
  return JSON.parse(text) as readonly Suppression[];
}
