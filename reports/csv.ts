import type { ReportOptions, Reporter } from '../src/engine/reporter.ts';
import type { AnyResult } from '../src/engine/result.ts';
import { escapeText } from './text.ts';
import { requirementStatusNames } from './requirements.ts';

type Value = string | number | undefined;

/**
 * What a spreadsheet would take for a formula, whoever named the resource: also in full width, and after blanks that it drops.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** A field as RFC 4180 has it, which no spreadsheet runs and no terminal acts on. */
function field(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = escapeText(value);
  const safe = formula.test(value) || formula.test(text) ? `'${text}` : text;
  return /[",\n\r]|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (values: readonly Value[]): string => `${values.map(field).join(',')}\r\n`;

/** Excel takes a file without it for text of the system's own code page. */
const mark = ({ csvBom }: ReportOptions): readonly string[] => (csvBom === true ? ['\ufeff'] : []);

const joined = (texts: readonly string[]): string => texts.join('; ');

/** Every requirement of every framework that was asked for. */
export const requirementsCsv: Reporter = {
  name: 'requirements-csv',
  extension: 'requirements.csv',
  *render(result, options) {
    yield* mark(options);
    yield csvLine([
      'account',
      'framework',
      'version',
      'framework_sha256',
      'id',
      'number',
      'title',
      'section',
      'status',
      'why',
      'checks',
      'population',
      'passed',
      'failed',
      'unknown',
      'manual',
      'suppressed',
      'not_applicable',
      'lists_not_read',
      'not_live',
      'aws_report',
      'attested_by',
      'attested_until',
      'fingerprints',
      'more_fingerprints',
      'within_selection',
      'within_selection_why',
    ]);
    for (const { framework, requirements } of result.compliance ?? [])
      for (const each of requirements) {
        const sum = (
          name: 'population' | 'passed' | 'failed' | 'unknown' | 'manual' | 'suppressed' | 'notApplicable',
        ) => each.checks.reduce((total, check) => total + check[name], 0);
        yield csvLine([
          result.run.account,
          framework.key,
          framework.version ?? '',
          framework.hash,
          each.id,
          each.number ?? each.id,
          each.title,
          each.section,
          requirementStatusNames[each.status],
          each.why,
          joined(each.checks.map(({ check, covers }) => `${check} (${covers})`)),
          sum('population'),
          sum('passed'),
          sum('failed'),
          sum('unknown'),
          sum('manual'),
          sum('suppressed'),
          sum('notApplicable'),
          each.checks.reduce((total, { unlisted = [] }) => total + unlisted.length, 0),
          joined(each.notLive),
          each.awsReport,
          each.attestation?.who,
          each.attestation?.validUntil,
          joined(each.fingerprints),
          each.moreFingerprints ?? 0,
          each.withinSelection === undefined ? undefined : requirementStatusNames[each.withinSelection.status],
          each.withinSelection?.why,
        ]);
      }
  },
};

/** Every finding, those that passed too. */
export const findingsCsv: Reporter = {
  name: 'findings-csv',
  extension: 'findings.csv',
  *render(result, options) {
    yield* mark(options);
    yield csvLine([
      'account',
      'fingerprint',
      'check',
      'title',
      'severity',
      'status',
      'region',
      'resource_type',
      'resource_id',
      'resource_name',
      'resource_arn',
      'message',
      'requirements',
      'asked',
      'read_from',
      'read_to',
      'accepted_because',
      'accepted_by',
      'accepted_until',
    ]);
    const asks = requirementsByCheck(result);
    for (const each of result.findings) {
      const asked = each.evidence.flatMap((one) => one.asked ?? []);
      yield csvLine([
        each.account,
        each.fingerprint,
        each.check,
        each.title,
        each.severity,
        each.status,
        each.region,
        each.resource.type,
        each.resource.id,
        each.resource.name,
        each.resource.arn,
        each.message,
        joined(asks.get(each.check) ?? []),
        joined([...new Set(asked.flatMap(({ requests }) => requests.map(({ operation }) => operation)))]),
        asked.map(({ from }) => from).sort()[0],
        asked
          .map(({ to }) => to)
          .sort()
          .at(-1),
        each.suppression?.reason,
        each.suppression?.owner,
        each.suppression?.until,
      ]);
    }
  },
};

function requirementsByCheck({ compliance = [] }: AnyResult): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { framework, requirements } of compliance)
    for (const { id, checks } of requirements)
      for (const { check } of checks) {
        const own = names.get(check);
        if (own === undefined) names.set(check, [`${framework.key}:${id}`]);
        else own.push(`${framework.key}:${id}`);
      }
  return names;
}

/** What was listed of each type in each region, and what could not be. */
export const populationsCsv: Reporter = {
  name: 'populations-csv',
  extension: 'populations.csv',
  *render({ run, coverage }, options) {
    yield* mark(options);
    yield csvLine([
      'account',
      'list',
      'resource_type',
      'region',
      'listed',
      'not_read_because',
      'operations',
      'parameters',
      'read_from',
      'read_to',
      'iam_actions',
    ]);
    for (const { list, resourceType, regions, unlisted, nowhere = [], actions, asked } of coverage.populations ?? []) {
      const how = [
        joined((asked?.requests ?? []).map(({ operation }) => operation)),
        joined((asked?.requests ?? []).map(({ parameters }) => JSON.stringify(parameters))),
        asked?.from,
        asked?.to,
        joined(actions),
      ];
      const row = (region: string, listed: Value, why?: string): string =>
        csvLine([run.account, list, resourceType, region, listed, why, ...how]);
      for (const [region, listed] of Object.entries(regions)) yield row(region, listed);
      for (const { region, cause } of unlisted) yield row(region, undefined, cause);
      for (const region of nowhere) yield row(region, undefined, 'the service does not exist there');
    }
  },
};
