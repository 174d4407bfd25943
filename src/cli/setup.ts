import { dirname, resolve } from 'node:path';
import { checks as builtIn } from '../../checks/index.ts';
import type { Packs } from '../config/packs/load.ts';
import { formatNames, formatSets, formats as ownFormats } from '../../reports/index.ts';
import type { AttestationFile } from '../config/attestations.ts';
import type { Config, LoadedConfig } from '../config/config.ts';
import { configNames, noConfig } from '../config/config.ts';
import { assertKnown } from '../config/known.ts';
import { assertRegionNames } from '../aws/session.ts';
import type { Check } from '../engine/check.ts';
import { addFrameworks, frameworkByKey, isFrameworkFile } from '../compliance/load.ts';
import type { Framework } from '../engine/frameworks.ts';
import { referTo } from '../engine/frameworks.ts';
import type { Reporter } from '../engine/reporter.ts';
import { selectChecks } from '../engine/select.ts';
import type { Selection } from '../engine/select.ts';
import type { Suppression } from '../engine/suppressions.ts';
import { AuditError } from '../program/errors.ts';
import { matcher } from '../text/glob.ts';
import type { ConfigOptions, SelectOptions } from './options.ts';

/** What commands have of the options that choose checks and name files. */
export type SetupOptions = Partial<ConfigOptions & SelectOptions & { readonly region: readonly string[] }>;

/** Everything the command line and the configuration say, put together; the command line wins. */
export interface Setup {
  readonly config: Config;
  /** Formats of packs. */
  readonly reports: readonly Reporter[];
  /** Built-in and custom checks, and those of packs. */
  readonly all: readonly Check[];
  readonly selected: readonly Check[];
  /** What narrowed them. */
  readonly selection: Selection;
  readonly regions: readonly string[];
  readonly suppressions: readonly Suppression[];
  /** What persons vouch for, file by file. */
  readonly attestations: readonly AttestationFile[];
  /** The baseline that the configuration names. */
  readonly baseline: string | undefined;
}

/**
 * Loads configuration, suppressions, custom checks and packs, and selects checks. Nothing is called.
 * @throws AuditError `usage` or `config`
 */
export async function setUp(options: SetupOptions): Promise<Setup> {
  const cwd = process.cwd();
  const { config, file, lineOf } = await configOf(options.config, cwd);
  const base = file === undefined ? cwd : dirname(file);
  const directories = [
    ...(options.checks ?? []).map((dir) => resolve(cwd, dir)),
    ...(config.checks?.directory === undefined ? [] : [resolve(base, config.checks.directory)]),
  ];
  const known = [...builtIn];
  for (const dir of directories) {
    const { loadCustomChecks } = await import('../config/custom-checks.ts');
    known.push(...(await loadCustomChecks(dir, cwd, known)));
  }
  const packs = await packsOf(options.pack ?? [], config, cwd, base, known);
  known.push(...packs.checks);
  addFrameworks(packs.frameworks);
  const formats = [...formatNames, ...Object.keys(formatSets), ...packs.reports.map(({ name }) => name)];
  if (file !== undefined) assertKnown(config, known, file, lineOf, formats);
  const all = withSeverities(known, config.severity);
  const selection = await merge(await selectionOf(options, all), config, base, all);
  referTo([...packs.frameworks, ...(selection.frameworks ?? [])]);
  const selected = selectChecks(all, selection);
  if (selected.length === 0)
    throw new AuditError('usage', 'no check is selected', {
      hint: 'Widen --service, --check, --severity, --category or --framework.',
    });
  const brought = selected.filter(({ from }) => from !== undefined);
  if (brought.length > 0) {
    const { assertClients } = await import('../config/packs/sdk-fit.ts');
    const { typesOf } = await import('../config/packs/keys.ts');
    const { askingIn } = await import('../inventory/resource.ts');
    await assertClients(
      brought,
      new Set(
        builtIn
          .flatMap(typesOf)
          .flatMap(askingIn)
          .map(({ service }) => service),
      ),
    );
  }
  const given = options.region ?? [];
  const regions = given.length > 0 ? given : (config.regions ?? []);
  assertRegionNames(given);
  const { suppressions: accepted } = options;
  const extra =
    accepted === undefined ? [] : await (await import('../config/load.ts')).loadSuppressions(accepted, cwd, all);
  return {
    config: withSettings(config, all),
    reports: packs.reports,
    all,
    selected,
    selection,
    regions,
    suppressions: [...(config.suppressions ?? []), ...extra],
    attestations: await attestationsOf(options.attestations, config, file, lineOf, cwd),
    baseline: config.output?.baseline === undefined ? undefined : resolve(base, config.output.baseline),
  };
}

const noPacks: Packs = { checks: [], frameworks: [], reports: [] };

async function packsOf(
  given: readonly string[],
  config: Config,
  cwd: string,
  base: string,
  known: readonly Check[],
): Promise<Packs> {
  const named = [
    ...given.map((pack) => ({ given: pack, base: cwd })),
    ...(config.packs ?? []).map((pack) => ({ given: pack, base })),
  ];
  if (named.length === 0) return noPacks;
  const packs = await (await import('../config/packs/load.ts')).loadPacks(named, known);
  for (const { name, extension } of packs.reports)
    if (formatNames.some((own) => own === name || ownFormats[own].extension === extension))
      throw new AuditError(
        'config',
        `report ${name} (.${extension}) of a pack: the program has that name or extension`,
      );
  return packs;
}

async function attestationsOf(
  given: string | undefined,
  { attestations }: Config,
  file: string | undefined,
  lineOf: LoadedConfig['lineOf'],
  cwd: string,
): Promise<readonly AttestationFile[]> {
  return [
    ...(attestations === undefined || file === undefined
      ? []
      : [{ file, attestations, lineOf: (path: readonly (string | number)[]) => lineOf(['attestations', ...path]) }]),
    ...(given === undefined ? [] : [await (await import('../config/attestations.ts')).loadAttestations(given, cwd)]),
  ];
}

async function configOf(given: string | undefined, cwd: string): Promise<LoadedConfig> {
  if (given === undefined) {
    const { existsSync } = await import('node:fs');
    if (!configNames.some((name) => existsSync(resolve(cwd, name)))) return noConfig;
  }
  const { loadConfig } = await import('../config/load.ts');
  return loadConfig(given, cwd);
}

/** The checks as the configuration weighs them, before anything is selected by severity. */
function withSeverities(checks: readonly Check[], severity: Config['severity'] = {}): readonly Check[] {
  const overrides = Object.entries(severity).map(([pattern, to]) => ({ test: matcher(pattern), to }));
  if (overrides.length === 0) return checks;
  return checks.map((check) => {
    // The last one that fits holds: exceptions are written below the rule.
    const found = overrides.findLast(({ test }) => test(check.id) || check.formerly.some(test));
    return found === undefined ? check : { ...check, severity: found.to };
  });
}

/** The configuration with settings under the ids that checks have now. */
function withSettings(config: Config, all: readonly Check[]): Config {
  if (config.settings === undefined) return config;
  const now = (id: string): string => all.find(({ formerly }) => formerly.includes(id))?.id ?? id;
  return {
    ...config,
    settings: Object.fromEntries(Object.entries(config.settings).map(([id, values]) => [now(id), values])),
  };
}

/**
 * A framework by its key or file.
 * @param base the folder that a file is named from
 * @param all the checks that there are
 * @throws AuditError `usage` or `config`
 */
export const frameworkNamed = async (name: string, base: string, all: readonly Check[]): Promise<Framework> =>
  isFrameworkFile(name)
    ? (await import('../config/own-framework.ts')).ownFramework(name, base, all)
    : frameworkByKey(name);

/** Frameworks by their keys and files, each once, as `frameworkNamed`. @throws AuditError `usage` or `config` */
async function frameworksOf(
  names: readonly string[],
  base: string,
  all: readonly Check[],
): Promise<readonly Framework[]> {
  const found = await Promise.all([...new Set(names)].map((name) => frameworkNamed(name, base, all)));
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

/** What the command line says about which checks to run. */
export async function selectionOf(
  options: Partial<SelectOptions>,
  all: readonly Check[] = builtIn,
): Promise<Selection> {
  const { service = [], check = [], excludeCheck = [], severity = [], category = [], framework = [] } = options;
  const frameworks = await frameworksOf(framework, process.cwd(), all);
  return {
    services: service,
    checks: check,
    excluded: excludeCheck,
    severities: severity,
    categories: category,
    ...(frameworks.length === 0 ? {} : { frameworks }),
  };
}

/** The command line narrows or replaces what the configuration says. */
async function merge(selection: Selection, config: Config, base: string, all: readonly Check[]): Promise<Selection> {
  const { only, exclude, services, frameworks } = config.checks ?? {};
  const orElse = <T>(given: readonly T[] | undefined, fallback: readonly T[] | undefined): readonly T[] =>
    given !== undefined && given.length > 0 ? given : (fallback ?? []);
  const chosen =
    selection.frameworks ?? (frameworks === undefined ? undefined : await frameworksOf(frameworks, base, all));
  return {
    ...selection,
    services: orElse(selection.services, services),
    checks: orElse(selection.checks, only),
    excluded: [...(selection.excluded ?? []), ...(exclude ?? [])],
    ...(chosen === undefined ? {} : { frameworks: chosen }),
  };
}
