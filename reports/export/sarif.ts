import type { Severity } from '../../src/engine/check.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult, CheckInfo } from '../../src/engine/result.ts';
import { toJson } from '../text.ts';
import { categoryNames } from '../words.ts';
import { joined } from './joined.ts';
import type { Statement } from './statement.ts';
import {
  checksById,
  countsOf,
  countsText,
  fullMessage,
  leftOutText,
  plain,
  remarksOf,
  remedyOf,
  segment,
} from './statement.ts';
import { within } from './within.ts';

/**
 * SARIF 2.1.0 as GitHub's code scanning reads it
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 * Results are failures alone, since GitHub makes an open alert of every result, whatever its `kind` and `suppressions`. What is
 * unknown, for a person or accepted, what was not read and what had no room is told by notifications of the invocation.
 */
export const sarif: Reporter = { name: 'sarif', extension: 'sarif', render: pieces };

/** GitHub keeps 5,000 results of a run, and takes 10 MB compressed: together with rules and notifications this stays below. */
const results = { most: 5000, bytes: 6_000_000 };
const told = { most: 2000, bytes: 1_200_000 };
const mostRemarks = 500;
/** GitHub keeps ten tags of a rule. */
const mostTags = 10;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  informational: 'note',
};

/** GitHub: above 9 critical, from 7 high, from 4 medium, from 0.1 low. */
const scores: Readonly<Partial<Record<Severity, string>>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };

const problems = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

const notices = {
  unknown: 'Could not be judged: it neither passed nor failed',
  manual: 'A person has to look at it',
  accepted: 'Failed, and somebody accepted it',
  incomplete: 'The run is not complete',
  unread: 'Something could not be read',
  skipped: 'A region was not looked at',
  'not-applicable': 'Resources to which a check does not apply',
  'left-out': 'There was no room for it',
  counts: 'How many findings there are',
} as const;
type Notice = keyof typeof notices;

function* pieces(result: AnyResult): Generator<string> {
  const { run } = result;
  const checks = checksById(result);
  const index = new Map(result.checks.map(({ id }, at) => [id, at]));
  const rules = result.checks.map((check) => toJson(ruleOf(check)));
  const found = within(result.findings, results, ['failed'], (statement) => ({
    text: toJson(resultOf(statement, checks, index, run.partition)),
  }));
  const beside = within(result.findings, told, ['unknown', 'manual', 'accepted'], (statement) => ({
    text: toJson(noticeFor(statement, index)),
  }));
  const remarks = [...remarksOf(result)];
  const notes = [
    noticeOf('counts', 'note', `account ${run.account}: ${countsText(countsOf(result)) || 'no findings'}`),
    ...remarks
      .slice(0, mostRemarks)
      .map(({ kind, text, check }) =>
        noticeOf(kind, kind === 'unread' || kind === 'incomplete' ? 'warning' : 'note', text, index, check),
      ),
    ...[found, beside]
      .filter(({ leftOut }) => leftOut > 0)
      .map(({ left }) => noticeOf('left-out', 'warning', leftOutText(left))),
    ...(remarks.length <= mostRemarks
      ? []
      : [
          noticeOf(
            'left-out',
            'warning',
            `there was no room for ${remarks.length - mostRemarks} remarks on what was read`,
          ),
        ]),
  ].map((notice) => ({ text: toJson(notice) }));
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\n"tool":{"driver":{';
  yield `"name":"audit","version":${toJson(run.version)},"semanticVersion":${toJson(run.version)},"informationUri":"https://www.npmjs.com/package/aws-posture-audit","notifications":${toJson(descriptors)},"rules":[\n`;
  yield* joined(rules);
  yield `\n]}},\n"automationDetails":{"id":"audit/${segment(run.account)}/"},"columnKind":"utf16CodeUnits",\n`;
  yield `"invocations":[{"executionSuccessful":${!run.interrupted},"startTimeUtc":${toJson(run.startedAt)},"endTimeUtc":${toJson(run.finishedAt)},"toolExecutionNotifications":[\n`;
  yield* joined([...notes, ...beside.kept].map(({ text }) => text));
  yield '\n]}],\n"results":[\n';
  yield* joined(found.kept.map(({ text }) => text));
  yield '\n]}]}\n';
}

/** SARIF wants a name for people that is not the id: `KmsKeyRotationEnabled`. */
function nameOf(id: string): string {
  return id.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_all, first: string) => first.toUpperCase());
}

const descriptors = Object.entries(notices).map(([id, what]) => {
  const text = `${what}.`;
  return {
    id,
    // A name that is the id but for capitals says nothing: SARIF1001.
    name: `Notice${nameOf(id)}`,
    shortDescription: { text },
    fullDescription: { text },
    help: { text, markdown: text },
  };
});

function ruleOf({
  id,
  title,
  severity,
  category,
  service,
  risk,
  fix,
  references,
  frameworks,
  resourceType,
}: CheckInfo) {
  const level = levels[severity];
  const score = scores[severity];
  const help = `${risk}\n\nWhat to do: ${fix.text}`;
  const markdown = `${help}\n${references.map((url) => `\n- <${url}>`).join('')}`;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: plain(title, 250) },
    fullDescription: { text: plain(risk) },
    help: { text: help, markdown },
    ...(references[0] === undefined ? {} : { helpUri: references[0] }),
    defaultConfiguration: { level },
    properties: {
      tags: [category, service, resourceType, ...frameworks].map((tag) => plain(tag, 200)).slice(0, mostTags),
      category: categoryNames[category],
      precision: 'high',
      'problem.severity': problems[level],
      ...(score === undefined ? {} : { 'security-severity': score }),
    },
  };
}

function resultOf(
  statement: Statement,
  checks: ReadonlyMap<string, CheckInfo>,
  index: ReadonlyMap<string, number>,
  partition: string,
) {
  const { finding, severity, message } = statement;
  const at = index.get(finding.check);
  const { commands = [] } = remedyOf(statement, checks, partition) ?? {};
  return {
    ruleId: finding.check,
    ...(at === undefined ? {} : { ruleIndex: at }),
    kind: 'fail',
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(statement)],
    // GitHub tells alerts of one rule and place apart by the first of these alone.
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1`, 'audit/v1': finding.fingerprint },
    properties: {
      severity,
      account: finding.account,
      region: finding.region,
      ...(commands.length === 0 ? {} : { fix: commands.slice(0, 5) }),
      ...(finding.firstSeen === undefined ? {} : { firstSeen: finding.firstSeen }),
    },
  };
}

const locationOf = ({ place, resource }: Statement) => ({
  physicalLocation: { artifactLocation: { uri: place }, region: { startLine: 1 } },
  logicalLocations: [{ name: resource.name, fullyQualifiedName: resource.arn, kind: 'resource' }],
});

function noticeFor(statement: Statement, index: ReadonlyMap<string, number>) {
  const { verdict, finding } = statement;
  const id = verdict === 'unknown' || verdict === 'manual' ? verdict : 'accepted';
  return {
    ...noticeOf(id, id === 'unknown' ? 'warning' : 'note', fullMessage(statement), index, finding.check),
    locations: [locationOf(statement)],
    properties: { fingerprint: finding.fingerprint },
  };
}

function noticeOf(
  id: Notice,
  level: 'error' | 'warning' | 'note',
  text: string,
  index?: ReadonlyMap<string, number>,
  check?: string,
) {
  const at = check === undefined ? undefined : index?.get(check);
  return {
    descriptor: { id, index: descriptors.findIndex((each) => each.id === id) },
    ...(check === undefined || at === undefined ? {} : { associatedRule: { id: check, index: at } }),
    level,
    message: { text },
  };
}
