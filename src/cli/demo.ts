import type { Inventory } from '../inventory/inventory.ts';
import { snapshotFromText } from '../inventory/snapshot.ts';

/** The embedded demo account: a recorded snapshot that goes through the same code as any other. */
export async function demoInventory(): Promise<Inventory> {
  const { default: text } = await import('../../demo/account.ndjson?raw');
  return snapshotFromText(text, 'the embedded demo account');
}
