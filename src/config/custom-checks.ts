import { basename, resolve } from 'node:path';
import { refusalOf } from '../aws/guard.ts';
import type { Check } from '../engine/check.ts';
import { categories, severities } from '../engine/check.ts';
import { AuditError, isAuditError, messageOf } from '../program/errors.ts';
import type { AnyResourceType } from '../inventory/resource.ts';
import { askingIn } from '../inventory/resource.ts';
import { nearest } from '../text/nearest.ts';
import { modulesBelow } from './packs/find.ts';
import { KnownKeys, PackKeys, typesOf } from './packs/keys.ts';
import { textOf } from './text-of.ts';
import { importUserModule } from './user-module.ts';
import { watched } from './watchdog.ts';

/**
 * Loads every check of a folder (`*.ts`, `*.mjs`, `*.js`; default export: a check or a list of them): a pack without a name.
 * @param known the checks that are there already
 * @throws AuditError `config` when a module is not a check, its id is taken, or it declares a call that does not read
 */
export async function loadCustomChecks(dir: string, cwd: string, known: readonly Check[]): Promise<Check[]> {
  const folder = resolve(cwd, dir);
  const files = await modulesBelow(folder, `--checks ${dir}`, { deep: false });
  freezeCalls(known);
  const keys = new PackKeys(basename(folder), false, new KnownKeys(known));
  const found: Check[] = [];
  for (const file of files) {
    // Whether it can be read is found out first: a pipe or a device would be waited for.
    await textOf(file);
    const module = (await importUserModule(file)) as Readonly<Record<string, unknown>>;
    try {
      // What checks share: a resource type, a helper.
      if (!('default' in module) && !Object.values(module).some(looksLikeCheck)) continue;
      const exported = module['default'];
      for (const given of Array.isArray(exported) ? (exported as unknown[]) : [exported])
        found.push(takeCheck(given, file, file, [...known, ...found], (check) => keys.check(check)));
    } catch (error) {
      // A member that throws when it is looked at, a list that is none: whatever is wrong, it is the file's.
      if (isAuditError(error)) throw error;
      throw new AuditError('config', `${file}: is not a check that can be used (${messageOf(error)})`, {
        hint: 'See docs/custom-checks.md for a whole example.',
        cause: error,
      });
    }
  }
  if (found.length === 0)
    throw new AuditError('config', `--checks ${dir}: holds no check`, {
      hint: 'A module there has `export default defineCheck({ … })`.',
    });
  return found;
}

/**
 * Takes a check of a user's file: looks it over, keeps its declared calls as they are, and watches its code.
 * @param from what is said of where it comes from
 * @param known the checks that are there already
 * @param qualify gives its types keys of their own
 * @throws AuditError `config` naming the file
 */
export function takeCheck(
  given: unknown,
  file: string,
  from: string,
  known: readonly Check[],
  qualify: (check: Check) => Check,
): Check {
  // A copy: what was looked at is what is used.
  const shape: unknown = typeof given === 'object' && given !== null ? { ...given } : given;
  assertCheck(shape, file);
  const wrong = (what: string): AuditError =>
    new AuditError('config', `${file}: ${what}`, { hint: 'See docs/custom-checks.md for a whole example.' });
  // By the names that its author gave them, before they get others.
  for (const type of typesOf(shape)) refuseWrites(type, wrong);
  const check = qualify(shape);
  const names = typesOf(shape).map(({ key }) => key);
  for (const [i, type] of typesOf(check).entries()) assertReadsOnly(type, wrong, names[i]);
  const other = known.find(({ id, formerly }) =>
    [check.id, ...check.formerly].some((one) => one === id || formerly.includes(one)),
  );
  if (other !== undefined)
    throw new AuditError('config', `${file}: the id ${check.id} is taken by ${other.from ?? 'a built-in check'}`);
  const within = watched(`${file}: evaluate of ${check.id}`);
  return { ...check, from, evaluate: (subject, context) => within(() => check.evaluate(subject, context)) };
}

/** No module of a user's that is loaded later changes what a built-in type sends. */
export function freezeCalls(known: readonly Check[]): void {
  for (const check of known)
    if (check.from === undefined) for (const { calls } of typesOf(check).flatMap(askingIn)) Object.freeze(calls);
}

/** Whether a module's export may be a check. */
export const looksLikeCheck = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'evaluate' in value && 'resource' in value;

function assertCheck(value: unknown, file: string): asserts value is Check {
  const check = value as Partial<Check> | undefined;
  const wrong = (what: string): AuditError =>
    new AuditError('config', `${file}: ${what}`, { hint: 'See docs/custom-checks.md for a whole example.' });
  if (
    typeof check !== 'object' ||
    check === null ||
    typeof check.evaluate !== 'function' ||
    typeof check.id !== 'string' ||
    check.resource === undefined
  ) {
    throw wrong('its default export is not a check made by defineCheck()');
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(check.id))
    throw wrong(`the id ${check.id} is not in kebab-case with a service first, e.g. s3-bucket-tagged`);
  for (const name of ['title', 'risk', 'service'] as const)
    if (typeof check[name] !== 'string') throw wrong(`${name} is not a text`);
  for (const name of ['needs', 'references', 'formerly'] as const)
    if (!Array.isArray(check[name]) || !check[name].every((one) => typeof one === 'string'))
      throw wrong(`${name} is not a list of texts`);
  for (const name of ['along', 'settings', 'same', 'fix'] as const)
    if (typeof check[name] !== 'object' || check[name] === null) throw wrong(`${name} is not an object`);
  if (typeof check.fix?.text !== 'string') throw wrong('fix.text is not a text');
  if (!severities.some((s) => s === check.severity))
    throw wrong(`the severity ${String(check.severity)} is none of ${severities.join(', ')}`);
  if (!categories.some((c) => c === check.category))
    throw wrong(`the category ${String(check.category)} is none of ${categories.join(', ')}`);
  for (const { resource, needs, where } of [
    { resource: check.resource, needs: check.needs, where: 'needs' },
    ...Object.entries(check.along ?? {}).map(([name, a]) => ({ ...a, where: `along.${name}` })),
  ]) {
    for (const need of needs ?? []) {
      if (need in resource.facetDefs) continue;
      const known = Object.keys(resource.facetDefs);
      const [near] = nearest(need, known);
      throw wrong(
        `${where}: ${resource.type} has no facet ${need}${near === undefined ? '' : `; did you mean ${near}?`} It has ${known.join(', ') || 'none'}`,
      );
    }
  }
}

function refuseWrites(type: AnyResourceType, wrong: (what: string) => AuditError): void {
  for (const { service, calls } of askingIn(type))
    for (const call of calls) {
      const refusal = refusalOf(service, call);
      if (refusal !== undefined)
        throw wrong(`${type.key} declares ${service.id}:${call}, which is refused: ${refusal}`);
    }
}

/**
 * Holds a type to reading, and to the calls that it declares now.
 * @throws what `wrong` makes of what is wrong
 */
export function assertReadsOnly(type: AnyResourceType, wrong: (what: string) => AuditError, name = type.key): void {
  refuseWrites(type, wrong);
  for (const declaring of askingIn(type))
    holdTo(declaring, () => wrong(`${name} changed its declared calls after it was loaded, which is refused`));
}

/** From here on the declared calls are what was checked: a list that is changed afterwards stops the run when it is next read. */
function holdTo(declaring: { readonly calls: readonly string[] }, changed: () => AuditError): void {
  if (Object.getOwnPropertyDescriptor(declaring, 'calls')?.get !== undefined) return;
  const given = declaring.calls;
  const checked: readonly string[] = Object.freeze([...given]);
  Object.defineProperty(declaring, 'calls', {
    enumerable: true,
    get(): readonly string[] {
      if (given.length !== checked.length || checked.some((call, at) => call !== given[at])) throw changed();
      return checked;
    },
  });
}
