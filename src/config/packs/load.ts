import { realpathSync } from 'node:fs';
import { builtInKeys } from '../../compliance/load.ts';
import type { Check } from '../../engine/check.ts';
import type { Framework } from '../../engine/frameworks.ts';
import type { Reporter } from '../../engine/reporter.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { AuditError, isAuditError, messageOf } from '../../program/errors.ts';
import { assertReadsOnly, freezeCalls, looksLikeCheck, takeCheck } from '../custom-checks.ts';
import { guardAsUsers } from '../own-clients.ts';
import { textOf } from '../text-of.ts';
import { importUserModule } from '../user-module.ts';
import { findPack } from './find.ts';
import { KnownKeys, PackKeys } from './keys.ts';
import { frameworkOf, listOf, reportOf } from './parts.ts';

/** A pack that somebody named. */
export interface Named {
  readonly given: string;
  /** The folder that its path or `node_modules` is looked for from. */
  readonly base: string;
}

/** What packs add. */
export interface Packs {
  readonly checks: readonly Check[];
  readonly frameworks: readonly Framework[];
  readonly reports: readonly Reporter[];
}

const partNames = ['checks', 'resourceTypes', 'frameworks', 'reports'];

/**
 * Loads packs, each from where it was named. A pack is code that runs with the user's rights.
 * @param known the checks that are there already
 * @throws AuditError `config` naming the file and what is wrong with it
 */
export async function loadPacks(named: readonly Named[], known: readonly Check[]): Promise<Packs> {
  const packs = { checks: [] as Check[], frameworks: [] as Framework[], reports: [] as Reporter[] };
  const folders = new Map<string, string>();
  freezeCalls(known);
  for (const { given, base } of named) {
    const found = await findPack(given, base);
    const real = realpathSync(found.folder);
    if (folders.has(real)) continue;
    const other = [...folders].find(([, name]) => name === found.name)?.[0];
    if (other !== undefined)
      throw new AuditError('config', `${found.folder}: a pack is called ${found.name} already, ${other}`, {
        hint: 'Name one of them, or give one another name in its package.json.',
      });
    folders.set(real, found.name);
    guardAsUsers(real);
    const all = [...known, ...packs.checks];
    const keys = new PackKeys(found.name, true, new KnownKeys(all));
    const before = packs.checks.length + packs.frameworks.length + packs.reports.length;
    let types = 0;
    for (const file of found.files) types += await loadModule(file, `${found.name}, ${file}`, keys, all, packs);
    if (packs.checks.length + packs.frameworks.length + packs.reports.length + types === before)
      throw new AuditError('config', `pack ${given}: ${found.folder} holds nothing that can be used`, {
        hint: 'Its entry has `export default definePack({ … })`; in a folder without one, modules have `export default defineCheck({ … })`.',
      });
  }
  return packs;
}

/** @returns how many types it offers */
async function loadModule(
  file: string,
  from: string,
  keys: PackKeys,
  known: readonly Check[],
  packs: { checks: Check[]; frameworks: Framework[]; reports: Reporter[] },
): Promise<number> {
  // Whether it can be read is found out first: a pipe or a device would be waited for.
  await textOf(file);
  const module = (await importUserModule(file)) as Readonly<Record<string, unknown>>;
  const wrong = (what: string): AuditError =>
    new AuditError('config', `${file}: ${what}`, { hint: 'See docs/packs.md for a whole example.' });
  try {
    if (!('default' in module) && !Object.values(module).some(looksLikeCheck)) return 0;
    const pack = packOf(module['default'], wrong);
    for (const given of listOf(pack, 'checks', wrong)) {
      const qualify = (check: Check): Check => keys.check(check);
      packs.checks.push(takeCheck(given, file, from, [...known, ...packs.checks], qualify));
    }
    const types = listOf(pack, 'resourceTypes', wrong);
    for (const type of types) {
      if (!isResourceType(type)) throw wrong('resourceTypes holds something that resource() did not make');
      assertReadsOnly(keys.type(type), wrong);
    }
    const ids = [...known, ...packs.checks].map(({ id }) => id);
    for (const given of listOf(pack, 'frameworks', wrong)) {
      const taken = [...builtInKeys, ...packs.frameworks.map(({ key }) => key)];
      packs.frameworks.push(frameworkOf(given, taken, ids, wrong));
    }
    for (const given of listOf(pack, 'reports', wrong)) {
      const report = reportOf(given, file, wrong);
      if (packs.reports.some(({ name, extension }) => name === report.name || extension === report.extension))
        throw wrong(`the report ${report.name} (.${report.extension}) is there already`);
      packs.reports.push(report);
    }
    return types.length;
  } catch (error) {
    // A member that throws when it is looked at: whatever is wrong, it is the file's.
    if (isAuditError(error)) throw error;
    throw wrong(`is not a pack that can be used (${messageOf(error)})`);
  }
}

/** What a module exports as a pack: a pack, a check, or a list of checks. */
function packOf(exported: unknown, wrong: (what: string) => Error): Readonly<Record<string, unknown>> {
  if (Array.isArray(exported)) return { checks: exported };
  if (typeof exported !== 'object' || exported === null)
    throw wrong('its default export is neither a pack made by definePack() nor a check made by defineCheck()');
  if (looksLikeCheck(exported)) return { checks: [exported] };
  const unknown = Object.keys(exported).find((name) => !partNames.includes(name));
  if (unknown !== undefined) throw wrong(`a pack has no ${unknown}; expected ${partNames.join(', ')}`);
  return { ...exported };
}

const isResourceType = (value: unknown): value is AnyResourceType =>
  typeof value === 'object' && value !== null && 'facetDefs' in value && 'calls' in value && 'service' in value;
