import { severities } from '../../src/engine/severity.ts';
import type { OrganizationResult } from '../../src/organization/merge/model.ts';
import { requirementStandings } from '../../src/organization/merge/model.ts';
import { csvLine } from '../csv.ts';
import { requirementStatusNames } from '../requirements.ts';
import { together } from './parts.ts';
import { inText, sumText } from './words.ts';

/** A line for each account of the manifest; the last line is the sum. */
export function* accountsCsv({ accounts, summary }: OrganizationResult): Generator<string> {
  yield csvLine([
    'account',
    'name',
    'ou',
    'status',
    'cause',
    'message',
    'resources',
    'failed',
    'unknown',
    'manual',
    'suppressed',
    'passed',
    ...severities.map((severity) => `failed_${severity}`),
  ]);
  for (const { id, name, ou, status, cause, judged } of accounts)
    yield csvLine([
      id,
      name,
      ou,
      status,
      cause?.kind,
      cause?.message,
      judged?.resources,
      judged?.byStatus.fail,
      judged?.byStatus.unknown,
      judged?.byStatus.manual,
      judged?.byStatus.suppressed,
      judged?.byStatus.pass,
      ...severities.map((severity) => judged?.failedBySeverity[severity]),
    ]);
  const { byStatus, failedBySeverity, resources } = summary;
  yield csvLine([
    'sum',
    '',
    '',
    '',
    '',
    sumText(summary.accounts),
    resources,
    byStatus.fail,
    byStatus.unknown,
    byStatus.manual,
    byStatus.suppressed,
    byStatus.pass,
    ...severities.map((severity) => failedBySeverity[severity]),
  ]);
}

/** A line for each finding of an account that did not pass, and one for each account without any result. */
export async function* findingsCsv(result: OrganizationResult): AsyncGenerator<string> {
  yield csvLine([
    'account',
    'account_name',
    'ou',
    'account_status',
    'check',
    'title',
    'severity',
    'status',
    'region',
    'resource_type',
    'resource',
    'message',
    'fingerprint',
    'accepted_by',
    'accepted_because',
    'accepted_until',
    'in_accounts',
  ]);
  const across = new Map(result.checks.map((line) => [line.check, inText(line)]));
  for await (const { line, findings } of result.details()) {
    const own = [line.id, line.name, line.ou, line.status];
    if (line.judged === undefined)
      yield csvLine([
        ...own,
        '',
        '',
        '',
        line.status === 'skipped' ? 'skipped' : 'unknown',
        '',
        '',
        '',
        line.cause?.message,
      ]);
    yield* together(
      findings,
      ({ check, title, severity, status, region, resource, message, fingerprint, suppression }) =>
        csvLine([
          ...own,
          check,
          title,
          severity,
          status,
          region,
          resource.type,
          resource.arn,
          message,
          fingerprint,
          suppression?.owner,
          suppression?.reason,
          suppression?.until,
          across.get(check),
        ]),
    );
  }
}

/** A line for each requirement of each framework, over all accounts. */
export function* requirementsCsv({ compliance }: OrganizationResult): Generator<string> {
  yield csvLine([
    'framework',
    'version',
    'framework_sha256',
    'requirement',
    'number',
    'title',
    'status',
    ...requirementStandings.map((standing) => `accounts_${standing.replaceAll('-', '_')}`),
    'population',
    'passed',
    'failed',
    'unknown',
    'manual',
    'suppressed',
    'not_applicable',
  ]);
  for (const { key, version, hash, requirements } of compliance)
    for (const { id, number, title, status, accounts, population, counts } of requirements)
      yield csvLine([
        key,
        version ?? '',
        hash,
        id,
        number ?? id,
        title,
        requirementStatusNames[status],
        ...requirementStandings.map((standing) => accounts[standing]),
        population,
        ...['passed', 'failed', 'unknown', 'manual', 'suppressed', 'notApplicable'].map((name) => counts[name] ?? 0),
      ]);
}
