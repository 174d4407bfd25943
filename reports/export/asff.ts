import type { Severity } from '../../src/engine/check.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import type { CheckInfo, RunInfo } from '../../src/engine/result.ts';
import { partitionById } from '../../src/partitions/partitions.ts';
import { resourceTypeOf } from './asff-types.ts';
import { events } from './events.ts';
import type { Statement, Verdict } from './statement.ts';
import { acceptedText, fullMessage, plain, remedyOf, unknownText } from './statement.ts';

/**
 * AWS's Security Finding Format as Security Hub's BatchImportFindings takes it
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html), a finding a line.
 */
export const asff: Reporter = { name: 'asff', extension: 'asff.json', render: events(asffOf) };

const labels: Readonly<Record<Severity, string>> = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  informational: 'INFORMATIONAL',
};

/** Security Hub says NOT_AVAILABLE of what could not be checked, WARNING of what a check does not decide. */
const compliances: Readonly<Record<Verdict, string>> = {
  failed: 'FAILED',
  unknown: 'NOT_AVAILABLE',
  manual: 'WARNING',
  accepted: 'FAILED',
  passed: 'PASSED',
};

const workflows: Readonly<Record<Verdict, string>> = {
  failed: 'NEW',
  unknown: 'NEW',
  manual: 'NEW',
  accepted: 'SUPPRESSED',
  passed: 'RESOLVED',
};

/** Security Hub takes no more requirements of a finding. */
const mostRequirements = 32;

/** One finding, of at most 240 kB: every text is cut to what Security Hub takes, and says so. */
export function asffOf(statement: Statement, checks: ReadonlyMap<string, CheckInfo>, run: RunInfo) {
  const { verdict, finding, severity, title, resource } = statement;
  const info = checks.get(finding.check);
  const remedy = verdict === 'passed' ? undefined : remedyOf(statement, checks, run.partition);
  const { mainRegion } = partitionById(run.partition);
  const known = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(finding.region);
  // Security Hub takes a finding in the region that its product's ARN names.
  const region = known ? finding.region : mainRegion;
  const requirements = info?.frameworks ?? [];
  const types = ['Software and Configuration Checks/AWS Security Best Practices'];
  const level = { Label: verdict === 'passed' ? 'INFORMATIONAL' : labels[severity], Original: severity };
  return {
    SchemaVersion: '2018-10-08',
    Id: `audit/${finding.fingerprint}`,
    ProductArn: `arn:${run.partition}:securityhub:${region}:${finding.account}:product/${finding.account}/default`,
    GeneratorId: `audit/${plain(finding.check, 200)}`,
    AwsAccountId: finding.account,
    Types: types,
    ...(finding.firstSeen === undefined ? {} : { FirstObservedAt: `${finding.firstSeen}T00:00:00.000Z` }),
    CreatedAt: run.startedAt,
    UpdatedAt: run.startedAt,
    Severity: level,
    // What changes them when a finding is imported again: Severity and Types are those of the first time
    // (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html).
    FindingProviderFields: { Severity: level, Types: types },
    Title: plain(title, 256),
    Description: plain(fullMessage(statement), 1024),
    ...(remedy === undefined
      ? {}
      : {
          Remediation: {
            Recommendation: {
              Text: plain([remedy.text, ...remedy.commands].join(' '), 512),
              ...(info?.references[0] === undefined ? {} : { Url: info.references[0] }),
            },
          },
        }),
    ProductFields: {
      'audit/Version': run.version,
      'audit/Verdict': verdict,
      'audit/Category': finding.category,
      'audit/ResourceType': resource.type,
      ...(requirements.length > mostRequirements
        ? { 'audit/RelatedRequirements': `${mostRequirements} of ${requirements.length} are named` }
        : {}),
    },
    Resources: [
      {
        Type: resourceTypeOf(resource.type),
        Id: plain(resource.arn, 2048),
        Partition: run.partition,
        ...(known ? { Region: finding.region } : {}),
        ...(resource.name === '' ? {} : { Details: { Other: { name: plain(resource.name, 1000) } } }),
      },
    ],
    Compliance: {
      Status: compliances[verdict],
      ...(requirements.length === 0 ? {} : { RelatedRequirements: requirements.slice(0, mostRequirements) }),
      ...reasonsOf(statement),
    },
    Workflow: { Status: workflows[verdict] },
    RecordState: 'ACTIVE',
    ...(statement.accepted === undefined
      ? {}
      : {
          Note: {
            Text: plain(acceptedText(statement.accepted), 512),
            UpdatedBy: statement.accepted.owner,
            UpdatedAt: run.startedAt,
          },
        }),
  };
}

const reasonsOf = ({ verdict, unknown, message }: Statement) =>
  verdict === 'unknown'
    ? reason('UNKNOWN', unknown === undefined ? message : unknownText(unknown))
    : verdict === 'manual'
      ? reason('MANUAL', 'a person has to look at it')
      : {};

const reason = (code: string, text: string) => ({
  StatusReasons: [{ ReasonCode: code, Description: plain(text, 1024) }],
});
