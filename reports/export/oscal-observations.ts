import type { AnyResult } from '../../src/engine/result.ts';
import { toJson } from '../text.ts';
import type { Statement } from './statement.ts';
import { acceptedText, fullMessage, plain, statementsOf } from './statement.ts';

const ns = 'https://www.npmjs.com/package/aws-posture-audit';

/** A property of this program's own. */
export const prop = (name: string, value: string) => ({ name, ns, value: plain(value, 1000).trim() || '-' });

/** The UUID of what is named. */
export type Named = (name: string) => string;

/** An inventory item for each resource. */
export function* items(result: AnyResult, of: Named): Generator<string> {
  const seen = new Set<string>();
  for (const { resource, finding } of statementsOf(result)) {
    if (seen.has(finding.resource.arn)) continue;
    seen.add(finding.resource.arn);
    yield toJson({
      uuid: of(`item/${finding.resource.arn}`),
      description: `${resource.type} ${resource.name}`,
      props: [prop('arn', resource.arn), prop('type', resource.type), prop('region', finding.region)],
    });
  }
}

/** An observation for each finding. */
export function* observations(result: AnyResult, of: Named): Generator<string> {
  for (const statement of statementsOf(result)) yield toJson(observation(statement, result, of));
}

function observation(statement: Statement, { run }: AnyResult, of: Named) {
  const { verdict, finding, severity, title, resource } = statement;
  const asked = finding.evidence.flatMap((each) => each.asked ?? []);
  const operations = [...new Set(asked.flatMap(({ requests }) => requests.map(({ operation }) => operation)))];
  const read = asked.map(({ to }) => to).sort();
  return {
    uuid: of(`observation/${finding.fingerprint}`),
    title,
    description: fullMessage(statement),
    props: [
      prop('verdict', verdict),
      prop('check', finding.check),
      prop('fingerprint', finding.fingerprint),
      prop('severity', severity),
    ],
    methods: [verdict === 'manual' ? 'EXAMINE' : 'TEST'],
    types: ['control-objective'],
    subjects: [
      {
        'subject-uuid': of(`item/${finding.resource.arn}`),
        type: 'inventory-item',
        title: plain(resource.arn, 500),
      },
    ],
    ...(operations.length === 0 ? {} : { 'relevant-evidence': [{ description: plain(operations.join(', ')) }] }),
    collected: read.at(-1) ?? run.startedAt,
    ...(statement.unknown === undefined
      ? {}
      : { remarks: `Missing: ${statement.unknown.actions.join(', ') || statement.unknown.cause}` }),
  };
}

/** Failures that somebody accepted. */
export function* risks(result: AnyResult, of: Named): Generator<string> {
  for (const statement of statementsOf(result)) {
    const { verdict, finding, accepted, title, message } = statement;
    if (verdict !== 'accepted' || accepted === undefined) continue;
    yield toJson({
      uuid: of(`risk/${finding.fingerprint}`),
      title: plain(title, 250),
      description: message,
      statement: acceptedText(accepted),
      status: 'deviation-approved',
      props: [prop('fingerprint', finding.fingerprint), prop('owner', accepted.owner)],
      ...(accepted.until === undefined ? {} : { deadline: `${accepted.until}T23:59:59Z` }),
      'related-observations': [{ 'observation-uuid': of(`observation/${finding.fingerprint}`) }],
    });
  }
}
