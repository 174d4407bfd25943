import type { Finding } from '../../src/engine/finding.ts';
import type { CheckInfo } from '../../src/engine/result.ts';
import { needsEscape } from '../../src/text/escape.ts';
import type { Statement } from './statement.ts';
import { acceptedText, fullMessage, plain, remedyOf, unknownText } from './statement.ts';

/** How a test ended. */
export type Result = 'passed' | 'failure' | 'error' | 'skipped';

/** A case of a suite, as it is written. */
export interface Case {
  readonly suite: string;
  readonly result: Result;
  readonly text: string;
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text of XML, in an attribute or between tags. What XML cannot hold became a visible escape before. */
export const xml = (text: string): string =>
  (needsEscape(text)
    ? text
        .split('\n')
        .map((line) => plain(line))
        .join('\n')
    : text
  ).replaceAll(/[&<>"']/g, (character) => named[character] ?? character);

/** A finding as a case: its class is the check, its name the resource. */
export function caseOf(statement: Statement, checks: ReadonlyMap<string, CheckInfo>, partition: string): Case {
  const { verdict, finding, resource, message, unknown, accepted } = statement;
  const suite = statement.place.slice('aws/'.length);
  const make = (result: Result, shown?: string, body?: string): Case =>
    made(suite, finding.check, caseName(finding, resource.arn), result, shown, body, finding.severity);
  switch (verdict) {
    case 'failed':
      return make('failure', message, bodyOf(statement, checks, partition));
    case 'unknown':
      return make(
        'error',
        unknown === undefined ? `unknown: ${message}` : unknownText(unknown),
        fullMessage(statement),
      );
    case 'manual':
      return make('skipped', `manual: ${fullMessage(statement)}`);
    case 'accepted':
      return make('skipped', `${accepted === undefined ? 'accepted' : acceptedText(accepted)}; ${message}`);
    case 'passed':
      return make('passed');
  }
}

/**
 * What tells a resource's case from the others of its check: of two with one class and name GitLab counts the first alone. An ARN that
 * is not of the region where the finding is may be judged in several.
 */
export function caseName({ region, resource: { arn } }: Finding, shown: string): string {
  const [, own] = /^arn:[^:]*:[^:]*:([^:]+):/.exec(arn) ?? [];
  return own === undefined || own === region ? shown : `${shown} (${plain(region, 100)})`;
}

function bodyOf(statement: Statement, checks: ReadonlyMap<string, CheckInfo>, partition: string): string {
  const { finding, resource, title, message } = statement;
  const remedy = remedyOf(statement, checks, partition);
  return [
    message,
    `Expected: ${title}`,
    `Resource: ${resource.type} ${resource.arn}`,
    `Fingerprint: ${finding.fingerprint}`,
    ...(remedy === undefined ? [] : [`What to do: ${remedy.text}`, ...remedy.commands]),
  ].join('\n');
}

/** A case of whatever is said besides findings, too. */
export function made(
  suite: string,
  check: string,
  name: string,
  result: Result,
  shown = '',
  body?: string,
  type: string = result,
): Case {
  const head = `<testcase classname="${xml(check)}" name="${xml(name)}" time="0"`;
  if (result === 'passed') return { suite, result, text: `${head}/>\n` };
  const open = `<${result} message="${xml(shown)}"${result === 'skipped' ? '' : ` type="${xml(result === 'error' ? 'unknown' : type)}"`}`;
  const inner = body === undefined ? `${open}/>` : `${open}>${xml(body)}</${result}>`;
  return { suite, result, text: `${head}>${inner}</testcase>\n` };
}
