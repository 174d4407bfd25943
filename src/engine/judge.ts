import { createHash } from 'node:crypto';
import type { Inventory } from '../inventory/inventory.ts';
import { compare } from '../inventory/inventory.ts';
import type { Category, Check, Severity } from './check.ts';
import { severities } from './check.ts';
import type { ResourceFilter } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import type { Finding, Status } from './finding.ts';
import { statuses } from './finding.ts';
import { requirementsOf } from './frameworks.ts';
import type { AuditError } from '../errors.ts';
import { notSelected } from '../aws/regions.ts';
import { matcher } from '../text/glob.ts';
import type { CheckInfo, Coverage, CoverageGap, RunResult, Summary } from './result.ts';
import { schemaVersion } from './result.ts';
import type { Suppression } from './suppressions.ts';
import { applySuppressions, hasTag } from './suppressions.ts';
import { version } from '../version.ts';

export interface JudgeOptions {
  /** Clock of the run in ms since 1970. */
  readonly now: number;
  readonly source: 'aws' | 'snapshot' | 'demo';
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly trustedAccounts?: readonly string[];
  readonly suppressions?: readonly Suppression[];
  /** Judge only resources whose ARN, id or name matches one of these (`*` allowed). */
  readonly resources?: readonly string[] | undefined;
  /** Judge only resources with one of these tags (`key=value` or `key`). */
  readonly tags?: readonly string[] | undefined;
  /** Judge only resources of these regions: a snapshot may hold more. */
  readonly regions?: ((region: string) => boolean) | undefined;
}

/** Judges an inventory and makes everything a report shows. Pure: same inventory, checks and options, same result. */
export function judge(checks: readonly Check[], inventory: Inventory, options: JudgeOptions): RunResult {
  const evaluation = evaluate(checks, inventory, {
    now: options.now,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
    ...(options.severities === undefined ? {} : { severities: options.severities }),
    ...(options.trustedAccounts === undefined ? {} : { trustedAccounts: options.trustedAccounts }),
    wanted: resourceFilter(options),
    unreadRegions: unreadRegionsOf(inventory, options.regions),
  });
  const { findings, notices } = applySuppressions(evaluation.findings, options.suppressions ?? [], options.now, checks);
  const { header } = inventory;
  const complete =
    inventory.complete && header.regionGap === undefined && evaluation.checks.every((c) => c.notJudged === 0);
  const finishedAt = inventory.finishedAt ?? header.startedAt;
  const coverage: Coverage = {
    complete,
    services: [...inventory.calls]
      .sort(([a], [b]) => compare(a, b))
      .map(([key, { calls, errors }]) => {
        const [service = '', region = ''] = key.split('/');
        return { service, region, calls, errors };
      }),
    gaps: [...evaluation.gaps.list(), ...regionGaps(header, checks)],
    checks: evaluation.checks,
    skippedRegions: header.skippedRegions,
  };
  return {
    schemaVersion,
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
      complete,
      source: options.source,
      interrupted: !inventory.complete,
    },
    summary: summarise(checks, findings, evaluation.resources),
    coverage,
    suppressions: notices,
    checks: checks.map((check) => infoOf(check, options.severities?.[check.id])),
    findings,
  };
}

/** Enabled regions that the run, or this judging of it, leaves out. */
function unreadRegionsOf({ header }: Inventory, judged: JudgeOptions['regions']): string[] {
  const notRead = header.skippedRegions.filter(({ reason }) => reason === notSelected).map(({ region }) => region);
  const notJudged = judged === undefined ? [] : header.regions.filter((region) => !judged(region));
  return [...notRead, ...notJudged, ...(header.regionGap === undefined ? [] : ['opt-in regions'])];
}

/** The list of regions is something every check rests on. */
function regionGaps(header: Inventory['header'], checks: readonly Check[]): CoverageGap[] {
  if (header.regionGap === undefined) return [];
  const { actions, cause } = header.regionGap;
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

export const infoOf = (check: Check, severity: Severity = check.severity): CheckInfo => ({
  id: check.id,
  title: check.title,
  service: check.service,
  category: check.category,
  severity,
  resourceType: check.resource.type,
  risk: check.risk,
  fix: check.fix,
  references: check.references,
  frameworks: requirementsOf(check.id),
});

function summarise(checks: readonly Check[], findings: readonly Finding[], resources: number): Summary {
  const byStatus = zeros();
  const failedBySeverity = Object.fromEntries(severities.map((s) => [s, 0])) as Record<Severity, number>;
  const byCategory: Partial<Record<Category, Record<Status, number>>> = {};
  const byService: Record<string, Record<Status, number>> = {};
  for (const { status, severity, category, service } of findings) {
    byStatus[status] += 1;
    if (status === 'fail') failedBySeverity[severity] += 1;
    (byCategory[category] ??= zeros())[status] += 1;
    (byService[service] ??= zeros())[status] += 1;
  }
  return {
    checks: checks.length,
    resources,
    findings: findings.length,
    byStatus,
    failedBySeverity,
    byCategory,
    byService,
  };
}

const zeros = (): Record<Status, number> => Object.fromEntries(statuses.map((s) => [s, 0])) as Record<Status, number>;

/** How the process is going to exit, and why. */
export interface Exit {
  readonly code: number;
  readonly reason: string;
}

/**
 * The exit code of a judged run.
 * @param options.failOn lowest severity that counts, or `none`
 * @param stopped the error that ended the collection early, if one did
 */
export function exitOf(
  result: RunResult,
  options: { failOn: Severity | 'none'; allowIncomplete: boolean; nothingMatched?: string },
  stopped?: AuditError,
): Exit {
  if (stopped !== undefined) return { code: stopped.exitCode, reason: stopped.message };
  if (options.failOn !== 'none') {
    const counting = severities.slice(0, severities.indexOf(options.failOn) + 1);
    const failed = counting.reduce((sum, severity) => sum + result.summary.failedBySeverity[severity], 0);
    const which = options.failOn === 'informational' ? '' : ` of severity ${options.failOn} or above`;
    if (failed > 0) return { code: 1, reason: `${failed} finding${failed === 1 ? '' : 's'}${which} failed` };
  }
  if (options.nothingMatched !== undefined)
    return { code: 3, reason: `${options.nothingMatched} matches no resource that was read: nothing was judged` };
  if (result.run.complete) return { code: 0, reason: 'every selected check was judged' };
  return options.allowIncomplete
    ? { code: 0, reason: 'the scan is incomplete, which --allow-incomplete accepts' }
    : { code: 3, reason: 'the scan is incomplete: something could not be judged' };
}
