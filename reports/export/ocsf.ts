import type { Severity } from '../../src/engine/check.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import { ocsfVersions } from '../../src/engine/reporter.ts';
import type { CheckInfo, RunInfo } from '../../src/engine/result.ts';
import { categoryNames } from '../words.ts';
import { events } from './events.ts';
import type { Statement, Verdict } from './statement.ts';
import { acceptedText, fullMessage, plain, remedyOf, unknownText } from './statement.ts';

/**
 * Compliance Findings of the Open Cybersecurity Schema Framework (https://schema.ocsf.io/1.6.0/classes/compliance_finding),
 * an event a line.
 */
export const ocsf: Reporter = { name: 'ocsf', extension: 'ocsf.json', render: events(ocsfOf) };

const severities: Readonly<Record<Severity, readonly [id: number, name: string]>> = {
  informational: [1, 'Informational'],
  low: [2, 'Low'],
  medium: [3, 'Medium'],
  high: [4, 'High'],
  critical: [5, 'Critical'],
};

const compliances: Readonly<Record<Verdict, readonly [id: number, name: string]>> = {
  failed: [3, 'Fail'],
  unknown: [0, 'Unknown'],
  manual: [99, 'Manual'],
  accepted: [3, 'Fail'],
  passed: [1, 'Pass'],
};

const states: Readonly<Record<Verdict, readonly [id: number, name: string]>> = {
  failed: [1, 'New'],
  unknown: [1, 'New'],
  manual: [1, 'New'],
  accepted: [3, 'Suppressed'],
  passed: [4, 'Resolved'],
};

export function ocsfOf(
  statement: Statement,
  checks: ReadonlyMap<string, CheckInfo>,
  run: RunInfo,
  ocsfVersion: string = ocsfVersions[0],
) {
  const { verdict, finding, severity, title, message, resource, unknown, accepted } = statement;
  const info = checks.get(finding.check);
  const remedy = verdict === 'passed' ? undefined : remedyOf(statement, checks, run.partition);
  const [severityId, severityName] = severities[severity];
  const [complianceId, compliance] = compliances[verdict];
  const [stateId, state] = states[verdict];
  const time = Date.parse(run.startedAt);
  const details = [
    ...(verdict === 'manual' ? ['a person has to look at it'] : []),
    ...(unknown === undefined ? [] : [unknownText(unknown)]),
    ...(accepted === undefined ? [] : [acceptedText(accepted)]),
  ];
  const tags = Object.entries(finding.resource.tags).slice(0, 50);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    type_name: 'Compliance Finding: Create',
    time,
    time_dt: run.startedAt,
    severity_id: severityId,
    severity: severityName,
    status_id: stateId,
    status: state,
    message: fullMessage(statement),
    ...(accepted === undefined ? {} : { comment: acceptedText(accepted) }),
    metadata: {
      version: `${ocsfVersion}.0`,
      profiles: ['cloud', 'datetime'],
      event_code: plain(finding.check, 200),
      uid: finding.fingerprint,
      product: { name: 'audit', uid: 'aws-posture-audit', vendor_name: 'audit', version: run.version },
    },
    cloud: {
      provider: 'AWS',
      region: finding.region,
      cloud_partition: run.partition,
      account: { uid: finding.account, type: 'AWS Account', type_id: 10 },
    },
    compliance: {
      control: plain(finding.check, 200),
      desc: title,
      category: categoryNames[finding.category],
      status_id: complianceId,
      status: compliance,
      ...(details.length === 0 ? {} : { status_details: details }),
      requirements: info?.frameworks ?? [],
      standards: [...new Set((info?.frameworks ?? []).map((each) => each.split(':')[0] ?? each))],
    },
    finding_info: {
      uid: finding.fingerprint,
      title,
      desc: message,
      types: [finding.category],
      created_time: time,
      created_time_dt: run.startedAt,
      ...(finding.firstSeen === undefined
        ? {}
        : {
            first_seen_time: Date.parse(finding.firstSeen),
            first_seen_time_dt: `${finding.firstSeen}T00:00:00Z`,
          }),
    },
    ...(remedy === undefined
      ? {}
      : {
          remediation: {
            desc: [remedy.text, ...remedy.commands].join('\n'),
            references: [...(info?.references ?? [])],
          },
        }),
    resources: [
      {
        uid: resource.arn,
        name: resource.name,
        type: resource.type,
        region: finding.region,
        cloud_partition: run.partition,
        group: { name: finding.service },
        tags: tags.map(([name, value]) => ({ name: plain(name, 200), value: plain(value, 300) })),
      },
    ],
  };
}
