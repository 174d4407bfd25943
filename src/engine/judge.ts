import { createHash } from 'node:crypto';
import type { Inventory, Listing, Watcher } from '../inventory/inventory.ts';
import { compare } from '../inventory/inventory.ts';
import { leftOutOf } from '../inventory/completeness.ts';
import type { Check, Fix, Severity } from './check.ts';
import { severities } from './check.ts';
import type { ReportInputs } from './derive.ts';
import type { Evaluation, ResourceFilter } from './evaluate.ts';
import { Evaluator } from './evaluate.ts';
import { summed } from './counts.ts';
import type { Finding } from './finding.ts';
import type { Findings } from './findings.ts';
import { requirementsOf } from './frameworks.ts';
import type { AuditError } from '../program/errors.ts';
import { notSelected } from '../partitions/regions.ts';
import { matcher } from '../text/glob.ts';
import type {
  AccountResult,
  AnyResult,
  CheckCoverage,
  CheckInfo,
  Coverage,
  CoverageGap,
  Judged,
  Narrowed,
  RunResult,
  RunSelection,
  Summary,
} from './result.ts';
import { schemaVersion } from './result.ts';
import type { Suppression } from './suppressions.ts';
import { Suppressing, hasTag } from './suppressions.ts';
import { version } from '../program/version.ts';

export interface JudgeOptions {
  /** Clock of the run in ms since 1970. */
  readonly now: number;
  readonly source: 'aws' | 'snapshot' | 'demo';
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly trustedAccounts?: readonly string[];
  readonly suppressions?: readonly Suppression[];
  /** Judge only resources whose ARN, id or name matches one of these (`*` allowed). */
  readonly resources?: readonly string[] | undefined;
  /** Judge only resources with one of these tags (`key=value` or `key`). */
  readonly tags?: readonly string[] | undefined;
  /** Judge only resources of these regions: a snapshot may hold more. */
  readonly regions?: ((region: string) => boolean) | undefined;
  /** SHA-256 of the program's own list of files, where it was built. */
  readonly bundle?: string | undefined;
  /** What the run was narrowed to, for reports to tell. */
  readonly selection?: RunSelection;
  /** What is kept of a finding after suppressions, such as the finding with what changed. */
  readonly mark?: ((finding: Finding) => Finding) | undefined;
  /** What reports show of what checks work out. */
  readonly reports?: ReportInputs | undefined;
}

/** Judges an inventory and makes everything a report shows. Pure: same inventory, checks and options, same result. */
export function judge(checks: readonly Check[], inventory: Inventory, options: JudgeOptions): RunResult {
  const result = new Judging(checks, inventory, options).result();
  return { ...result, findings: [...result.findings] };
}

/** Judges an inventory while it is filled. The result is the same as of judging it afterwards. */
export class Judging implements Watcher {
  readonly #checks: readonly Check[];
  readonly #inventory: Inventory;
  readonly #options: JudgeOptions;
  readonly #evaluator: Evaluator;
  readonly #suppressing: Suppressing;

  /** @param letGo whether a listing that no check needs any more may leave the inventory */
  constructor(
    checks: readonly Check[],
    inventory: Inventory,
    options: JudgeOptions,
    letGo?: (listing: Listing) => boolean,
  ) {
    this.#checks = checks;
    this.#inventory = inventory;
    this.#options = options;
    const suppressing = new Suppressing(options.suppressions ?? [], options.now);
    this.#suppressing = suppressing;
    const { mark = (finding: Finding): Finding => finding } = options;
    const marks = (options.suppressions?.length ?? 0) > 0 || options.mark !== undefined;
    this.#evaluator = new Evaluator(
      checks,
      inventory,
      {
        now: options.now,
        ...(options.settings === undefined ? {} : { settings: options.settings }),
        ...(options.trustedAccounts === undefined ? {} : { trustedAccounts: options.trustedAccounts }),
        wanted: resourceFilter(options),
        reports: options.reports,
        unreadRegions: unreadRegionsOf(inventory, options.regions),
        ...(marks ? { mark: (finding) => mark(suppressing.mark(finding)) } : {}),
      },
      letGo,
    );
  }

  listed(listing: Listing): void {
    this.#evaluator.listed(listing);
  }

  complete(type: string): void {
    this.#evaluator.complete(type);
  }

  /** Without what is told of checks. To be asked once, when the inventory is filled. */
  account(): AccountResult {
    return accountOf(this.#checks, this.#inventory, this.#options, this.#evaluator.finish(), this.#suppressing);
  }

  /** The whole result of this one account; instead of `account`. */
  result(): AnyResult {
    const { findings, ...account } = this.account();
    return { schemaVersion, ...account, checks: infosOf(this.#checks), findings };
  }
}

function accountOf(
  checks: readonly Check[],
  inventory: Inventory,
  options: JudgeOptions,
  evaluation: Evaluation<Findings>,
  suppressing: Suppressing,
): AccountResult {
  const narrowed = resourceFilter(options) !== undefined || unreadRegionsOf(inventory, options.regions).length > 0;
  const all = inventory.complete && !narrowed;
  const gaps = evaluation.gaps.list();
  // A suppression that names a region does not match a resource whose region was not read.
  const placing = new Set(checks.map(({ resource: { type, regionFrom = 'list' } }) => `${type} ${regionFrom}`));
  const unlisted = new Set(
    gaps
      .filter(({ kind }) => kind !== 'unsupported')
      .filter(({ facet, resourceType }) => facet === 'list' || placing.has(`${resourceType} ${facet}`))
      .flatMap((gap) => gap.checks),
  );
  const notices = suppressing.notices(
    evaluation.checks.map(({ check }) => ({ id: check, whole: all && !unlisted.has(check) })),
  );
  const { header } = inventory;
  // Whatever is missing is a gap; not every one keeps a check from judging.
  const complete =
    inventory.complete && header.regionGap === undefined && gaps.every(({ kind }) => kind === 'unsupported');
  const judged = new Map(evaluation.checks.map((each) => [each.check, each.judged]));
  const finishedAt = inventory.finishedAt ?? header.startedAt;
  const coverage: Coverage = {
    complete,
    services: [...inventory.calls]
      .sort(([a], [b]) => compare(a, b))
      .map(([key, { calls, denied, failed, unsupported }]) => {
        const [service = '', region = ''] = key.split('/');
        return { service, region, calls, denied, failed, unsupported };
      }),
    gaps: [...gaps, ...regionGaps(header, checks)],
    checks: narrowedChecks(checks, evaluation.checks, inventory, options),
    skippedRegions: header.skippedRegions,
    ...emptyRegionsOf(header),
    ...leftOutBy(checks),
    populations: evaluation.populations,
    judged: judgedOf(evaluation.checks),
  };
  return {
    run: {
      id: createHash('sha256')
        .update(JSON.stringify([header, finishedAt, options.now]))
        .digest('hex')
        .slice(0, 16),
      version,
      account: header.account,
      partition: header.partition,
      regions: options.regions === undefined ? header.regions : header.regions.filter(options.regions),
      startedAt: header.startedAt,
      finishedAt,
      caller: header.caller,
      ...(header.access === undefined ? {} : { access: header.access }),
      ...(options.bundle === undefined ? {} : { bundle: options.bundle }),
      ...(header.version === version ? {} : { readBy: header.version }),
      complete,
      source: options.source,
      interrupted: !inventory.complete,
      ...(options.selection === undefined ? {} : { selection: { ...options.selection, ...snapshotOf(inventory) } }),
    },
    summary: summarise(checks.length, evaluation),
    coverage,
    causes: evaluation.causes.list({
      account: header.account,
      partition: header.partition,
      regions: (check) => judged.get(check) ?? 0,
    }),
    suppressions: notices,
    findings: evaluation.findings,
  };
}

/** What was not listed by another service's word; types as reports call them. */
function emptyRegionsOf({ emptyRegions }: Inventory['header']): Pick<Coverage, 'emptyRegions'> {
  if (emptyRegions === undefined) return {};
  return {
    emptyRegions: {
      proven: emptyRegions.proven.map(({ region, by, at, types }) => ({
        region,
        by,
        at,
        resourceTypes: types.map((key) => key.slice(key.indexOf('/') + 1)).sort(),
      })),
      unproven: emptyRegions.unproven,
    },
  };
}

const snapshotOf = ({ digest }: Inventory): { snapshot?: string } => (digest === undefined ? {} : { snapshot: digest });

/** Enabled regions that the run, or this judging of it, leaves out. */
export function unreadRegionsOf({ header }: Inventory, judged?: JudgeOptions['regions']): string[] {
  const notRead = header.skippedRegions.filter(({ reason }) => reason === notSelected).map(({ region }) => region);
  const notJudged = judged === undefined ? [] : header.regions.filter((region) => !judged(region));
  return [...notRead, ...notJudged, ...(header.regionGap === undefined ? [] : ['opt-in regions'])];
}

/** The checks with what of the run's selection keeps each from seeing all there is. */
function narrowedChecks(
  checks: readonly Check[],
  coverage: readonly CheckCoverage[],
  inventory: Inventory,
  { resources, tags, regions }: JudgeOptions,
): readonly CheckCoverage[] {
  const unread = unreadRegionsOf(inventory, regions).length > 0;
  const regional = new Set(
    checks
      .filter(({ resource, along }) =>
        [resource, ...Object.values(along).map((other) => other.resource)].some(({ scope }) => scope === 'region'),
      )
      .map(({ id }) => id),
  );
  const byWish: Narrowed[] = [
    ...((resources?.length ?? 0) > 0 ? ['resources' as const] : []),
    ...((tags?.length ?? 0) > 0 ? ['tags' as const] : []),
  ];
  return coverage.map((each) => {
    const elsewhere = (unread && regional.has(each.check)) || (byWish.length === 0 && (each.leftOut ?? 0) > 0);
    const narrowed: Narrowed[] = [...(elsewhere ? ['regions' as const] : []), ...byWish];
    return narrowed.length === 0 ? each : { ...each, narrowed };
  });
}

function judgedOf(checks: readonly CheckCoverage[]): Judged {
  const sums = { judged: 0, notJudged: 0, notApplicable: 0, unlisted: 0 };
  for (const { judged, notJudged, notApplicable, unlisted = 0 } of checks) {
    sums.judged += judged;
    sums.notJudged += notJudged - unlisted;
    sums.notApplicable += notApplicable;
    sums.unlisted += unlisted;
  }
  return sums;
}

/** What the lists behind some checks leave out. */
function leftOutBy(checks: readonly Check[]): Pick<Coverage, 'leftOut'> {
  const types = new Set(
    checks.flatMap((check) => [check.resource, ...Object.values(check.along).map((other) => other.resource)]),
  );
  const leftOut = [...types]
    .flatMap((type) => leftOutOf(type).map((what) => ({ resourceType: type.type, what })))
    .sort((a, b) => compare(a.resourceType, b.resourceType));
  return leftOut.length === 0 ? {} : { leftOut };
}

/** The list of regions is something every check rests on. */
function regionGaps(header: Inventory['header'], checks: readonly Check[]): CoverageGap[] {
  if (header.regionGap === undefined) return [];
  const { actions, cause, deniedBy, code } = header.regionGap;
  const kind = actions.length > 0 ? 'denied' : 'failed';
  const regional = checks.filter((check) => check.resource.scope === 'region').map(({ id }) => id);
  return [
    {
      resourceType: 'AWS::::Account',
      region: 'opt-in regions',
      facet: 'regions',
      kind,
      actions,
      cause,
      ...(deniedBy === undefined ? {} : { deniedBy }),
      ...(code === undefined ? {} : { code }),
      resources: 0,
      checks: regional.sort(),
    },
  ];
}

/** The predicate behind --resource-arn, --tag and --region, or undefined when everything is judged. */
export function resourceFilter({
  resources,
  tags,
  regions,
}: Pick<JudgeOptions, 'resources' | 'tags' | 'regions'>): ResourceFilter | undefined {
  if ((resources?.length ?? 0) === 0 && (tags?.length ?? 0) === 0 && regions === undefined) return undefined;
  const tests = (resources ?? []).map(matcher);
  return ({ arn, region, item }, own) => {
    if (regions !== undefined && region !== 'global' && region !== 'unknown' && !regions(region)) return false;
    if (tests.length > 0 && !tests.some((test) => test(arn) || test(item.id) || test(item.name ?? item.id)))
      return false;
    // Tags that could not be read may be the wanted ones: the resource stays.
    return tags === undefined || tags.length === 0 || own === undefined || tags.some((tag) => hasTag(own, tag));
  };
}

/** What results tell of checks, once for all accounts. */
export const infosOf = (checks: readonly Check[]): readonly CheckInfo[] =>
  checks.map((check) => ({
    id: check.id,
    title: check.title,
    service: check.service,
    category: check.category,
    severity: check.severity,
    resourceType: check.resource.type,
    risk: check.risk,
    fix: generalFix(check.fix),
    references: check.references,
    frameworks: requirementsOf(check.id),
    ...(Object.keys(check.settings).length === 0 ? {} : { settings: settingsTold(check) }),
  }));

const settingsTold = ({ settings }: Check): NonNullable<CheckInfo['settings']> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, { default: value, describe }]) => [name, { default: value, describe }]),
  );

/** Without what only code can say of single findings. */
const generalFix = ({ text, cli, terraform }: Fix): Fix => ({
  text,
  ...(cli === undefined ? {} : { cli }),
  ...(terraform === undefined ? {} : { terraform }),
});

function summarise(checks: number, { findings, found, resources }: Evaluation<Findings>): Summary {
  return { checks, resources, findings: findings.length, ...summed(found) };
}

/** How the process is going to exit, and why. */
export interface Exit {
  readonly code: number;
  readonly reason: string;
  /** What to do about a collection that ended early. */
  readonly hint?: string;
}

const findingsOf = (count: number): string => `${count} finding${count === 1 ? '' : 's'}`;

/**
 * The exit code of a judged run.
 * @param options.failOn lowest severity that counts, or `none`
 * @param options.failOnUnknown whether what could not be judged counts too
 * @param options.compared what else makes it 1, by comparison with an earlier result
 * @param options.accepting what accepts failures, where it is no threshold alone
 * @param stopped the error that ended the collection early, if one did
 */
export function exitOf(
  result: Pick<AccountResult, 'run' | 'summary'>,
  options: {
    failOn: Severity | 'none';
    failOnUnknown?: boolean;
    allowIncomplete: boolean;
    nothingMatched?: string;
    compared?: readonly string[];
    accepting?: string;
  },
  stopped?: AuditError,
): Exit {
  if (stopped !== undefined) {
    const { exitCode: code, message: reason, hint } = stopped;
    return { code, reason, ...(hint === undefined ? {} : { hint }) };
  }
  const { failOn } = options;
  const counting = failOn === 'none' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const failed = counting.reduce((sum, severity) => sum + result.summary.failedBySeverity[severity], 0);
  const below = result.summary.byStatus.fail - failed;
  const which = failOn === 'informational' || failOn === 'none' ? '' : ` of severity ${failOn} or above`;
  const { compared = [] } = options;
  const own = failed > 0 ? [`${findingsOf(failed)}${which} failed${below === 0 ? '' : `, and ${below} below it`}`] : [];
  const all = `${findingsOf(result.summary.byStatus.fail)} failed`;
  if (own.length + compared.length > 0)
    return { code: 1, reason: [...own, ...compared, ...(own.length === 0 ? [all] : [])].join('; ') };
  const { unknown } = result.summary.byStatus;
  if (options.failOnUnknown === true && (unknown > 0 || !result.run.complete))
    return {
      code: 1,
      reason: `${unknown > 0 ? `${findingsOf(unknown)} unknown` : 'the scan is incomplete'}, which --fail-on unknown does not accept; ${all}`,
    };
  if (options.nothingMatched !== undefined)
    return { code: 3, reason: `${options.nothingMatched} matches no resource that was read: nothing was judged` };
  const said =
    below === 0
      ? 'nothing failed'
      : failOn === 'none'
        ? `${findingsOf(below)} failed, which ${options.accepting ?? (options.failOnUnknown === true ? '--fail-on unknown' : 'a threshold of none')} accepts`
        : `nothing${which} failed, ${findingsOf(below)} below it did`;
  if (result.run.complete) return { code: 0, reason: `every selected check was judged; ${said}` };
  return options.allowIncomplete
    ? { code: 0, reason: `the scan is incomplete, which --allow-incomplete accepts; ${said}` }
    : { code: 3, reason: `the scan is incomplete: something could not be judged; ${said}` };
}
