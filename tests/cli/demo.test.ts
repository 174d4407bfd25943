import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoInventory, demoSuppressions } from '../../src/cli/demo.ts';
import { loadSuppressions } from '../../src/config/load.ts';
import { record } from '../../src/dev/record-demo.ts';
import { password } from '../../src/dev/demo/secrets.ts';
import { severities } from '../../src/engine/check.ts';
import { exitOf, judge } from '../../src/engine/judge.ts';
import type { RunResult } from '../../src/engine/result.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit } from './run.ts';

const text = readFileSync(path.join(root, 'demo/account.ndjson'), 'utf8');

/**
 * Questions that do not arise in a member account of an organization without accelerators: who administers services for the
 * organization, what its policies are and what Control Tower does is told to others and judged there.
 */
const notAsked = new Set([
  'cloudformation-stack-cdk-bootstrap-version-current',
  'config-organization-aggregator-all-regions',
  'controltower-accounts-enrolled',
  'controltower-baseline-enabled-on-organizational-units',
  'controltower-controls-enabled-on-organizational-units',
  'controltower-enabled-control-no-drift',
  'controltower-landing-zone-exists',
  'ec2-security-group-no-open-ingress-custom-ports',
  'globalaccelerator-flow-logs-enabled',
  'guardduty-delegated-admin-all-regions',
  'guardduty-members-protection-plans-enabled',
  'guardduty-organization-accounts-covered',
  'iam-customer-policy-unattached-no-admin',
  'guardduty-members-enabled',
  'iam-root-credentials-centrally-managed',
  'identitycenter-delegated-administrator-configured',
  'identitycenter-management-account-assignments-limited',
  'organizations-ai-services-opt-out',
  'organizations-backup-policies-attached',
  'organizations-delegated-administrators-trusted',
  'organizations-effective-policies-valid',
  'organizations-management-account-no-workloads',
  'organizations-no-accounts-in-root',
  'organizations-rcp-enabled',
  'organizations-scp-attached-to-organizational-units',
  'organizations-scp-denies-leaving-organization',
  'organizations-scp-denies-root-user',
  'organizations-scp-denies-unused-regions',
  'organizations-scp-enabled',
  'organizations-scp-protects-security-services',
  'organizations-suspended-accounts-quarantined',
  'organizations-tag-policies-attached',
  'ram-organization-sharing-enabled',
  'trustedadvisor-organizational-view-enabled',
  'shield-global-accelerator-advanced-protected',
]);

describe('the demo account', () => {
  let inventory: Inventory;
  let result: RunResult;

  beforeAll(async () => {
    inventory = await demoInventory();
    result = judge(checks, inventory, { now: Date.parse(inventory.header.startedAt), source: 'demo' });
  });

  it('holds everything that the checks need', () => {
    for (const { type, facets } of planFor(checks, { tags: true })) {
      expect(inventory.collected, `${type.key}: run npm run record-demo`).toContain(type.key);
      for (const { result: listing } of inventory.listings(type)) {
        if (listing.kind !== 'present') continue;
        for (const { outcomes, arn } of listing.records)
          expect(Object.keys(outcomes).sort(), `${arn}: run npm run record-demo`).toEqual([...facets].sort());
      }
    }
    expect(result.findings.filter(({ message }) => message.includes('NotCollected'))).toEqual([]);
  });

  it('is what recording it again gives', async () => {
    const { version } = inventory.header;
    const again = (await record()).split('\n');
    const kept = text.split('\n');
    // The first line has the version that recorded it, and the last one a checksum over that.
    expect(again[0]).toContain(`"account":"${inventory.header.account}"`);
    expect(again.slice(1, -2), 'run npm run record-demo').toEqual(kept.slice(1, -2));
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('shows every status that a scan gives by itself, and every severity that fails', () => {
    const { byStatus, failedBySeverity } = result.summary;
    for (const status of ['fail', 'pass', 'unknown', 'manual'] as const) expect(byStatus[status]).toBeGreaterThan(1);
    const possible = severities.filter(
      (severity) => severity !== 'informational' && checks.some((check) => check.severity === severity),
    );
    for (const severity of possible) expect(failedBySeverity[severity]).toBeGreaterThan(2);
    expect(exitOf(result, { failOn: 'informational', allowIncomplete: false }).code).toBe(1);
  });

  it('has a finding of almost every check', () => {
    const found = new Set(result.findings.map(({ check }) => check));
    expect(checks.map(({ id }) => id).filter((id) => !found.has(id) && !notAsked.has(id))).toEqual([]);
  });

  it('says who denied what could not be read', () => {
    const causes = result.coverage.gaps.map(({ cause }) => cause);
    expect(causes.some((cause) => cause.includes('a service control policy denies it'))).toBe(true);
    expect(causes.some((cause) => cause.includes('no policy allows it'))).toBe(true);
    expect(result.run.complete).toBe(false);
    // What fails is the account, never the recording.
    const failed = result.coverage.gaps.filter(({ kind, facet }) => kind === 'failed' && facet !== 'evaluation');
    expect(failed).toEqual([]);
  });

  it('is of a size that people can read, and a program can carry', () => {
    expect(result.summary.resources).toBeGreaterThan(150);
    // A few of each of some hundred types.
    expect(result.summary.resources).toBeLessThan(700);
    expect(text.length).toBeLessThan(800_000);
  });

  it('shows accepted findings, and one acceptance that has expired, as the file says', async () => {
    const file = path.join(root, 'demo/suppressions.json');
    const suppressions = await demoSuppressions();
    expect(await loadSuppressions(file, root, checks)).toEqual(suppressions);
    const now = Date.parse(inventory.header.startedAt);
    const accepted = judge(checks, inventory, { now, source: 'demo', suppressions });
    const hidden = accepted.findings.filter(({ status }) => status === 'suppressed');
    expect(new Set(hidden.map(({ check, suppression }) => `${check} ${suppression?.status}`))).toEqual(
      new Set(['ec2-instance-no-public-ip fail', 's3-bucket-mfa-delete-enabled fail', 's3-bucket-not-public fail']),
    );
    expect(hidden).toHaveLength(3);
    expect(accepted.suppressions.map(({ kind, selector }) => [kind, selector])).toEqual([
      ['expired', 'check=ec2-instance-imdsv2-required resource=legacy-*'],
    ]);
    // The expired one would have accepted something.
    const { findings } = judge(checks, inventory, { now: Date.parse('2026-09-30'), source: 'demo', suppressions });
    expect(findings.filter(({ check, status }) => check.includes('imdsv2') && status === 'suppressed')).toHaveLength(2);
  });

  it('is shown with them by --demo', async () => {
    const { stdout } = await audit(['--demo', '--format', 'json', '--fail-on', 'none', '--service', 's3']);
    const { summary, suppressions } = JSON.parse(stdout) as RunResult;
    expect(summary.byStatus.suppressed).toBe(2);
    expect(suppressions.map(({ kind }) => kind)).toEqual(['expired']);
  });

  it('holds no secret', () => {
    expect(text).not.toContain(password);
    expect(text).not.toMatch(/A(KIA|SIA)[A-Z0-9]{16}/);
  });
});
