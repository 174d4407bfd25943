import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoInventory } from '../../src/cli/demo.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { aliasesOf, fingerprintOf, isKnownAs } from '../../src/engine/fingerprint.ts';
import { isGlobalName } from '../../src/engine/identity.ts';
import { judge } from '../../src/engine/judge.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { readSnapshot } from '../../src/inventory/snapshot.ts';
import { audit } from '../cli/run.ts';

/** Kept as the first release wrote them: what they hold is never written anew. */
const release = path.join(import.meta.dirname, '../fixtures/release-0.1.0');
const kept = (name: string): string => path.join(release, name);
const reportOf = (name: string): RunResult =>
  JSON.parse(readFileSync(kept(`${name}.report.json`), 'utf8')) as RunResult;
const folder = mkdtempSync(path.join(tmpdir(), 'audit-identity-'));
afterAll(() => rmSync(folder, { recursive: true }));

const account = '111122223333';

describe('names that exist once', () => {
  it.each([
    ['arn:aws:s3:::logs', true],
    ['arn:aws-cn:s3:::logs', true],
    ['arn:aws:iam::111122223333:user/alice', true],
    ['arn:aws:s3::111122223333:*', true],
    ['arn:aws:route53:::hostedzone/Z1', true],
    ['arn:aws:cloudfront::111122223333:distribution/E1', true],
    ['arn:aws:s3:eu-west-1:111122223333:accesspoint/a', false],
    ['arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1', false],
    ['arn:aws:apigateway:eu-west-1::/restapis/a/stages/b', false],
    ['arn:aws:ec2:eu-west-1:111122223333:*', false],
    ['not an ARN', false],
  ])('%s: %s', (arn, is) => expect(isGlobalName(arn)).toBe(is));

  it.each(['eu-west-1', 'us-east-1', 'unknown', 'global'])('have the same fingerprint in %s', (region) => {
    expect(fingerprintOf('c', account, region, 'arn:aws:s3:::logs')).toBe(
      fingerprintOf('c', account, 'ap-south-1', 'arn:aws:s3:::logs'),
    );
    const vpc = 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1';
    expect(fingerprintOf('c', account, region, vpc)).not.toBe(fingerprintOf('c', account, 'ap-south-1', vpc));
  });

  it('are told apart by check, account and ARN', () => {
    const all = ['c', 'd'].flatMap((check) =>
      [account, '999900001111'].flatMap((owner) =>
        ['arn:aws:s3:::a', 'arn:aws:s3:::b', 'arn:aws-cn:s3:::a'].map((arn) => fingerprintOf(check, owner, '', arn)),
      ),
    );
    expect(new Set(all).size).toBe(12);
  });
});

it('no two findings of an account have a fingerprint or a former one in common', async () => {
  const { findings } = judge(checks, await demoInventory(), { now: 0, source: 'demo' });
  const all = findings.flatMap(({ fingerprint, aliases = [] }) => [fingerprint, ...aliases]);
  expect(new Set(all).size).toBe(all.length);
  const owners = new Map<string, string>();
  for (const { fingerprint, check, resource } of findings) {
    const before = owners.get(fingerprint);
    expect(before, `${check} ${resource.arn}`).toBeUndefined();
    owners.set(fingerprint, resource.arn);
  }
});

it.each([
  ['eu-west-1', 'region', ['eu-west-1', 'unknown']],
  ['unknown', 'region', ['unknown', 'eu-west-1', 'us-east-1']],
  ['global', undefined, ['global']],
])('a global name in %s is known by its former fingerprints', (region, regionFrom, places) => {
  const check = { id: 'new', formerly: ['old'], resource: { regionFrom } };
  const aliases = aliasesOf(check, account, region, 'arn:aws:s3:::a', ['eu-west-1', 'us-east-1']);
  // With the region, which is how a regional ARN is hashed still: of each id as many as there are places.
  expect(aliases).toHaveLength(2 * places.length + 1);
  expect(aliases).toContain(fingerprintOf('old', account, region, 'arn:aws:s3:::a'));
});

it('what has a region is known by the ids that its check had', () => {
  const arn = 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1';
  const check = { id: 'new', formerly: ['old', 'older'], resource: { regionFrom: undefined } };
  expect(aliasesOf(check, account, 'eu-west-1', arn, ['eu-west-1'])).toEqual(
    ['old', 'older'].map((id) => fingerprintOf(id, account, 'eu-west-1', arn)),
  );
  expect(aliasesOf({ ...check, formerly: [] }, account, 'eu-west-1', arn, ['eu-west-1'])).toEqual([]);
});

describe('what the first release wrote', () => {
  const ids = [...new Set(reportOf('whole').checks.map(({ id }) => id))];
  const selected = checks.filter(({ id }) => ids.includes(id));
  const now: Record<string, readonly Finding[]> = {};
  beforeAll(async () => {
    for (const name of ['whole', 'denied']) {
      // oxlint-disable-next-line no-await-in-loop
      const inventory = await readSnapshot(kept(`${name}.snapshot.ndjson`));
      now[name] = judge(selected, inventory, {
        now: Date.parse(inventory.header.startedAt),
        source: 'snapshot',
      }).findings;
    }
  });

  it.each(['whole', 'denied'])(
    'the %s report: each finding of the same snapshot is known by its old fingerprint',
    (name) => {
      const old = reportOf(name).findings;
      expect(old.length).toBeGreaterThan(10);
      for (const { fingerprint, check, resource } of old) {
        const found = (now[name] ?? []).filter((finding) => isKnownAs(finding, fingerprint));
        expect(found.map((each) => [each.check, each.resource.arn])).toEqual([[check, resource.arn]]);
      }
    },
  );

  it.each([
    ['whole', 'denied'],
    ['denied', 'whole'],
  ])('a bucket of the %s report is found in the %s account, whose regions were read or not', (before, after) => {
    const buckets = (all: readonly Finding[]) => all.filter(({ resource }) => resource.type === 'AWS::S3::Bucket');
    const old = buckets(reportOf(before).findings);
    expect(old.length).toBeGreaterThan(2);
    for (const { fingerprint, check, resource } of old) {
      const found = buckets(now[after] ?? []).filter((finding) => isKnownAs(finding, fingerprint));
      expect(found.map((each) => [each.check, each.resource.arn])).toEqual([[check, resource.arn]]);
    }
    const fingerprints = (name: string) =>
      buckets(now[name] ?? [])
        .map(({ fingerprint }) => fingerprint)
        .sort();
    expect(fingerprints(before)).toEqual(fingerprints(after));
  });

  it('its suppressions go on matching', async () => {
    const of = (name: string) => [
      'scan',
      '--from',
      kept(`${name}.snapshot.ndjson`),
      '--suppressions',
      kept('suppressions.yaml'),
      ...ids.flatMap((id) => ['--check', id]),
      '--format',
      'json',
      '--allow-incomplete',
    ];
    const whole = JSON.parse((await audit(of('whole'))).stdout) as RunResult;
    const old = reportOf('whole').summary.byStatus;
    expect(whole.summary.byStatus.suppressed).toBe(old.fail + old.unknown + old.manual);
    expect(whole.suppressions).toEqual([]);
    const denied = JSON.parse((await audit(of('denied'))).stdout) as RunResult;
    const open = denied.findings.filter(
      ({ status, resource }) => status === 'fail' && resource.type === 'AWS::S3::Bucket',
    );
    expect(open).toEqual([]);
  });

  it.each(['--from', '--report'])(
    'audit explain finds a finding by its old and its new fingerprint (%s)',
    async (option) => {
      const file = option === '--from' ? kept('whole.snapshot.ndjson') : kept('whole.report.json');
      const old = reportOf('whole').findings.find(({ resource }) => resource.type === 'AWS::S3::Bucket');
      const present = (now['whole'] ?? []).find((finding) => isKnownAs(finding, old?.fingerprint ?? ''));
      expect(present?.fingerprint).not.toBe(old?.fingerprint);
      for (const fingerprint of [old?.fingerprint, present?.fingerprint, old?.fingerprint.slice(0, 8)]) {
        // oxlint-disable-next-line no-await-in-loop
        const { code, stdout } = await audit(['explain', fingerprint ?? '', option, file]);
        expect(code).toBe(0);
        expect(stdout).toContain(old?.resource.arn ?? '-');
      }
    },
  );
});
