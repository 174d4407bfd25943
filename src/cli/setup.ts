import { dirname, resolve } from 'node:path';
import { checks as builtIn } from '../../checks/index.ts';
import type { Config } from '../config/config.ts';
import type { Check, SettingSpec } from '../engine/check.ts';
import { frameworkByKey } from '../engine/frameworks.ts';
import { selectChecks, unknownName } from '../engine/select.ts';
import type { Selection } from '../engine/select.ts';
import type { Suppression } from '../engine/suppressions.ts';
import { AuditError } from '../errors.ts';
import { list, selectionOf, text } from './options.ts';

/** Everything the command line and the configuration say, put together; the command line wins. */
export interface Setup {
  readonly config: Config;
  /** Built-in and custom checks. */
  readonly all: readonly Check[];
  readonly selected: readonly Check[];
  readonly regions: readonly string[];
  readonly suppressions: readonly Suppression[];
}

/**
 * Loads configuration, suppressions and custom checks, and selects checks. Nothing is called.
 * @throws AuditError `usage` or `config`
 */
export async function setUp(args: Record<string, unknown>): Promise<Setup> {
  const cwd = process.cwd();
  const { config, file } = await configOf(args, cwd);
  const base = file === undefined ? cwd : dirname(file);
  const directories = [
    ...list(args, 'checks').map((dir) => resolve(cwd, dir)),
    ...(config.checks?.directory === undefined ? [] : [resolve(base, config.checks.directory)]),
  ];
  const all = [...builtIn];
  for (const dir of directories) {
    const { loadCustomChecks } = await import('../config/custom-checks.ts');
    all.push(...(await loadCustomChecks(dir, cwd, all)));
  }
  assertKnown(config, all, file ?? 'configuration');
  const selected = selectChecks(all, merge(selectionOf(args), config));
  if (selected.length === 0)
    throw new AuditError('usage', 'no check is selected', {
      hint: 'Widen --service, --check, --severity, --category or --framework.',
    });
  const regions = list(args, 'region');
  const file2 = text(args, 'suppressions');
  const extra = file2 === undefined ? [] : await (await import('../config/load.ts')).loadSuppressions(file2, cwd);
  return {
    config,
    all,
    selected,
    regions: regions.length > 0 ? regions : (config.regions ?? []),
    suppressions: [...(config.suppressions ?? []), ...extra],
  };
}

async function configOf(
  args: Record<string, unknown>,
  cwd: string,
): Promise<{ config: Config; file: string | undefined }> {
  const given = text(args, 'config');
  if (given === undefined) {
    const { existsSync } = await import('node:fs');
    const names = ['yaml', 'yml', 'json', 'ts', 'mjs', 'js'];
    if (!names.some((extension) => existsSync(resolve(cwd, `audit.config.${extension}`))))
      return { config: {}, file: undefined };
  }
  const { loadConfig } = await import('../config/load.ts');
  return loadConfig(given, cwd);
}

/** The command line narrows or replaces what the configuration says. */
function merge(selection: Selection, config: Config): Selection {
  const { only, exclude, services, frameworks } = config.checks ?? {};
  const orElse = <T>(given: readonly T[] | undefined, fallback: readonly T[] | undefined): readonly T[] =>
    given !== undefined && given.length > 0 ? given : (fallback ?? []);
  const chosen = selection.frameworks ?? (frameworks === undefined ? undefined : frameworks.map(frameworkByKey));
  return {
    ...selection,
    services: orElse(selection.services, services),
    checks: orElse(selection.checks, only),
    excluded: [...(selection.excluded ?? []), ...(exclude ?? [])],
    ...(chosen === undefined ? {} : { frameworks: chosen }),
  };
}

/** @throws AuditError `config` naming the check, setting or type that is wrong */
function assertKnown(config: Config, all: readonly Check[], file: string): void {
  const ids = all.map((check) => check.id);
  const find = (id: string, where: string): Check => {
    const check = all.find((c) => c.id === id || c.formerly.includes(id));
    if (check !== undefined) return check;
    const error = unknownName('check', id, ids, 'Run `audit checks list` to see them all.');
    throw new AuditError('config', `${file}: ${where}: ${error.message}`, { hint: error.hint ?? '' });
  };
  for (const id of Object.keys(config.severity ?? {})) find(id, 'severity');
  for (const [id, settings] of Object.entries(config.settings ?? {})) {
    const check = find(id, 'settings');
    for (const [name, value] of Object.entries(settings)) {
      const spec = check.settings[name];
      if (spec === undefined) {
        throw new AuditError('config', `${file}: settings.${id}: unknown setting ${name}`, {
          hint: `${id} has ${Object.keys(check.settings).join(', ') || 'no settings'}.`,
        });
      }
      const wrong = mistakeIn(spec, value);
      if (wrong !== undefined) throw new AuditError('config', `${file}: settings.${id}.${name}: ${wrong}`);
    }
  }
}

function mistakeIn(spec: SettingSpec, value: unknown): string | undefined {
  const found = JSON.stringify(value);
  switch (spec.type) {
    case 'integer': {
      if (typeof value !== 'number' || !Number.isInteger(value)) return `expected a whole number, found ${found}`;
      const { min = -Infinity, max = Infinity } = spec;
      return value < min || value > max ? `expected ${min} to ${max}, found ${found}` : undefined;
    }
    case 'strings':
      return Array.isArray(value) && value.every((v) => typeof v === 'string')
        ? undefined
        : `expected a list of texts, found ${found}`;
    case 'integers':
      return Array.isArray(value) && value.every((v) => Number.isInteger(v))
        ? undefined
        : `expected a list of whole numbers, found ${found}`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `expected true or false, found ${found}`;
  }
}
