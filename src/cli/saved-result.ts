import { type Finding, statuses } from '../engine/finding.ts';
import type { AnyResult } from '../engine/result.ts';
import { countAt, listAt, objectAt, textAt, textsAt, WrongShape } from '../inventory/shape.ts';
import { AuditError } from '../program/errors.ts';
import { assertCounts } from './counts.ts';
import { readReport } from './report-file.ts';

/**
 * A whole result of `--format json`.
 * @throws AuditError `usage` for what is none, is damaged, or does not count populations
 */
export async function savedResult(file: string): Promise<AnyResult> {
  const { findings, whole } = await readReport(file, true);
  if (whole === undefined)
    throw new AuditError('usage', `${file}: is NDJSON, which holds no whole result`, {
      hint: 'Name a result that `audit --format json` wrote, or a snapshot.',
    });
  try {
    return wholeResult(whole, findings, file);
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    throw new AuditError('usage', `${file}: is not a whole result: ${error.message}`, {
      hint: 'Name a result that `audit --format json` wrote, or a snapshot.',
      cause: error,
    });
  }
}

function wholeResult(given: Readonly<Record<string, unknown>>, findings: readonly Finding[], file: string): AnyResult {
  const run = objectAt(given['run'], 'run');
  for (const name of ['account', 'startedAt', 'finishedAt', 'version', 'caller', 'partition'])
    textAt(run[name], `run.${name}`);
  runTold(run);
  const coverage = objectAt(given['coverage'], 'coverage');
  if (coverage['populations'] === undefined)
    throw new AuditError('usage', `${file}: was written by an earlier version, which did not count populations`, {
      hint: 'Judge its snapshot again: `audit report SNAPSHOT`.',
    });
  listAt(coverage['populations'], 'coverage.populations');
  for (const [at, one] of listAt(coverage['checks'], 'coverage.checks').entries()) {
    const check = objectAt(one, `coverage.checks[${at}]`);
    textAt(check['check'], `coverage.checks[${at}].check`);
    for (const name of ['population', 'unlisted', 'notApplicable'])
      countAt(check[name], `coverage.checks[${at}].${name}`);
  }
  for (const name of ['causes', 'suppressions', 'checks']) listAt(given[name], name);
  const summary = objectAt(given['summary'], 'summary');
  for (const name of ['byStatus', 'failedBySeverity']) objectAt(summary[name], `summary.${name}`);
  if (given['trustedAdvisor'] !== undefined) advisorAt(given['trustedAdvisor'], 'trustedAdvisor');
  assertCounts(given, findings);
  return { ...given, findings } as unknown as AnyResult;
}

/** What a cover shows besides; results that an earlier version wrote do not tell it. */
function runTold({ access, organization, bundle, readBy }: Readonly<Record<string, unknown>>): void {
  if (access !== undefined) {
    const { source, roles } = objectAt(access, 'run.access');
    textAt(source, 'run.access.source');
    textsAt(roles, 'run.access.roles');
  }
  if (organization !== undefined) {
    const place = objectAt(organization, 'run.organization');
    for (const name of ['id', 'managementAccount'])
      if (place[name] !== undefined) textAt(place[name], `run.organization.${name}`);
    for (const name of ['path', 'names'])
      if (place[name] !== undefined) textsAt(place[name], `run.organization.${name}`);
  }
  if (bundle !== undefined) textAt(bundle, 'run.bundle');
  if (readBy !== undefined) textAt(readBy, 'run.readBy');
}

function advisorAt(value: unknown, path: string): void {
  const { notRead, resourcesNotRead, checks, notListed, withoutCounterpart } = objectAt(value, path);
  if (resourcesNotRead !== undefined) textAt(resourcesNotRead, `${path}.resourcesNotRead`);
  if (notRead !== undefined) textAt(notRead, `${path}.notRead`);
  textsAt(notListed, `${path}.notListed`);
  countAt(withoutCounterpart, `${path}.withoutCounterpart`);
  for (const [at, one] of listAt(checks, `${path}.checks`).entries()) {
    const check = objectAt(one, `${path}.checks[${at}]`);
    for (const name of ['id', 'name', 'agreement', 'says']) textAt(check[name], `${path}.checks[${at}].${name}`);
    for (const name of ['status', 'checkedAt'])
      if (check[name] !== undefined) textAt(check[name], `${path}.checks[${at}].${name}`);
    for (const name of ['flagged', 'excluded'])
      if (check[name] !== undefined) countAt(check[name], `${path}.checks[${at}].${name}`);
    textsAt(check['ours'], `${path}.checks[${at}].ours`);
    if (check['columns'] !== undefined) textsAt(check['columns'], `${path}.checks[${at}].columns`);
    if (check['resources'] !== undefined) advisedAt(check['resources'], `${path}.checks[${at}].resources`);
  }
}

function advisedAt(value: unknown, path: string): void {
  for (const [at, one] of listAt(value, path).entries()) {
    const { status, region, cells, ours } = objectAt(one, `${path}[${at}]`);
    for (const [name, text] of Object.entries({ status, region }))
      if (text !== undefined) textAt(text, `${path}[${at}].${name}`);
    textsAt(cells, `${path}[${at}].cells`);
    if (ours !== undefined && !(statuses as readonly unknown[]).includes(ours))
      throw new WrongShape(`${path}[${at}].ours`, 'a status');
  }
}
