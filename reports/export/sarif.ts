import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult, CheckInfo } from '../../src/engine/result.ts';
import { toJson } from '../text.ts';
import { joined } from './joined.ts';
import { descriptors, locationOf, noticeFor, noticeOf } from './sarif-notice.ts';
import { levels, ruleOf } from './sarif-rule.ts';
import type { Statement } from './statement.ts';
import { checksById, countsOf, countsText, leftOutText, remarksOf, remedyOf, segment } from './statement.ts';
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
