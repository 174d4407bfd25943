import { dirname, resolve } from 'node:path';
import { checks as builtIn } from '../../checks/index.ts';
import type { Config, LoadedConfig } from '../config/config.ts';
import { noConfig } from '../config/config.ts';
import { assertKnown } from '../config/known.ts';
import { assertRegionNames } from '../aws/session.ts';
import type { Check } from '../engine/check.ts';
import { frameworkByKey } from '../engine/frameworks.ts';
import { selectChecks } from '../engine/select.ts';
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
  const { config, file, lineOf } = await configOf(args, cwd);
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
  if (file !== undefined) assertKnown(config, all, file, lineOf);
  const selected = selectChecks(all, merge(selectionOf(args), config));
  if (selected.length === 0)
    throw new AuditError('usage', 'no check is selected', {
      hint: 'Widen --service, --check, --severity, --category or --framework.',
    });
  const given = list(args, 'region');
  const regions = given.length > 0 ? given : (config.regions ?? []);
  assertRegionNames(regions);
  const file2 = text(args, 'suppressions');
  const extra = file2 === undefined ? [] : await (await import('../config/load.ts')).loadSuppressions(file2, cwd, all);
  return {
    config,
    all,
    selected,
    regions,
    suppressions: [...(config.suppressions ?? []), ...extra],
  };
}

async function configOf(args: Record<string, unknown>, cwd: string): Promise<LoadedConfig> {
  const given = text(args, 'config');
  if (given === undefined) {
    const { existsSync } = await import('node:fs');
    const names = ['yaml', 'yml', 'json', 'ts', 'mjs', 'js'];
    if (!names.some((extension) => existsSync(resolve(cwd, `audit.config.${extension}`)))) return noConfig;
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
