import { afterAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, allow, details, doc, iamArn, policyArn, trustAccount } from '../iam/paths/account.ts';
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
        half: { attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
      },
      roles: { twin: {}, open: { trust: trustAccount(), attached: [ADMINISTRATOR] } },
      policies: { limit: [doc(allow('s3:*'))] },
    }),
  ),
  'scps.json': JSON.stringify([doc(allow('*'), { Sid: 'NoS3', Effect: 'Deny', Action: 's3:*', Resource: '*' })]),
  'session.json': JSON.stringify(doc(allow('ec2:*'))),
  'bucket.json': JSON.stringify(
    doc({ Sid: 'Never', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }),
  ),
});
afterAll(() => files.remove());
const object = 'arn:aws:s3:::b/k';
const can = (...args: string[]) => audit(['can', ...args, '--iam-details', `${files.path}/details.json`]);

interface Answer {
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
      unread: ['scp', 'rcp', 'resource'],
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

  it('takes a user or role by ARN', async () => {
    expect((await answer(iamArn('user/alice'), 's3:GetObject', object)).verdict).toBe('allowed');
  });

  it.each([
    ['a principal that is not there', ['alise', 's3:GetObject', object], /no such user or role\nDid you mean alice/],
    ['a name that two have', ['twin', 's3:GetObject', object], /user and of a role\nWrite user\/twin or role\/twin/],
    ['a pattern of actions', ['alice', 's3:Get*', object], /is not an action/],
    ['an action without a service', ['alice', 'GetObject', object], /is not an action/],
    ['a resource that is no ARN', ['alice', 's3:GetObject', 'bucket'], /neither an ARN nor \*/],
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
