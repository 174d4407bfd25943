import type { Cause } from '../engine/causes/cause.ts';
import { efforts, reaches } from '../engine/causes/cause.ts';
import type { Finding } from '../engine/finding.ts';
import { schemaVersion } from '../engine/result.ts';
import { severities } from '../engine/severity.ts';
import { countAt, listAt, objectAt, readAt, textAt, textsAt, WrongShape } from '../inventory/shape.ts';
import { AuditError } from '../program/errors.ts';
import type { Counted } from './counts.ts';
import { jsonIn, readText } from './json-file.ts';

/** What is looked up in a report. */
export interface Report {
  readonly findings: readonly Finding[];
  /** Undefined where the report is of a version that had none. */
  readonly causes: readonly Cause[] | undefined;
}

interface ReportFile extends Report {
  /** All of it, as it stands there; undefined for NDJSON. */
  readonly whole: Readonly<Record<string, unknown>> | undefined;
  /** The rest of it, as it stands there. */
  readonly parts: Counted & { readonly run?: unknown; readonly checks?: unknown };
}

/**
 * The findings and causes of a report in JSON or NDJSON.
 * @param packed whether it may be compressed by gzip
 * @throws AuditError `usage` naming the file, and the line and what is wrong there
 */
export async function readReport(file: string, packed = false): Promise<ReportFile> {
  const text = await readText(file, packed);
  if (/^\s*\{"type":/.test(text)) return linesOf(text, file);
  const report = jsonIn(text, file);
  try {
    const whole = objectAt(report, 'the report');
    const { findings, causes, schemaVersion, run, coverage, checks, summary, compliance } = whole;
    assertForm(schemaVersion, file);
    return {
      whole,
      parts: { schemaVersion, run, coverage, checks, summary, causes, compliance },
      findings: listAt(findings, 'findings').map((one, at) => findingAt(one, `findings[${at}]`)),
      causes:
        causes === undefined ? undefined : listAt(causes, 'causes').map((one, at) => causeAt(one, `causes[${at}]`)),
    };
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    throw await notReport(error, file, text);
  }
}

function linesOf(text: string, file: string): ReportFile {
  const findings: Finding[] = [];
  const causes: Cause[] = [];
  const checks: unknown[] = [];
  let [version, run, coverage, summary]: [string, unknown, unknown, unknown] = ['', undefined, undefined, undefined];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const value = objectAt(jsonIn(line, file, at), 'the line');
      if (value['type'] === 'finding') findings.push(findingAt(value, 'the finding'));
      if (value['type'] === 'cause') causes.push(causeAt(value, 'the cause'));
      if (value['type'] === 'check') checks.push(value);
      if (value['type'] === 'coverage') coverage = value;
      if (value['type'] === 'summary') summary = value;
      if (value['type'] !== 'run') continue;
      assertForm(value['schemaVersion'], file);
      const { schemaVersion: form } = value;
      [version, run] = [typeof form === 'string' ? form : '', value];
    } catch (error) {
      if (!(error instanceof WrongShape)) throw error;
      throw wrong(error, file, at + 1);
    }
  }
  const old = causes.length === 0 && version === '2.0';
  const told = old ? undefined : causes;
  return {
    findings,
    causes: told,
    whole: undefined,
    parts: { schemaVersion: version, run, coverage, checks, summary, causes: told },
  };
}

/**
 * A newer form is refused also where it only adds something: what is not understood of it would be left out in silence.
 * @throws AuditError `usage` for a report of which the fields mean something else than this version knows, or more
 */
function assertForm(version: unknown, file: string): void {
  const [known, latest = 0] = schemaVersion.split('.').map(Number);
  const [, major, minor] = (typeof version === 'string' ? /^(\d+)\.(\d+)$/.exec(version) : null) ?? [];
  if (version === undefined || (Number(major) === known && Number(minor) <= latest)) return;
  throw new AuditError(
    'usage',
    `${file}: is a report of form ${typeof version === 'string' ? version : JSON.stringify(version)}, and this version reads form ${known}.0 to ${schemaVersion}`,
    {
      hint: 'Use the version of audit that wrote it, or judge its snapshot again with --from.',
    },
  );
}

/** What is told of a cause is there. @throws WrongShape */
function causeAt(value: unknown, path: string): Cause {
  const cause = objectAt(value, path);
  for (const name of ['id', 'kind', 'subject', 'title'] as const) textAt(cause[name], `${path}.${name}`);
  for (const name of ['commands', 'checks', 'findings'] as const) textsAt(cause[name], `${path}.${name}`);
  for (const name of ['resources', 'worst'] as const) countAt(cause[name], `${path}.${name}`);
  const { from, how } = objectAt(cause['reach'], `${path}.reach`);
  oneAt(from, reaches, `${path}.reach.from`);
  if (how !== undefined) textAt(how, `${path}.reach.how`);
  oneAt(cause['severity'], severities, `${path}.severity`);
  oneAt(cause['status'], ['fail', 'unknown'], `${path}.status`);
  oneAt(cause['effort'], efforts, `${path}.effort`);
  if (cause['actions'] !== undefined) textsAt(cause['actions'], `${path}.actions`);
  return cause as unknown as Cause;
}

/** @throws WrongShape */
function oneAt(value: unknown, allowed: readonly string[], path: string): void {
  if (!allowed.includes(textAt(value, path))) throw new WrongShape(path, `one of ${allowed.join(', ')}`);
}

const wrong = (error: WrongShape, file: string, line: number | undefined): AuditError =>
  new AuditError('usage', `${file}${line === undefined ? '' : `:${line}`}: is not a report: ${error.message}`, {
    hint: 'Name a report that `audit --format json` or `--format ndjson` wrote.',
    cause: error,
  });

/** Above this nobody looks for the line by hand, and finding it takes long. */
const mostSearched = 4 * 1_048_576;

async function notReport(error: WrongShape, file: string, text: string): Promise<AuditError> {
  const [, list = '', index] = /^(findings|causes)\[(\d+)\]/.exec(error.message) ?? [];
  if (index === undefined || text.length > mostSearched) return wrong(error, file, undefined);
  const { parseYaml } = await import('../config/yaml.ts');
  return wrong(error, file, parseYaml(text, file).lineOf([list, Number(index)]));
}

/** What is looked for and told of a finding is there. @throws WrongShape */
function findingAt(value: unknown, path: string): Finding {
  const finding = objectAt(value, path);
  const texts = ['fingerprint', 'check', 'title', 'severity', 'status', 'message', 'account', 'region'] as const;
  for (const name of texts) textAt(finding[name], `${path}.${name}`);
  const { resource, aliases, unknown, suppression } = finding;
  for (const name of ['id', 'arn', 'name'])
    textAt(objectAt(resource, `${path}.resource`)[name], `${path}.resource.${name}`);
  if (aliases !== undefined) textsAt(aliases, `${path}.aliases`);
  for (const [at, given] of listAt(finding['evidence'], `${path}.evidence`).entries()) {
    const where = `${path}.evidence[${at}]`;
    const one = objectAt(given, where);
    for (const name of ['facet', 'outcome']) textAt(one[name], `${where}.${name}`);
    textsAt(one['actions'], `${where}.actions`);
    if (one['code'] !== undefined) textAt(one['code'], `${where}.code`);
    if (one['asked'] !== undefined) readAt(one['asked'], `${where}.asked`);
  }
  if (unknown !== undefined) textAt(objectAt(unknown, `${path}.unknown`)['cause'], `${path}.unknown.cause`);
  if (suppression !== undefined) {
    const { reason, owner, until } = objectAt(suppression, `${path}.suppression`);
    textAt(reason, `${path}.suppression.reason`);
    textAt(owner, `${path}.suppression.owner`);
    if (until !== undefined) textAt(until, `${path}.suppression.until`);
  }
  return finding as unknown as Finding;
}
