import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoInventory } from '../../src/cli/demo.ts';
import { effects, NoEffect } from '../../src/cli/effects.ts';
import { judged } from '../../src/cli/find-finding.ts';
import { simulated } from '../../src/cli/simulated.ts';
import { optionsOf } from '../../src/engine/causes/commands.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { ResourceRecord } from '../../src/inventory/inventory.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit, folder } from './run.ts';

const dir = folder();
afterAll(() => dir.remove());
const at = (name: string): string => join(dir.path, name);
const snapshot = join(root, 'demo/account.ndjson');
const setup = { selected: checks, config: {}, suppressions: [] };
let inventory: Inventory;
let before: RunResult;

beforeAll(async () => {
  inventory = await demoInventory();
  before = judged(inventory, setup, 'snapshot');
  writeFileSync(at('result.json'), JSON.stringify(before));
}, 60_000);

const failures = (result: RunResult): Set<string> =>
  new Set(
    result.findings
      .filter(({ status }) => status === 'fail' || status === 'unknown')
      .map(({ fingerprint }) => fingerprint),
  );

it('what is judged again clears its cause, and makes nothing else fail', { timeout: 60_000 }, () => {
  const tried = new Set<string>();
  for (const { status, commands, findings, id } of before.causes) {
    const operations = [...new Set(commands.map((line) => line.split(' ').slice(1, 3).join(' ')))].join();
    if (status !== 'fail' || tried.has(operations)) continue;
    let changed: Inventory;
    try {
      changed = simulated(inventory, commands);
    } catch (error) {
      expect(error).toBeInstanceOf(NoEffect);
      continue;
    }
    tried.add(operations);
    const [was, is] = [failures(before), failures(judged(changed, setup, 'snapshot'))];
    expect(
      findings.filter((each) => is.has(each)),
      id,
    ).toEqual([]);
    expect(
      [...is].filter((each) => !was.has(each)),
      id,
    ).toEqual([]);
  }
  expect(tried.size).toBeGreaterThan(8);
  // What was read is left as it is.
  expect(failures(judged(inventory, setup, 'snapshot'))).toEqual(failures(before));
});

const account = '111122223333';
const of = (type: string, records: readonly Partial<ResourceRecord>[], region = 'global'): Inventory => {
  const made = new Inventory({
    account,
    partition: 'aws',
    caller: 'c',
    regions: ['eu-west-1'],
    skippedRegions: [],
    version: '0',
    startedAt: '2026-06-01T00:00:00.000Z',
  });
  made.collected.add(type);
  const whole = records.map((record) => ({ item: { id: 'x' }, arn: 'arn:x', region, outcomes: {}, ...record }));
  made.add({ type, region, result: { kind: 'present', records: whole } });
  return made;
};
const recordsOf = (made: Inventory, key: string): readonly ResourceRecord[] =>
  made.listings({ key }).flatMap(({ result }) => (result.kind === 'present' ? result.records : []));

describe('what a command makes of what was read', () => {
  const open = {
    direction: 'ingress',
    protocol: 'tcp',
    fromPort: 22,
    toPort: 22,
    cidrs: ['0.0.0.0/0', '10.0.0.0/8'],
    ipv6Cidrs: ['::/0'],
    prefixLists: [],
    groups: [],
  };
  const group = 'ec2/AWS::EC2::SecurityGroup';
  const groups = () =>
    of(
      group,
      [{ item: { id: 'sg-1', rules: [open] } as never }, { item: { id: 'sg-2', rules: [open] } as never }],
      'eu-west-1',
    );
  const revoke = (permissions: unknown, id = 'sg-1', region = 'eu-west-1') =>
    `aws ec2 revoke-security-group-ingress --group-id ${id} --ip-permissions '${JSON.stringify(permissions)}' --region ${region}`;
  const ssh = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 };
  const rulesAfter = (permissions: unknown) =>
    recordsOf(simulated(groups(), [revoke(permissions)]), group).map(
      ({ item }) => (item as unknown as { rules: object[] }).rules,
    );

  it('a revoked range leaves the others, and other groups alone', () => {
    expect(rulesAfter([{ ...ssh, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }])).toEqual([
      [{ ...open, cidrs: ['10.0.0.0/8'] }],
      [open],
    ]);
    const all = {
      ...ssh,
      IpRanges: [{ CidrIp: '0.0.0.0/0' }, { CidrIp: '10.0.0.0/8' }],
      Ipv6Ranges: [{ CidrIpv6: '::/0' }],
    };
    expect(rulesAfter([all])).toEqual([[], [open]]);
  });

  it.each<[string, string, string]>([
    [
      'a rule that is not there',
      revoke([{ ...ssh, ToPort: 23, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]),
      'sg-1 has no such rule',
    ],
    [
      'a range that is not there',
      revoke([{ ...ssh, IpRanges: [{ CidrIp: '192.0.2.0/24' }] }]),
      'sg-1 has no such rule',
    ],
    [
      'a group that is not there',
      revoke([{ ...ssh, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }], 'sg-9'),
      'changes nothing of AWS::EC2::SecurityGroup',
    ],
    [
      'another region',
      revoke([{ ...ssh, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }], 'sg-1', 'us-east-1'),
      'changes nothing',
    ],
    [
      'no JSON',
      "aws ec2 revoke-security-group-ingress --group-id sg-1 --ip-permissions '[' --region eu-west-1",
      'is not JSON',
    ],
    ['nothing that is named', 'aws ec2 revoke-security-group-ingress --region eu-west-1', '--group-id is missing'],
    [
      'values to fill in',
      'aws iam create-policy-version --policy-document POLICY_DOCUMENT',
      'has values that are to be filled in',
    ],
    [
      'an operation that is not known',
      'aws ec2 stop-instances --instance-ids i-1',
      'what `aws ec2 stop-instances` makes of what was read is not known',
    ],
    ['no command', 'ask somebody', '`ask somebody` is no command of the AWS CLI'],
  ])('nobody knows for %s', (_what, line, message) => {
    expect(() => simulated(groups(), [line])).toThrow(message);
  });

  it('nobody knows for what is fixed by hand, or could not be read', () => {
    expect(() => simulated(groups(), [])).toThrow('it is fixed by hand');
    const denied = { kind: 'denied', actions: [], code: 'AccessDenied', by: 'scp' } as const;
    const hidden = of('s3/AWS::S3::Bucket', [{ item: { id: 'b' }, outcomes: { policy: denied } }]);
    expect(() => simulated(hidden, ['aws s3api delete-bucket-policy --bucket b'])).toThrow(
      'policy of arn:x could not be read',
    );
  });

  const key = (details: object, rotation: object | undefined) =>
    of(
      'kms/AWS::KMS::Key',
      [
        {
          item: { id: 'k' },
          outcomes: {
            details: {
              kind: 'present',
              value: { manager: 'CUSTOMER', state: 'Enabled', origin: 'AWS_KMS', ...details },
            },
            rotation: { kind: 'present', value: rotation },
          },
        },
      ],
      'eu-west-1',
    );
  const rotate = 'aws kms enable-key-rotation --key-id k --region eu-west-1';
  const off = { enabled: false };
  const bucket = () =>
    of('s3/AWS::S3::Bucket', [{ item: { id: 'b' }, outcomes: { publicAccessBlock: { kind: 'absent', code: 'No' } } }]);
  const block = 'aws s3api put-public-access-block --bucket b --public-access-block-configuration';
  const user = (passwordEnabled: boolean) =>
    of('iam/AWS::IAM::User', [
      { item: { id: 'u' }, outcomes: { credentials: { kind: 'present', value: { passwordEnabled } } } },
    ]);

  it.each<[string, Inventory, string, string]>([
    ['a replica', key({ multiRegionType: 'REPLICA' }, off), rotate, 'rotates with its primary key'],
    ['imported material', key({ origin: 'EXTERNAL' }, off), rotate, 'imported key material'],
    ['a key of AWS', key({ manager: 'AWS' }, undefined), rotate, 'no rotation of its own'],
    ['a disabled key', key({ state: 'Disabled' }, off), rotate, 'the key is not enabled'],
    ['a period of 30 days', key({}, off), `${rotate} --rotation-period-in-days 30`, '30 days are no period'],
    ['a switch left out', bucket(), `${block} BlockPublicAcls=true`, 'what becomes of IgnorePublicAcls'],
    ['no password', user(false), 'aws iam delete-login-profile --user-name u', 'u has no password'],
    ['no rule', groups(), revoke([]), 'lists no rule'],
  ])('nobody knows for %s', (_what, made, line, message) => {
    expect(() => simulated(made, [line])).toThrow(message);
  });

  it.each([
    ['', 365],
    [' --rotation-period-in-days 90', 90],
  ])('a key rotates every year unless it is said%s', (option, periodInDays) => {
    const after = simulated(key({}, off), [`${rotate}${option}`]);
    expect(recordsOf(after, 'kms/AWS::KMS::Key')[0]?.outcomes['rotation']).toEqual({
      kind: 'present',
      value: { enabled: true, periodInDays },
    });
  });

  describe('a bucket policy', () => {
    const statement = (more: object): string =>
      JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*', ...more }],
      });
    const everybody = statement({});
    const blocks = (on: unknown): ResourceRecord['outcomes'] =>
      on === 'denied'
        ? { publicAccessBlock: { kind: 'denied' } as never }
        : on === undefined
          ? {}
          : { publicAccessBlock: { kind: 'present', value: { BlockPublicPolicy: on } } };
    const made = (ofBucket: unknown, ofAccount: unknown): Inventory => {
      const outcomes = { policy: { kind: 'absent', code: 'NoSuchBucketPolicy' } as const, ...blocks(ofBucket) };
      const inventory = of('s3/AWS::S3::Bucket', [{ item: { id: 'b' }, arn: 'arn:b', outcomes }]);
      const result = {
        kind: 'present' as const,
        records: [{ item: { id: account }, arn: 'arn:account', region: 'global', outcomes: blocks(ofAccount) }],
      };
      if (ofAccount !== undefined) inventory.add({ type: 's3control/AWS::::Account', region: 'global', result });
      return inventory;
    };
    const put = (policy: string) => [`aws s3api put-bucket-policy --bucket b --policy '${policy}'`];

    it.each<[string, string, unknown, unknown, string]>([
      ['the bucket refuses', everybody, true, false, 'BlockPublicPolicy of arn:b refuses it'],
      ['its account refuses', everybody, false, true, 'BlockPublicPolicy of arn:account refuses it'],
      [
        'everybody but one',
        statement({ Principal: undefined, NotPrincipal: { AWS: account } }),
        true,
        false,
        'refuses it',
      ],
      [
        'a wide network',
        statement({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } }),
        true,
        false,
        'refuses',
      ],
      ['the bucket may refuse', everybody, 'denied', false, 'whether arn:b refuses public policies was not read'],
      [
        'its account may refuse',
        everybody,
        false,
        undefined,
        'whether the account refuses public policies was not read',
      ],
    ])('is not taken where it is public and %s', (_when, policy, ofBucket, ofAccount, message) => {
      expect(() => simulated(made(ofBucket, ofAccount), put(policy))).toThrow(message);
    });

    it.each<[string, string, unknown, unknown]>([
      ['is public and nothing refuses it', everybody, false, false],
      ['is of one account', statement({ Principal: { AWS: account } }), true, true],
      [
        'is of one organization',
        statement({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
        true,
        true,
      ],
      ['only denies', statement({ Effect: 'Deny' }), true, undefined],
    ])('is taken where it %s', (_when, policy, ofBucket, ofAccount) => {
      const [bucket] = recordsOf(simulated(made(ofBucket, ofAccount), put(policy)), 's3/AWS::S3::Bucket');
      expect(bucket?.outcomes['policy']).toEqual({ kind: 'present', value: policy });
    });
  });

  it('a detached policy hangs on one less', () => {
    const arn = 'arn:aws:iam::aws:policy/P';
    const made = of('iam/AWS::IAM::User', [
      {
        item: {
          id: 'u',
          attached: [
            { name: 'P', arn },
            { name: 'Q', arn: 'q' },
          ],
        } as never,
      },
    ]);
    made.add({
      type: 'iam/AWS::IAM::ManagedPolicy',
      region: 'global',
      result: {
        kind: 'present',
        records: [{ item: { id: arn, attachments: 2 } as never, arn, region: 'global', outcomes: {} }],
      },
    });
    const after = simulated(made, [`aws iam detach-user-policy --user-name u --policy-arn ${arn}`]);
    expect(recordsOf(after, 'iam/AWS::IAM::User')[0]?.item).toMatchObject({ attached: [{ name: 'Q', arn: 'q' }] });
    expect(recordsOf(after, 'iam/AWS::IAM::ManagedPolicy')[0]?.item).toMatchObject({ attachments: 1 });
    expect(recordsOf(made, 'iam/AWS::IAM::ManagedPolicy')[0]?.item).toMatchObject({ attachments: 2 });
  });

  it.each<[string, Record<string, string>]>([
    [`aws a b --name 'it'\\''s' --json '{"a": "b c"}'`, { name: "it's", json: '{"a": "b c"}' }],
    ['aws a b --name="x y" --flag --region eu-west-1', { name: 'x y', flag: '', region: 'eu-west-1' }],
    [`aws a b --values one 'two three'`, { values: 'one two three' }],
  ])('%s', (line, expected) => expect(optionsOf(line)).toEqual(expected));

  it('is known of no operation that reads', () => {
    for (const name of Object.keys(effects)) expect(name).not.toMatch(/ (?:get|list|describe)-/);
  });
});

describe('audit simulate', () => {
  const block = () => before.causes.find(({ commands }) => commands[0]?.includes('s3control put-public-access-block'));

  it('tells from a snapshot what would go, beyond what the cause names', async () => {
    const id = block()?.id ?? '';
    const { code, stdout } = await audit(['simulate', snapshot, '--fix', id]);
    expect(code).toBe(0);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('was judged again as it would be then');
    const [, gone = '0', failed = '0', left = '0'] =
      /(\d+) of (\d+) failed findings would go, (\d+) would be left/.exec(text) ?? [];
    expect(Number(gone)).toBeGreaterThan(block()?.findings.length ?? 0);
    expect(Number(failed) - Number(gone)).toBe(Number(left));
    for (const each of block()?.findings ?? []) expect(stdout).toContain(each.slice(0, 8));
    expect(text).toMatch(/\d+ ways? to administrator would be closed/);
  });

  it('tells which attack paths and requirements would go', async () => {
    const detach = before.causes.find(({ commands }) => commands[0]?.includes('detach-role-policy'));
    const args = ['simulate', snapshot, '--fix', detach?.id ?? '', '--fix', block()?.id ?? '', '-f', 'json'];
    const simulation = JSON.parse((await audit(args)).stdout) as {
      judgedAgain: boolean;
      gone: { fingerprint: string }[];
      appear: unknown[];
      requirements: string[];
      attackPaths: string[];
    };
    expect(simulation.judgedAgain).toBe(true);
    expect(simulation.appear).toEqual([]);
    expect(simulation.requirements.every((each) => each.includes(':'))).toBe(true);
    expect(simulation.requirements.length).toBeGreaterThan(0);
    expect(simulation.attackPaths).toEqual(['account 530917264408']);
  });

  it('takes the fingerprint of a finding too', async () => {
    const cause = before.causes.find(({ commands }) => commands[0]?.includes('detach-role-policy'));
    const { code, stdout } = await audit(['simulate', snapshot, '--fix', cause?.findings[0]?.slice(0, 8) ?? '']);
    expect(code).toBe(0);
    expect(stdout).toContain(cause?.findings[0]?.slice(0, 8));
  });

  it('says of a result that its causes tell, and that nothing was judged again', async () => {
    const id = block()?.id ?? '';
    const { code, stdout } = await audit(['simulate', at('result.json'), '--fix', id]);
    expect(code).toBe(0);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('is a result, which cannot be judged again: this is what its causes say');
    expect(text).toContain(`${block()?.findings.length} of ${before.summary.byStatus.fail} failed findings would go`);
    expect(text).toContain('Attack paths: not told');
    const ofFinding = await audit(['simulate', at('result.json'), '--fix', block()?.findings[0] ?? '']);
    expect(ofFinding.stdout).toBe(stdout);
  });

  it.each<[string, string[], string]>([
    ['nothing to fix', [], '--fix is missing'],
    ['a cause that is none', ['--fix', 'cause-00000000'], 'holds no cause cause-00000000'],
    ['a finding that is none', ['--fix', '00000000'], 'holds no finding 00000000'],
    ['a finding that passes', ['--fix', 'PASS'], 'does not fail (pass): there is nothing to fix'],
    ['a cause that is fixed by hand', ['--fix', 'HAND'], 'cannot be judged again: it is fixed by hand'],
    ['a cause with values to fill in', ['--fix', 'VALUES'], 'has values that are to be filled in'],
    ['a missing permission', ['--fix', 'UNKNOWN'], 'nobody knows what a permission would show'],
  ])('%s is refused with what to do', async (_what, args, message) => {
    const failing = before.causes.filter(({ status }) => status === 'fail');
    const named: Record<string, string | undefined> = {
      PASS: before.findings.find(({ status }) => status === 'pass')?.fingerprint,
      HAND: failing.find(({ commands }) => commands.length === 0)?.id,
      VALUES: failing.find(({ effort, commands }) => effort === 'values' && commands.length === 1)?.id,
      UNKNOWN: before.causes.find(({ status }) => status === 'unknown')?.id,
    };
    const { code, stdout, stderr } = await audit(['simulate', snapshot, ...args.map((arg) => named[arg] ?? arg)]);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('refuses what is neither a snapshot nor a result', async () => {
    writeFileSync(at('other.txt'), '# audit baseline 1\n');
    const { code, stderr } = await audit(['simulate', at('other.txt'), '--fix', 'cause-00000000']);
    expect(stderr).toContain('other.txt:1:1: ');
    expect(code).toBe(2);
  });
});
