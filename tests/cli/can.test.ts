import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/aws/outcome.ts';
import { snapshotFromText, snapshotLines } from '../../src/inventory/snapshot.ts';
import { bucket as bucketType } from '../../src/services/s3/bucket.ts';
import { ADMINISTRATOR, allow, details, doc, iamArn, policyArn, trustAccount, trustArn } from '../iam/paths/account.ts';
import { audit, folder } from './run.ts';

const files = folder({
  'details.json': JSON.stringify(
    details({
      users: {
        alice: {
          inline: [
            doc(
              { Sid: 'Read', ...allow('s3:GetObject', 'arn:aws:s3:::b/*') },
              allow('s3:PutObject', 'arn:aws:s3:::b/*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
            ),
          ],
        },
        bounded: { attached: [ADMINISTRATOR], boundary: policyArn('limit') },
        twin: {},
        delegate: {
          inline: [
            doc(
              allow('iam:AttachUserPolicy', '*', { StringEquals: { 'iam:PermissionsBoundary': policyArn('limit') } }),
            ),
          ],
        },
        half: { attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
      },
      roles: {
        twin: {},
        open: { trust: trustAccount(), attached: [ADMINISTRATOR] },
        guest: { inline: [doc(allow('s3:ListBucket'))] },
        foreign: { trust: trustArn('arn:aws:iam::999988887777:root') },
      },
      policies: { limit: [doc(allow('s3:*'))] },
    }),
  ),
  'scps.json': JSON.stringify([doc(allow('*'), { Sid: 'NoS3', Effect: 'Deny', Action: 's3:*', Resource: '*' })]),
  'named.json': JSON.stringify(
    doc({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/guest/s1' }, ...allow('s3:*') }),
  ),
  'everybody.json': JSON.stringify(doc({ Principal: '*', ...allow('s3:GetObject') })),
  'session.json': JSON.stringify(doc(allow('ec2:*'))),
  'bucket.json': JSON.stringify(
    doc({ Sid: 'Never', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }),
  ),
});
afterAll(() => files.remove());
const object = 'arn:aws:s3:::b/k';
/** Every layer that these tests are not about is stated, as are whose the buckets are. */
const stated = { scps: 'none', rcps: 'none', 'resource-policy': 'none', 'resource-account': '111122223333' };
const can = (...args: string[]) =>
  audit([
    'can',
    ...args,
    ...Object.entries(stated).flatMap(([name, value]) => (args.includes(`--${name}`) ? [] : [`--${name}`, value])),
    '--iam-details',
    `${files.path}/details.json`,
  ]);

interface Answer {
  principal: string;
  verdict: string;
  reason: string;
  layers: { layer: string; verdict: string }[];
  statements: { sid?: string }[];
  open: { key: string }[];
  unread: string[];
}
const answer = async (...args: string[]): Promise<Answer> =>
  JSON.parse((await can(...args, '--format', 'json')).stdout) as Answer;

describe('audit can', () => {
  it('names the statement that allows', async () => {
    expect(await answer('alice', 's3:GetObject', object)).toMatchObject({
      verdict: 'allowed',
      statements: [{ sid: 'Read' }],
      unread: [],
      stated: ['resource', 'scp', 'rcp'],
    });
    expect((await can('alice', 's3:GetObject', object)).stdout).toMatch(
      /^ALLOWED {2}allowed by the identity policy "inline policy inline0 of alice" \(Read\)/,
    );
  });

  it('says what it depends on, until the context is given', async () => {
    expect(await answer('alice', 's3:PutObject', object)).toMatchObject({
      verdict: 'possible',
      open: [{ key: 'aws:SourceIp' }],
    });
    expect((await answer('alice', 's3:PutObject', object, '--context', 'aws:SourceIp=203.0.113.7')).verdict).toBe(
      'allowed',
    );
    expect((await answer('alice', 's3:PutObject', object, '--context', 'aws:SourceIp=198.51.100.7')).verdict).toBe(
      'denied',
    );
    expect((await answer('alice', 's3:PutObject', object, '--context', 'aws:SourceIp=')).verdict).toBe('denied');
  });

  it.each([
    ['nothing that allows', ['alice', 's3:DeleteObject', object], 'identity', 'none'],
    ['the boundary', ['bounded', 'ec2:RunInstances', '*'], 'boundary', 'none'],
    [
      'a session policy',
      ['alice', 's3:GetObject', object, '--session-policy', `${files.path}/session.json`],
      'session',
      'none',
    ],
    [
      'a policy of the organisation',
      ['alice', 's3:GetObject', object, '--scps', `${files.path}/scps.json`],
      'scp',
      'denied',
    ],
    [
      "the resource's policy",
      ['alice', 's3:GetObject', object, '--resource-policy', `${files.path}/bucket.json`],
      'resource',
      'denied',
    ],
  ])('is denied by %s', async (_, args, layer, verdict) => {
    const found = await answer(...args);
    expect(found.verdict).toBe('denied');
    expect(found.layers).toContainEqual(expect.objectContaining({ layer, verdict }));
  });

  it('looks at the trust policy of a role', async () => {
    expect((await answer('bounded', 'sts:AssumeRole', iamArn('role/open'))).verdict).toBe('denied');
    expect((await answer('role/open', 'sts:AssumeRole', iamArn('role/open'))).verdict).toBe('allowed');
    expect((await answer('role/open', 'sts:AssumeRole', iamArn('role/twin'))).verdict).toBe('denied');
  });

  it('is possible where a key policy would decide, and where policies are missing', async () => {
    expect((await answer('role/open', 'kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/k')).verdict).toBe(
      'possible',
    );
    expect(await answer('half', 's3:GetObject', object)).toMatchObject({
      verdict: 'possible',
      reason: expect.stringContaining('ReadOnlyAccess') as string,
    });
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  describe('with principals that policies name', () => {
    const session = (name: string): string => `arn:aws:sts::111122223333:assumed-role/guest/${name}`;
    const root = iamArn('root');
    const stranger = 'arn:aws:iam::999988887777:role/x';
    const policy = (name: string): string[] => ['--resource-policy', `${files.path}/${name}.json`];
    it.each([
      ['a session that is named', session('s1'), 's3:GetObject', object, policy('named'), 'allowed'],
      ['another session of the role', session('s2'), 's3:GetObject', object, policy('named'), 'denied'],
      ['a session with what its role may', session('s2'), 's3:ListBucket', 'arn:aws:s3:::b', [], 'allowed'],
      ['the root user', root, 's3:GetObject', object, [], 'allowed'],
      ['the root user, whom SCPs bind', root, 's3:GetObject', object, ['--scps', `${files.path}/scps.json`], 'denied'],
      ['the root user, who assumes no roles', root, 'sts:AssumeRole', iamArn('role/open'), [], 'denied'],
      ['a stranger whom the policy lets in', stranger, 's3:GetObject', object, policy('everybody'), 'possible'],
      ['a stranger whom it does not let in', stranger, 's3:PutObject', object, policy('everybody'), 'denied'],
      ['a stranger, without a policy', stranger, 's3:GetObject', object, [], 'denied'],
      [
        'a stranger and a database',
        stranger,
        'rds:StopDBInstance',
        'arn:aws:rds:us-east-1:111122223333:db:x',
        [],
        'denied',
      ],
      ['a stranger whom a trust policy lets in', stranger, 'sts:AssumeRole', iamArn('role/foreign'), [], 'possible'],
      ['a stranger whom it does not', stranger, 'sts:AssumeRole', iamArn('role/open'), [], 'denied'],
    ])('%s', async (_, who, action, resource, args, verdict) => {
      const found = await answer(who, action, resource, ...args);
      expect(found).toMatchObject({ principal: who, verdict });
      expect(found.unread.includes('identity')).toBe(who === stranger);
    });

    it('says what is not known of a stranger', async () => {
      const { reason, layers } = await answer(stranger, 's3:GetObject', object, ...policy('everybody'));
      expect(reason).toMatch(/the policies of account 999988887777 have to allow it too/);
      expect(layers).toContainEqual(expect.objectContaining({ layer: 'identity', verdict: 'not known' }));
    });
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
  it.each([
    ['alice, who has no boundary', 'alice', 'denied'],
    ['bounded, who has that one', 'bounded', 'allowed'],
  ])('knows the boundary of %s', async (_, target, verdict) => {
    expect((await answer('delegate', 'iam:AttachUserPolicy', iamArn(`user/${target}`))).verdict).toBe(verdict);
  });

  it('takes a user or role by ARN', async () => {
    expect((await answer(iamArn('user/alice'), 's3:GetObject', object)).verdict).toBe('allowed');
  });

  it.each([
    ['a principal that is not there', ['alise', 's3:GetObject', object], /no such user or role\nDid you mean alice/],
    ['a name that two have', ['twin', 's3:GetObject', object], /user and of a role\nWrite user\/twin or role\/twin/],
    ['a pattern of actions', ['alice', 's3:Get*', object], /is not an action/],
    ['an action without a service', ['alice', 'GetObject', object], /is not an action/],
    ['a resource that is no ARN', ['alice', 's3:GetObject', 'bucket'], /neither an ARN nor \*/],
    [
      'an action that is on no such resource',
      ['alice', 's3:GetObject', 'arn:aws:sqs:us-east-1:111122223333:q'],
      /s3:GetObject is not on resources of sqs\nActions of s3 are on resources of s3, s3-object-lambda/,
    ],
    [
      'a session of a role that is not there',
      ['arn:aws:sts::111122223333:assumed-role/gone/s1', 's3:GetObject', object],
      /no such user or role/,
    ],
    ['a context without a value', ['alice', 's3:GetObject', object, '--context', 'aws:SourceIp'], /is not key=value/],
    [
      'a policy that is no JSON',
      ['alice', 's3:GetObject', object, '--resource-policy', 'gone.json'],
      /gone\.json: cannot be read/,
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await can(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('audit can with a snapshot, which holds the policy of a bucket', () => {
  const bucket = 'arn:aws:s3:::marlow-access-logs';
  const user = 'arn:aws:iam::408210937655:user/dev.patel';
  const policy = doc(
    { Sid: 'Dev', Principal: { AWS: user }, ...allow('s3:GetObject', `${bucket}/*`) },
    { Sid: 'Sealed', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: `${bucket}/sealed/*` },
  );
  /** The demo account, with another outcome of reading that bucket's policy. */
  const snapshot = async (outcome: Outcome): Promise<string> => {
    const inventory = await snapshotFromText(readFileSync('demo/account.ndjson', 'utf8'), 'the demo account');
    for (const { result } of inventory.listings(bucketType)) {
      if (result.kind !== 'present') continue;
      for (const { arn, outcomes } of result.records)
        if (arn === bucket) (outcomes as Record<string, Outcome>)['policy'] = outcome;
    }
    return [...snapshotLines(inventory)].join('');
  };
  const denied: Outcome = {
    kind: 'denied',
    actions: ['s3:GetBucketPolicy'],
    code: 'AccessDenied',
    by: 'missing-permission',
  };
  let snapshots: ReturnType<typeof folder>;
  beforeAll(async () => {
    snapshots = folder({
      'read.ndjson': await snapshot({ kind: 'present', value: JSON.stringify(policy) }),
      'denied.ndjson': await snapshot(denied),
    });
  });
  afterAll(() => snapshots.remove());
  const ask = (file: string, key: string, ...args: string[]) =>
    audit(['can', user, 's3:GetObject', `${bucket}/${key}`, '--from', `${snapshots.path}/${file}`, ...args]);
  /** The account is a member of an organization that does not tell it its policies. */
  const json = async (file: string, key: string): Promise<Answer & { missing: string[] }> =>
    JSON.parse((await ask(file, key, '--format', 'json', '--scps', 'none', '--rcps', 'none')).stdout) as Answer & {
      missing: string[];
    };

  it('allows what the bucket policy gives, and names its statement', async () => {
    const found = await json('read.ndjson', 'july.log');
    expect(found).toMatchObject({ verdict: 'allowed', missing: [] });
    expect(found.statements.map(({ sid }) => sid)).toContain('Dev');
    expect(found.unread).not.toContain('resource');
    expect((await ask('read.ndjson', 'july.log')).stdout).toMatch(
      /^POSSIBLE {2}depends on service control policies, not read; resource control policies, not read\n[^]*resource policy +allowed: Allow in bucket policy \(Sid "Dev"\)/,
    );
  });

  it('denies what the bucket policy denies', async () => {
    expect(await json('read.ndjson', 'sealed/july.log')).toMatchObject({
      verdict: 'denied',
      statements: [{ sid: 'Sealed' }],
    });
    expect((await ask('read.ndjson', 'sealed/july.log')).stdout).toMatch(
      /^DENIED .*bucket policy" \((Sid "?)?Sealed"?\)/,
    );
  });

  it('says why the policy was not read', async () => {
    const found = await json('denied.ndjson', 'july.log');
    expect(found.unread).toContain('resource');
    expect(found.missing).toEqual([expect.stringMatching(/^bucket policy of .*: s3:GetBucketPolicy denied/)]);
    expect((await ask('denied.ndjson', 'july.log')).stdout).toMatch(/resource policy +not read: bucket policy of /);
  });

  it('takes a policy from a file before the one that was collected', async () => {
    const file = `${files.path}/bucket.json`;
    const { stdout } = await ask('read.ndjson', 'july.log', '--resource-policy', file);
    expect(stdout).not.toContain('Dev"');
  });
});
