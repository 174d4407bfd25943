import type { RequirementStatus } from '../engine/compliance.ts';
import type { Counts } from '../engine/counts.ts';
import { countsOf, ofKey, zeros } from '../engine/counts.ts';
import type { Finding } from '../engine/finding.ts';
import { statuses } from '../engine/finding.ts';
import { severities } from '../engine/severity.ts';
import { countAt, listAt, objectAt, textAt, textsAt, WrongShape } from '../inventory/shape.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a result counts of its findings, as it stands in the file. */
export interface Counted {
  readonly schemaVersion?: unknown;
  readonly summary?: unknown;
  readonly coverage?: unknown;
  readonly causes?: unknown;
  readonly compliance?: unknown;
}

/** @throws WrongShape naming the first count that is not what the findings give */
export function assertCounts(result: Counted, findings: readonly Finding[]): void {
  for (const off of countsOff(result, findings)) throw new WrongShape(off.path, off.expected);
}

/**
 * The counts of a result that are not what its findings give. What an earlier version did not tell is not held against them.
 * @throws WrongShape for what is no count where one stands
 */
export function* countsOff(
  { schemaVersion, summary, coverage, causes, compliance }: Counted,
  findings: readonly Finding[],
): Generator<{ readonly path: string; readonly expected: string }> {
  for (const [path, told, counted] of [
    ...(summary === undefined ? [] : summaryCounts(objectAt(summary, 'summary'), findings)),
    ...(coverage === undefined ? [] : coverageCounts(objectAt(coverage, 'coverage'), findings)),
    ...(causes === undefined ? [] : causeCounts(listAt(causes, 'causes'), findings, schemaVersion)),
    ...(compliance === undefined ? [] : complianceCounts(listAt(compliance, 'compliance'), findings)),
  ])
    if (told !== counted) yield { path: `${path} (${told})`, expected: `${counted}, as its findings have it` };
}

/** Where a count stands, what it is there, and what the findings give. */
type Count = readonly [path: string, told: number, counted: number];

function* summaryCounts(summary: Json, findings: readonly Finding[]): Generator<Count> {
  const { byStatus, failedBySeverity, ...groups } = countsOf(findings);
  yield ['summary.findings', countAt(summary['findings'], 'summary.findings'), findings.length];
  yield* eachStatus(summary['byStatus'], 'summary.byStatus', byStatus);
  const failed = objectAt(summary['failedBySeverity'], 'summary.failedBySeverity');
  for (const name of severities) {
    const path = `summary.failedBySeverity.${name}`;
    yield [path, countAt(failed[name], path), failedBySeverity[name]];
  }
  for (const [name, of] of Object.entries(groups)) {
    const counted = new Map(Object.entries(of));
    const told = objectAt(summary[name], `summary.${name}`);
    for (const key of new Set([...Object.keys(told), ...counted.keys()]))
      yield* eachStatus(told[key] ?? zeros(), `summary.${name}.${key}`, counted.get(key) ?? zeros());
  }
}

function* eachStatus(given: unknown, path: string, counted: Readonly<Counts>): Generator<Count> {
  const told = objectAt(given, path);
  for (const status of statuses)
    yield [`${path}.${status}`, countAt(told[status], `${path}.${status}`), counted[status]];
}

/** Whether a finding could be judged, whoever accepted it. */
const isUnknown = ({ status, suppression }: Finding): boolean =>
  status === 'unknown' || (status === 'suppressed' && suppression?.status === 'unknown');

function* coverageCounts(coverage: Json, findings: readonly Finding[]): Generator<Count> {
  // Results before 2.2 do not tell populations.
  if (coverage['populations'] === undefined) return;
  const found = new Map<string, { judged: number; notJudged: number }>();
  for (const finding of findings) {
    const own = found.get(finding.check) ?? { judged: 0, notJudged: 0 };
    own[isUnknown(finding) ? 'notJudged' : 'judged'] += 1;
    found.set(finding.check, own);
  }
  const sums = { judged: 0, notJudged: 0, notApplicable: 0, unlisted: 0 };
  for (const [at, given] of listAt(coverage['checks'], 'coverage.checks').entries()) {
    const path = `coverage.checks[${at}]`;
    const one = objectAt(given, path);
    const check = textAt(one['check'], `${path}.check`);
    const told = (name: string): number => countAt(one[name], `${path}.${name}`);
    const { judged, notJudged } = found.get(check) ?? { judged: 0, notJudged: 0 };
    found.delete(check);
    yield [`${path}.judged of ${check}`, told('judged'), judged];
    yield [`${path}.notJudged of ${check}`, told('notJudged'), notJudged];
    yield [`${path}.population of ${check}`, told('population'), judged + notJudged + told('notApplicable')];
    sums.judged += judged;
    sums.notJudged += notJudged - told('unlisted');
    sums.notApplicable += told('notApplicable');
    sums.unlisted += told('unlisted');
  }
  for (const [check, { judged, notJudged }] of found) yield [`coverage of ${check}`, 0, judged + notJudged];
  for (const [at, given] of listAt(coverage['populations'], 'coverage.populations').entries()) {
    const path = `coverage.populations[${at}]`;
    const { listed, regions } = objectAt(given, path);
    const counts = Object.entries(objectAt(regions, `${path}.regions`));
    const all = counts.reduce((sum, [region, count]) => sum + countAt(count, `${path}.regions.${region}`), 0);
    yield [`${path}.listed`, countAt(listed, `${path}.listed`), all];
  }
  if (coverage['judged'] === undefined) return;
  const told = objectAt(coverage['judged'], 'coverage.judged');
  for (const [name, counted] of Object.entries(sums))
    yield [`coverage.judged.${name}`, countAt(told[name], `coverage.judged.${name}`), counted];
}

function* causeCounts(
  causes: readonly unknown[],
  findings: readonly Finding[],
  schemaVersion: unknown,
): Generator<Count> {
  const byPrint = new Map(findings.map((each) => [each.fingerprint, each]));
  const caused = new Set<string>();
  for (const [at, given] of causes.entries()) {
    const path = `causes[${at}]`;
    const cause = objectAt(given, path);
    const prints = textsAt(cause['findings'], `${path}.findings`);
    const own = prints.flatMap((print) => byPrint.get(print) ?? []);
    for (const print of prints) caused.add(print);
    yield [`${path}.findings`, prints.length, own.length];
    yield [
      `${path}.resources`,
      countAt(cause['resources'], `${path}.resources`),
      new Set(own.map(({ resource }) => resource.arn)).size,
    ];
    yield [
      `${path}.worst`,
      countAt(cause['worst'], `${path}.worst`),
      own.filter(({ severity }) => severity === cause['severity']).length,
    ];
  }
  if (schemaVersion === '2.0') return;
  const failed = findings.filter(({ status }) => status === 'fail');
  yield [
    'what causes name of failed findings',
    failed.filter((each) => caused.has(each.fingerprint)).length,
    failed.length,
  ];
}

/** What a framework's summary counts, by the requirements' statuses. */
const requirementsAs: Readonly<Record<string, readonly RequirementStatus[]>> = {
  met: ['met'],
  metWithAcceptedRisks: ['met-with-accepted-risks'],
  notMet: ['not-met'],
  unknown: ['unknown'],
  manual: ['manual'],
  notCovered: ['not-covered'],
  notApplicable: ['not-applicable'],
  assessable: ['met', 'met-with-accepted-risks', 'not-met'],
};

function* requirementCounts(summary: Json, requirements: readonly unknown[], path: string): Generator<Count> {
  const given = requirements.map((each, at) => objectAt(each, `${path}.requirements[${at}]`)['status']);
  yield [`${path}.summary.total`, countAt(summary['total'], `${path}.summary.total`), given.length];
  for (const [name, those] of Object.entries(requirementsAs)) {
    const counted = given.filter((each) => those.some((one) => one === each)).length;
    yield [`${path}.summary.${name}`, countAt(summary[name], `${path}.summary.${name}`), counted];
  }
}

/** What a requirement's check counts, by the findings' statuses. */
const countedAs = {
  passed: 'pass',
  failed: 'fail',
  unknown: 'unknown',
  manual: 'manual',
  suppressed: 'suppressed',
} as const;

function* complianceCounts(compliance: readonly unknown[], findings: readonly Finding[]): Generator<Count> {
  const byCheck = new Map<string, Counts>();
  for (const { check, status, suppression } of findings)
    ofKey(byCheck, check)[
      status === 'suppressed' && suppression?.status !== 'fail' ? (suppression?.status ?? 'unknown') : status
    ] += 1;
  for (const [at, framework] of compliance.entries()) {
    const of = `compliance[${at}]`;
    const told = objectAt(framework, of);
    const requirements = listAt(told['requirements'], `${of}.requirements`);
    yield* requirementCounts(objectAt(told['summary'], `${of}.summary`), requirements, of);
    for (const [n, given] of requirements.entries()) {
      const path = `${of}.requirements[${n}]`;
      const requirement = objectAt(given, path);
      for (const [c, one] of listAt(requirement['checks'], `${path}.checks`).entries()) {
        const held = objectAt(one, `${path}.checks[${c}]`);
        const check = textAt(held['check'], `${path}.checks[${c}].check`);
        const counted = byCheck.get(check) ?? zeros();
        const countOf = (name: string): number => countAt(held[name], `${path}.checks[${c}].${name}`);
        for (const [name, status] of Object.entries(countedAs))
          yield [`${path}.checks[${c}].${name} of ${check}`, countOf(name), counted[status]];
        const all = Object.values(counted).reduce((sum, count) => sum + count, 0);
        yield [`${path}.checks[${c}].population of ${check}`, countOf('population'), all + countOf('notApplicable')];
      }
    }
  }
}
