import { hash } from 'node:crypto';
import type { Cause } from '../../../engine/causes/cause.ts';
import type { RequirementStatus } from '../../../engine/compliance.ts';
import type { CheckInfo } from '../../../engine/result.ts';
import { severities } from '../../../engine/severity.ts';
import { exportPath, infosPath } from '../../../organization/attempts.ts';
import type { AccountExport, ExportedFinding, ExportedJudgement } from '../../../organization/export.ts';
import { exportBytes } from '../../../organization/export.ts';
import type { Manifest, ManifestAccount, SealedManifest, Unit } from '../../../organization/manifest.ts';
import { manifestBytes, manifestOf, manifestPath } from '../../../organization/manifest.ts';
import type { Store } from '../../../organization/store.ts';
import { accountId, syntheticCrossings } from './crossings.ts';

export { accountId } from './crossings.ts';

/** What a synthetic organization is like. */
export interface Size {
  readonly accounts: number;
  /** Of each account, that did not pass. */
  readonly findings: number;
  readonly checks?: number;
  readonly requirements?: number;
  /** Whether accounts say who may come into them from others, and who may leave. */
  readonly crossings?: boolean;
}

const scan = '20260131T120000Z-0123abcd';
const root: Unit = { id: 'r-ab12', name: 'Root' };

/** Units of two levels below the root, of about a hundred accounts each. */
export function syntheticAccounts(count: number): ManifestAccount[] {
  return Array.from({ length: count }, (_, at) => {
    const part = Math.floor(at / 100);
    const upper: Unit = { id: `ou-ab12-${String(part % 5).padStart(8, '0')}`, name: `Division ${part % 5}` };
    const lower: Unit = { id: `ou-ab12-${String(1000 + part).padStart(8, '0')}`, name: `Team ${part}` };
    return { id: accountId(at), name: `account-${at}`, ou: [root, upper, lower], state: 'ACTIVE' };
  });
}

export function syntheticManifest(accounts: readonly ManifestAccount[], more: Partial<Manifest> = {}): SealedManifest {
  const { bytes } = manifestBytes({
    scan,
    plannedAt: '2026-01-31T12:00:00.000Z',
    version: '1.0.0',
    organization: 'o-abcdefghij',
    managementAccount: accounts[0]?.id ?? '111111111111',
    partition: 'aws',
    access: { kind: 'role', role: 'audit', externalId: false },
    regions: [],
    selection: { services: [], checks: [], excluded: [], severities: [], categories: [], frameworks: ['house'] },
    accounts,
    ...more,
  });
  return manifestOf(bytes, 'manifest.json');
}

const checkId = (at: number): string =>
  [
    'guardduty-detector-enabled',
    'securityhub-hub-enabled',
    'macie-session-enabled',
    'config-recorder-enabled',
    'cloudtrail-organization-trail-enabled',
  ][at] ?? `service${at % 60}-thing-${at}-safe`;
const severityOf = (at: number) => severities[at % severities.length] ?? 'low';

function infosOf(checks: number): CheckInfo[] {
  return Array.from({ length: checks }, (_, at) => ({
    id: checkId(at),
    formerly: [],
    title: `Thing ${at} is as it should be`,
    service: `service${at % 60}`,
    category: 'security',
    severity: severityOf(at),
    risk: 'Somebody may do what nobody wants.',
    fix: { text: 'Make it so.' },
    references: [],
    frameworks: [],
    resourceType: 'AWS::Service::Thing',
  })) as unknown as CheckInfo[];
}

const requirementStatuses: readonly RequirementStatus[] = ['met', 'not-met', 'unknown', 'met', 'manual', 'met'];

/** Groups that administer some of the accounts each, and one that reads all of them. */
const assignmentsOf = (accounts: number): NonNullable<ExportedJudgement['assignments']> =>
  Array.from({ length: accounts }, (_, at) => accountId(at)).flatMap((account, at) => [
    { account, set: 'Admin', administrator: 'yes', people: [{ id: `group-${at % 20}`, type: 'GROUP' }] },
    { account, set: 'Deploy', administrator: 'possible', people: [{ id: 'group-deploy', type: 'GROUP' }] },
    { account, set: 'Read', administrator: 'no', people: [{ id: 'group-all', type: 'GROUP' }] },
  ]);

/** @param at which account of the organization: what it has differs a little from the next one's */
export function syntheticJudgement(at: number, size: Size, infos: ExportedJudgement['infos']): ExportedJudgement {
  const { findings: count, checks = 500, requirements = 100 } = size;
  const account = accountId(at);
  const counts: Record<string, Record<string, number>> = {};
  for (let check = 0; check < checks; check += 1) counts[checkId(check)] = { pass: 3 };
  const failedBySeverity = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const byStatus = { fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: checks * 3 };
  const findings: ExportedFinding[] = [];
  for (let each = 0; each < count; each += 1) {
    const check = (each * 13 + (at % 3)) % checks;
    const status = each % 10 === 9 ? 'unknown' : 'fail';
    const severity = severityOf(check);
    const name = `thing-${each}`;
    findings.push({
      fingerprint: hash('md5', `${account}${each}`, 'hex'),
      check: checkId(check),
      severity,
      status,
      message: `${name} is not as it should be: the setting is off; expected on`,
      region: 'eu-west-1',
      resource: {
        type: 'AWS::Service::Thing',
        id: name,
        arn: `arn:aws:service:eu-west-1:${account}:thing/${name}`,
        name,
        tags: {},
      },
      ...(status === 'unknown'
        ? { unknown: { actions: ['service:DescribeThings'], cause: 'AccessDenied' } }
        : { fix: { cli: `aws service put-thing --name ${name} --on` } }),
    });
    const own = (counts[checkId(check)] ??= {});
    own[status] = (own[status] ?? 0) + 1;
    byStatus[status] += 1;
    if (status === 'fail') failedBySeverity[severity] += 1;
  }
  const causes: Cause[] = Array.from({ length: Math.min(50, count) }, (_, each) => ({
    id: `cause-${hash('md5', `${account}${each}`, 'hex').slice(0, 8)}`,
    kind: each % 2 === 0 ? 'setting' : 'thing',
    subject: each % 2 === 0 ? `arn:aws:service:eu-west-1:${account}:settings/${each}` : `thing-${each}`,
    title: `${each % 2 === 0 ? `the setting ${each} of ${account}` : `thing-${each}`} is off`,
    severity: severityOf(each),
    status: 'fail',
    reach: { from: 'unshown' },
    effort: 'command',
    commands: [`aws service put-thing --name thing-${each} --on`],
    checks: [checkId(each)],
    resources: 1,
    worst: 1,
    findings: [findings[each]?.fingerprint ?? ''],
  }));
  return {
    caller: `arn:aws:sts::${account}:assumed-role/audit/audit`,
    regions: ['eu-west-1'],
    skippedRegions: [],
    calls: 1000,
    resources: count,
    byStatus,
    failedBySeverity,
    checks: counts,
    infos,
    findings,
    causes,
    gaps: [],
    suppressions: [],
    compliance: [
      {
        key: 'house',
        name: 'House rules',
        version: '1',
        hash: 'a'.repeat(64),
        requirements: Array.from({ length: requirements }, (_, each) => ({
          id: `H.${each + 1}`,
          title: `Rule ${each + 1} of the house`,
          status: requirementStatuses[(each + (at % 2)) % requirementStatuses.length] ?? 'met',
          population: 3,
          counts: { passed: 2, failed: 1 },
        })),
      },
    ],
    controls: {
      scps: { levels: [['FullAWSAccess', 'guardrails'], ['FullAWSAccess'], [`only-${at % 3}`]] },
      rcps: at % 2 === 0 ? { none: 'they are turned off' } : { unknown: 'organizations:ListRoots denied' },
    },
    // The first is the management account, which administers IAM Identity Center.
    ...(at === 0 ? { assignments: assignmentsOf(size.accounts) } : {}),
    result: { path: 'x/y', sha256: '0'.repeat(64), bytes: 1 },
    ...(size.crossings === true ? { crossings: syntheticCrossings(at, size.accounts) } : {}),
  };
}

/** An export of an account that was judged. */
export const syntheticExport = (
  manifest: SealedManifest,
  at: number,
  judged: ExportedJudgement | undefined,
  more: Partial<AccountExport> = {},
): AccountExport => ({
  scan: manifest.scan,
  manifest: manifest.sha256,
  account: accountId(at),
  attempt: '20260131120000000-00000001',
  version: '1.0.0',
  status: 'scanned',
  startedAt: '2026-01-31T12:00:00.000Z',
  finishedAt: '2026-01-31T12:01:00.000Z',
  ...(judged === undefined ? {} : { judged }),
  ...more,
});

/** Puts descriptions of checks into a store. */
export async function putInfos(store: Store, checks: number): Promise<ExportedJudgement['infos']> {
  const bytes = Buffer.from(JSON.stringify(infosOf(checks)));
  const sha256 = hash('sha256', bytes, 'hex');
  const path = infosPath(scan, sha256);
  await store.put(path, bytes);
  return { path, sha256, bytes: bytes.length };
}

/** Puts a whole organization into a store, every account of it scanned. */
export async function putOrganization(store: Store, size: Size): Promise<SealedManifest> {
  const manifest = syntheticManifest(syntheticAccounts(size.accounts));
  const { sha256: _, ...plain } = manifest;
  await store.put(manifestPath(manifest.scan), manifestBytes(plain).bytes);
  const infos = await putInfos(store, size.checks ?? 500);
  for (let at = 0; at < size.accounts; at += 1)
    await store.put(
      exportPath(manifest.scan, accountId(at)),
      exportBytes(syntheticExport(manifest, at, syntheticJudgement(at, size, infos))),
    );
  return manifest;
}
