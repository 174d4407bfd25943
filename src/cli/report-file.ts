import type { Finding } from '../engine/finding.ts';
import { listAt, objectAt, readAt, textAt, textsAt, WrongShape } from '../inventory/shape.ts';
import { AuditError } from '../program/errors.ts';
import { jsonIn, readText } from './json-file.ts';

/**
 * The findings of a report in JSON or NDJSON.
 * @throws AuditError `usage` naming the file, and the line and what is wrong there
 */
export async function readFindings(file: string): Promise<readonly Finding[]> {
  const text = await readText(file);
  if (/^\s*\{"type":/.test(text)) return linesOf(text, file);
  const report = jsonIn(text, file);
  try {
    return listAt(objectAt(report, 'the report')['findings'], 'findings').map((one, at) =>
      findingAt(one, `findings[${at}]`),
    );
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    throw await notReport(error, file, text);
  }
}

function linesOf(text: string, file: string): Finding[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      const value = objectAt(jsonIn(line, file, at), 'the line');
      return value['type'] === 'finding' ? [findingAt(value, 'the finding')] : [];
    } catch (error) {
      if (!(error instanceof WrongShape)) throw error;
      throw wrong(error, file, at + 1);
    }
  });
}

const wrong = (error: WrongShape, file: string, line: number | undefined): AuditError =>
  new AuditError('usage', `${file}${line === undefined ? '' : `:${line}`}: is not a report: ${error.message}`, {
    hint: 'Name a report that `audit --format json` or `--format ndjson` wrote.',
    cause: error,
  });

/** Above this nobody looks for the line by hand, and finding it takes long. */
const mostSearched = 4 * 1_048_576;

async function notReport(error: WrongShape, file: string, text: string): Promise<AuditError> {
  const [, index] = /^findings\[(\d+)\]/.exec(error.message) ?? [];
  if (index === undefined || text.length > mostSearched) return wrong(error, file, undefined);
  const { parseYaml } = await import('../config/yaml.ts');
  return wrong(error, file, parseYaml(text, file).lineOf(['findings', Number(index)]));
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
