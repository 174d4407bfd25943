import type { Change } from '../engine/causes/commands.ts';
import { asksForValues, changeOf, optionsOf } from '../engine/causes/commands.ts';
import type { Listing } from '../inventory/inventory.ts';
import { Inventory } from '../inventory/inventory.ts';
import type { Edit } from './effects.ts';
import { NoEffect, effects } from './effects.ts';

/** What was read, as it would be after some commands of a fix. @throws NoEffect where that cannot be said */
export function simulated(inventory: Inventory, commands: readonly string[]): Inventory {
  if (commands.length === 0) throw new NoEffect('it is fixed by hand: no command says what is changed');
  return commands.reduce((before, line) => edited(before, editsOf(line, before), line), inventory);
}

const shown = (line: string): string => (line.length <= 120 ? line : `${line.slice(0, 120)}…`);

function editsOf(line: string, inventory: Inventory): readonly Edit[] {
  const change: Change | undefined = changeOf(line);
  if (change === undefined) throw new NoEffect(`\`${shown(line)}\` is no command of the AWS CLI`);
  if (asksForValues(line)) throw new NoEffect(`\`${shown(line)}\` has values that are to be filled in`);
  const operation = change.what.split(' ').slice(0, 2).join(' ');
  const effect = effects[operation];
  if (effect === undefined)
    throw new NoEffect(`what \`aws ${operation}\` makes of what was read is not known to this program`);
  const given = optionsOf(line);
  return effect(given, given['region'] ?? 'global', inventory);
}

function edited(inventory: Inventory, edits: readonly Edit[], line: string): Inventory {
  const copy = new Inventory(inventory.header);
  copy.revisions = inventory.revisions;
  copy.finishedAt = inventory.finishedAt;
  copy.complete = inventory.complete;
  for (const key of inventory.collected) copy.collected.add(key);
  const touched = edits.map(() => 0);
  for (const key of inventory.types)
    for (const listing of inventory.listings({ key })) copy.add(withEdits(listing, edits, touched));
  edits.forEach(({ exactly, type }, at) => {
    if (exactly !== undefined && touched[at] !== exactly)
      throw new NoEffect(`\`${shown(line)}\` changes nothing of ${type.replace(/^.*?\//, '')} that was read`);
  });
  return copy;
}

function withEdits(listing: Listing, edits: readonly Edit[], touched: number[]): Listing {
  const { result, type, region } = listing;
  if (result.kind !== 'present') return listing;
  let { records } = result;
  edits.forEach((edit, at) => {
    if (edit.type !== type || (edit.region !== undefined && edit.region !== region)) return;
    records = records.flatMap((record) => {
      const after = edit.change(record);
      if (after !== record) touched[at] = (touched[at] ?? 0) + 1;
      return after === undefined ? [] : [after];
    });
  });
  return { ...listing, result: { kind: 'present', records } };
}
