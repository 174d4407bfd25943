import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import type { Gap } from '../../../src/aws/outcome.ts';
import type { Cause } from '../../../src/engine/causes/cause.ts';
import { CauseLedger } from '../../../src/engine/causes/ledger.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import { judge } from '../../../src/engine/judge.ts';
import { snapshotFromText } from '../../../src/inventory/snapshot.ts';
import { demoText } from '../../helpers/demo-text.ts';
import { account, bucket, causes, checkOf, finding, root } from './account.ts';

const clears = ({ findings }: Cause): number => findings.length;
const only = (all: readonly Cause[]): Cause => {
  expect(all).toHaveLength(1);
  return all[0] as Cause;
};

describe('one cause', () => {
  const group = `arn:aws:ec2:eu-west-1:${account}:security-group/sg-1`;
  const opened = (id: string, ...ports: readonly number[]): Finding =>
    finding(id, 'sg-1', {
      arn: group,
      changes: [group],
      fix: {
        cli: `aws ec2 revoke-security-group-ingress --group-id sg-1 --ip-permissions '${JSON.stringify(ports.map((port) => ({ FromPort: port })))}' --region eu-west-1`,
      },
    });

  it('is a security group behind many checks, and an instance it opens', () => {
    const instance = finding('ec2-instance-cifs-not-exposed', 'i-1', {
      changes: [group],
      reach: { from: 'internet', how: 'on tcp 445 at 203.0.113.1' },
    });
    const found = only(
      causes([
        opened('ec2-security-group-no-open-ingress-ssh', 22),
        opened('ec2-security-group-no-open-ingress-high-risk-ports', 22, 445),
        opened('ec2-security-group-no-open-ingress-rdp', 445),
        instance,
      ]),
    );
    expect(found).toMatchObject({
      kind: 'thing',
      subject: group,
      severity: 'critical',
      reach: instance.reach,
      effort: 'command',
      resources: 2,
    });
    expect(clears(found)).toBe(4);
    expect(found.commands).toEqual([
      opened('x'.replace('x', 'ec2-security-group-no-open-ingress-ssh'), 22, 445).fix?.cli,
    ]);
  });

  it('is cleared by what is done to the group itself, whatever other names its own begins with', () => {
    const of = (arn: string, name: string) =>
      finding('ec2-security-group-no-open-ingress-ssh', name, {
        arn,
        changes: [`${group}0`],
        fix: { cli: `aws ec2 revoke-security-group-ingress --group-id ${name}` },
      });
    const found = only(causes([of(group, 'sg-1'), of(`${group}0`, 'sg-10')]));
    expect(found.commands).toEqual(['aws ec2 revoke-security-group-ingress --group-id sg-10']);
  });

  it('is a group and an instance that it opens by a rule none of its own findings speaks of', () => {
    const revoked = (port: number): string =>
      `aws ec2 revoke-security-group-ingress --group-id sg-1 --ip-permissions '[{"FromPort":${port}}]' --region eu-west-1`;
    const instance = (cli: string): Finding =>
      finding('ec2-instance-cifs-not-exposed', 'i-1', { changes: [group], fix: { cli } });
    const ssh = opened('ec2-security-group-no-open-ingress-ssh', 22);
    expect(only(causes([ssh, instance(revoked(445))])).commands).toEqual([revoked(445), revoked(22)]);
    // What is done to something else is no part of what is done to the group.
    expect(only(causes([ssh, instance('aws ec2 stop-instances --instance-ids i-1')])).commands).toEqual([revoked(22)]);
  });

  it('is the public-access block of an account behind its buckets', () => {
    const buckets = ['a', 'b', 'c'].flatMap((name) => [
      bucket('s3-bucket-public-access-blocked', name),
      bucket('s3-bucket-not-public', name, { reach: { from: 'internet', how: 'readable by anyone' } }),
    ]);
    const found = only(causes([...buckets, root('s3-account-public-access-blocked')]));
    expect(found).toMatchObject({ kind: 'setting', resources: 4, severity: 'critical', worst: 3 });
    expect(found.commands).toEqual([
      `aws s3control put-public-access-block --account-id ${account} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true --region us-east-1`,
    ]);
    // Where the account blocks, each bucket is to be closed by itself.
    const apart = causes(buckets);
    expect(apart.map(clears)).toEqual([2, 2, 2]);
    expect(apart.map(({ commands }) => commands.length)).toEqual([1, 1, 1]);
  });

  it('is a setting that is off in many regions', () => {
    const regions = Array.from({ length: 18 }, (_, at) => `region-${at}`);
    const off = regions.map((region) =>
      finding('ec2-ebs-default-encryption-enabled', region, {
        region,
        arn: `arn:aws:ec2:${region}:${account}:settings`,
      }),
    );
    const found = only(causes(off));
    expect(found).toMatchObject({ kind: 'regions', subject: 'ec2-ebs-default-encryption-enabled', resources: 18 });
    expect(found.title).toContain('not so in 18 of 20 regions');
    expect(found.commands).toEqual(
      [...regions].sort().map((region) => `aws ec2 enable-ebs-encryption-by-default --region ${region}`),
    );
  });

  it('is the account-wide finding that says the same as those of the regions', () => {
    const off = ['eu-west-1', 'us-east-1'].map((region) =>
      finding('guardduty-detector-enabled', region, {
        region,
        fix: { cli: `aws guardduty create-detector --enable --region ${region}` },
      }),
    );
    const found = only(causes([...off, root('guardduty-all-regions-enabled')]));
    expect(found).toMatchObject({ kind: 'regions', subject: 'guardduty-detector-enabled' });
    expect(clears(found)).toBe(3);
  });

  it("is a customer's policy behind many checks and principals", () => {
    const policy = `arn:aws:iam::${account}:policy/ops`;
    const mine = (id: string): Finding => finding(id, 'ops', { arn: policy, changes: [policy] });
    const found = only(
      causes([
        mine('iam-customer-policy-attached-no-admin'),
        mine('iam-customer-policy-kms-decrypt-restricted'),
        ...['anna', 'ben', 'cleo'].map((name) =>
          finding('iam-user-no-direct-policies', name, {
            changes: [policy],
            fix: { cli: `aws iam x --user-name ${name}` },
          }),
        ),
      ]),
    );
    expect(found).toMatchObject({ kind: 'thing', subject: policy, resources: 4, severity: 'high' });
    // How the policy itself is changed, not what else might be done to each of its holders.
    expect(found.commands.some((line) => line.includes('--user-name'))).toBe(false);
  });

  it('is the trust policy of a role, whoever finds fault with it', () => {
    const role = `arn:aws:iam::${account}:role/ci`;
    const provider = finding('iam-oidc-provider-role-subject-restricted', 'github', {
      fix: { cli: 'aws iam update-assume-role-policy --role-name ci --policy-document TRUST_POLICY' },
    });
    const found = only(causes([finding('iam-role-trust-not-public', 'ci', { arn: role }), provider]));
    expect(found).toMatchObject({ kind: 'command', subject: role, resources: 2, effort: 'values' });
  });

  it('is the password policy, with one command that asks for all of it', () => {
    const policy = (id: string, cli: string): Finding =>
      root(id, { fix: { cli: `aws iam update-account-password-policy ${cli}` } });
    const found = only(
      causes([
        policy('iam-password-policy-length-14', '--minimum-password-length 14 --password-reuse-prevention 5'),
        policy('iam-password-policy-reuse-24', '--minimum-password-length 8 --password-reuse-prevention 24'),
        policy(
          'iam-password-policy-symbol-required',
          '--minimum-password-length 8 --require-symbols --password-reuse-prevention 5',
        ),
        policy(
          'iam-password-policy-max-age-90',
          '--minimum-password-length 8 --password-reuse-prevention 5 --max-password-age 90',
        ),
      ]),
    );
    expect(found.commands).toEqual([
      'aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --password-reuse-prevention 24 --max-password-age 90',
    ]);
  });

  it("is a resource's findings that the same command clears, and no others", () => {
    const all = causes([
      bucket('s3-bucket-not-public', 'a'),
      bucket('s3-bucket-policy-no-public-write', 'a'),
      bucket('s3-bucket-mfa-delete-enabled', 'a'),
      bucket('s3-bucket-not-public', 'b'),
    ]);
    expect(all.map(clears)).toEqual([2, 1, 1]);
  });

  it('is a missing permission behind many unknowns; what organizations deny is another', () => {
    const ledger = new CauseLedger(checks, account);
    const unread = (id: string, name: string, gap: Gap): void => {
      const cause = 'denied';
      const actions = gap.kind === 'unsupported' ? [] : gap.actions;
      ledger.add(finding(id, name, { status: 'unknown', unknown: { actions, cause } }), checkOf(id), gap);
    };
    const denied = (action: string, by: Extract<Gap, { kind: 'denied' }>['by']): Gap => ({
      kind: 'denied',
      actions: [action],
      code: 'AccessDenied',
      by,
    });
    for (let at = 0; at < 40; at += 1)
      unread('s3-bucket-not-public', `bucket-${at}`, denied('s3:GetBucketPolicy', 'missing-permission'));
    unread('kms-key-rotation-enabled', 'key', denied('kms:GetKeyRotationStatus', 'unspecified'));
    unread('ssm-parameter-no-plaintext-secrets', '*', denied('ssm:DescribeParameters', 'scp'));
    unread('lambda-function-environment-no-secrets', 'f', denied('kms:Decrypt', 'unspecified'));
    unread('vpc-flow-logs-enabled', 'vpc', {
      kind: 'failed',
      actions: ['ec2:X'],
      code: 'ENOTFOUND',
      message: 'no host',
    });
    unread('vpc-ec2-endpoint-exists', 'vpc', {
      kind: 'failed',
      actions: ['ec2:X'],
      code: 'Throttling',
      message: 'slow',
    });
    const all = ledger.list({ account, partition: 'aws', regions: () => 1 });
    expect(all.map(({ kind, status, actions, ...cause }) => [kind, status, actions, clears(cause as Cause)])).toEqual([
      ['permission', 'unknown', ['kms:GetKeyRotationStatus', 's3:GetBucketPolicy'], 41],
      ['permission', 'unknown', ['kms:Decrypt'], 1],
      ['permission', 'unknown', ['ssm:DescribeParameters'], 1],
      ['way', 'unknown', ['ec2:X'], 1],
    ]);
    for (const { commands, effort } of all) expect({ commands, effort }).toEqual({ commands: [], effort: 'hand' });
  });

  it('is nothing that passed, was accepted or is for a person to look at', () => {
    const accepted = { reason: 'r', owner: 'o', status: 'fail' } as const;
    expect(
      causes([
        bucket('s3-bucket-not-public', 'a', { status: 'pass' }),
        bucket('s3-bucket-not-public', 'b', { status: 'manual' }),
        bucket('s3-bucket-not-public', 'c', { status: 'suppressed', suppression: accepted }),
      ]),
    ).toEqual([]);
  });
});

const judged = async (text: string) => {
  const read = await snapshotFromText(text, 'the demo account');
  return judge(checks, read, { now: Date.parse(read.header.startedAt), source: 'demo' });
};
const before = await judged(demoText());

describe('what a cause clears', () => {
  const failing = (findings: readonly Finding[]): Set<string> =>
    new Set(findings.flatMap(({ status, fingerprint }) => (status === 'fail' ? [fingerprint] : [])));

  it("is cleared when the account's public-access block is turned on", async () => {
    const cause = before.causes.find(({ checks: of }) => of.includes('s3-account-public-access-blocked'));
    const all = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
    const blocked = demoText((type, record) => {
      const outcomes = record['outcomes'] as Record<string, unknown> | undefined;
      return type === 's3control/AWS::::Account' && outcomes !== undefined
        ? { ...record, outcomes: { ...outcomes, publicAccessBlock: { kind: 'present', value: all } } }
        : record;
    });
    const after = failing((await judged(blocked)).findings);
    expect(cause?.findings.length).toBeGreaterThan(8);
    expect(cause?.findings.filter((fingerprint) => after.has(fingerprint))).toEqual([]);
  });

  it('is cleared when the rules of a security group go', async () => {
    const groups = before.causes.filter(
      ({ kind, subject }) => kind === 'thing' && subject.includes(':security-group/'),
    );
    expect(groups.length).toBeGreaterThan(4);
    const closed = demoText((type, record) =>
      type.endsWith('AWS::EC2::SecurityGroup') && groups.some(({ subject }) => subject === record['arn'])
        ? { ...record, item: { ...(record['item'] as object), rules: [] } }
        : record,
    );
    const after = failing((await judged(closed)).findings);
    expect(groups.flatMap(({ findings }) => findings).filter((each) => after.has(each))).toEqual([]);
  });
});

describe('properties', () => {
  const failed = before.findings.filter(({ status }) => status === 'fail');

  const keyed = (all: readonly Cause[]): Map<string, string> =>
    new Map(all.flatMap(({ id, findings }) => findings.map((each) => [each, id])));

  it('every failed finding is of exactly one cause, whichever findings there are', () => {
    fc.assert(
      fc.property(fc.subarray(failed), (some) => {
        const of = causes(some).flatMap(({ findings }) => findings);
        expect(of.toSorted()).toEqual(some.map(({ fingerprint }) => fingerprint).toSorted());
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it('causes and their order do not depend on the order of the findings', () => {
    const expected = causes(failed);
    fc.assert(
      fc.property(fc.shuffledSubarray(failed, { minLength: failed.length, maxLength: failed.length }), (shuffled) => {
        expect(causes(shuffled)).toEqual(expected);
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it('ids stay when findings of other causes come and go', () => {
    const all = causes(failed);
    const ids = keyed(all);
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), (kept) => {
        const left = new Set(kept.flatMap(({ findings }) => findings));
        const now = keyed(causes(failed.filter(({ fingerprint }) => left.has(fingerprint))));
        for (const [fingerprint, id] of now) expect(id).toBe(ids.get(fingerprint));
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it('ids stay when some of what a cause clears is gone, but for what made the others wider', () => {
    const all = causes(failed).filter(({ kind, findings }) => kind !== 'setting' && findings.length > 1);
    for (const { id, findings, subject } of all) {
      const [first] = findings;
      const some = failed.filter(({ fingerprint }) => findings.includes(fingerprint) && fingerprint !== first);
      const now = causes(some);
      if (now.some((cause) => cause.subject === subject)) expect(now.map((cause) => cause.id)).toContain(id);
    }
  });

  it('ids are distinct, and of their form', () => {
    const ids = before.causes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^cause-[0-9a-f]{8}$/);
  });
});
