import { causesOf } from '../../src/engine/causes/ledger.ts';
import type { Check } from '../../src/engine/check.ts';
import type { Category, Severity } from '../../src/engine/check.ts';
import { categories, severities } from '../../src/engine/check.ts';
import type { Finding, FindingResource, Status } from '../../src/engine/finding.ts';
import { statuses } from '../../src/engine/finding.ts';
import { fingerprintOf } from '../../src/engine/fingerprint.ts';
import type { CheckCoverage, CheckInfo, Coverage, RunResult, StatusCounts, Summary } from '../../src/engine/result.ts';
import { schemaVersion } from '../../src/engine/result.ts';
import { allChecks, byId } from './fixture-checks.ts';

export const account = '111122223333';

/** A name that tries everything: HTML, terminal escapes, bidirectional text, spreadsheet formulas, shell. */
export const hostileName =
  '</script><img src=x onerror="document.title=\'owned\'">\u001b[31mred\u001b[0m\u202egpj.exe\u202c =cmd|x $(touch /tmp/owned)\'"`;\u0007';

const emptyCounts = (): Record<Status, number> => ({ fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: 0 });

export function summarise(findings: readonly Finding[], checks: number): Summary {
  const byStatus = emptyCounts();
  const failedBySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const byCategory: Partial<Record<Category, StatusCounts & Record<Status, number>>> = {};
  const byService: Record<string, Record<Status, number>> = {};
  for (const { status, severity, category, service } of findings) {
    byStatus[status] += 1;
    if (status === 'fail') failedBySeverity[severity] += 1;
    (byCategory[category] ??= emptyCounts())[status] += 1;
    (byService[service] ??= emptyCounts())[status] += 1;
  }
  const resources = new Set(findings.map(({ resource }) => resource.arn)).size;
  return { checks, resources, findings: findings.length, byStatus, failedBySeverity, byCategory, byService };
}

export interface Case {
  readonly check: string;
  readonly status: Status;
  readonly region?: string;
  readonly name: string;
  readonly id?: string;
  readonly arn: string;
  readonly message: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly observed?: unknown;
  readonly suppression?: Finding['suppression'];
  readonly unknown?: Finding['unknown'];
}

export function findingOf(given: Case): Finding {
  const check = byId(given.check);
  const region = given.region ?? 'global';
  const resource: FindingResource = {
    type: check.resourceType,
    id: given.id ?? given.name,
    arn: given.arn,
    name: given.name,
    tags: given.tags ?? {},
  };
  const denied = given.status === 'unknown';
  return {
    fingerprint: fingerprintOf(check.id, account, region, given.arn),
    check: check.id,
    title: check.title,
    service: check.service,
    category: check.category,
    severity: check.severity,
    status: given.status,
    message: given.message,
    account,
    region,
    resource,
    evidence: [
      { facet: 'list', actions: [check.listAction], outcome: 'present' },
      denied
        ? { facet: check.facet, actions: [check.facetAction], outcome: 'denied', code: 'AccessDenied' }
        : { facet: check.facet, actions: [check.facetAction], outcome: 'present' },
    ],
    ...(given.observed === undefined ? {} : { observed: given.observed }),
    ...(given.suppression === undefined ? {} : { suppression: given.suppression }),
    ...(given.unknown === undefined ? {} : { unknown: given.unknown }),
  };
}

const order = <T>(list: readonly T[]): ReadonlyMap<T, number> => new Map(list.map((value, index) => [value, index]));
const severityOrder = order(severities);

export const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      (severityOrder.get(a.severity) ?? 0) - (severityOrder.get(b.severity) ?? 0) ||
      (a.check < b.check ? -1 : a.check > b.check ? 1 : 0) ||
      (a.region < b.region ? -1 : a.region > b.region ? 1 : 0) ||
      (a.resource.arn < b.resource.arn ? -1 : 1),
  );

export const checkInfos = (): CheckInfo[] =>
  allChecks.map(({ listAction: _list, facet: _facet, facetAction: _action, ...info }) => info);

export function resultOf(findings: readonly Finding[], change: Partial<RunResult> = {}): RunResult {
  const checks = checkInfos();
  const coverage: Coverage = change.coverage ?? {
    complete: true,
    services: [],
    gaps: [],
    checks: coverageOf(findings, checks),
    skippedRegions: [],
  };
  return {
    schemaVersion,
    run: {
      id: '0f6f3a52-6f0e-4f2e-9c3f-5f1c1f6b7a10',
      version: '0.1.0',
      account,
      partition: 'aws',
      regions: ['eu-west-1', 'us-east-1'],
      startedAt: '2026-03-04T05:06:07.000Z',
      finishedAt: '2026-03-04T05:07:39.000Z',
      caller: `arn:aws:sts::${account}:assumed-role/auditor/nightly`,
      complete: coverage.complete,
      source: 'aws',
      interrupted: false,
    },
    summary: summarise(findings, checks.length),
    coverage,
    causes: change.causes ?? causesOf(findings, asChecks(checks), { account, partition: 'aws', regions: () => 2 }),
    suppressions: [],
    checks,
    findings: sorted(findings),
    ...change,
  };
}

/** As far as causes look at them. */
const asChecks = (infos: readonly CheckInfo[]): readonly Check[] =>
  infos.map((info) => ({ ...info, resource: { singleton: false, scope: 'region' } }) as unknown as Check);

export const coverageOf = (findings: readonly Finding[], checks: readonly CheckInfo[]): CheckCoverage[] =>
  checks.map(({ id }) => {
    const own = findings.filter(({ check }) => check === id);
    const notJudged = own.filter(({ status }) => status === 'unknown').length;
    return { check: id, judged: own.length - notJudged, notJudged, notApplicable: 1, unsupported: 0 };
  });

export { allChecks, categories, statuses };
