import { afterAll, describe, expect, it } from 'vitest';
import { doc } from '../iam/paths/account.ts';
import { audit, folder } from './run.ts';

const files = folder({
  'public.json': JSON.stringify(
    doc({ Sid: 'All', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }),
  ),
  'named.json': JSON.stringify(
    doc({
      Principal: { AWS: 'arn:aws:iam::999900001111:root' },
      Action: 'sqs:*',
      Resource: 'arn:aws:sqs:us-east-1:111122223333:q',
    }),
  ),
  'org.json': JSON.stringify(
    doc({
      Principal: '*',
      Action: 'sns:Publish',
      Resource: 'arn:aws:sns:us-east-1:111122223333:t',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
    }),
  ),
  'trust.json': JSON.stringify(
    doc({
      Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
    }),
  ),
  'rcps.json': JSON.stringify([
    [
      doc(
        { Principal: '*', Action: '*', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Resource: '*',
          Condition: { StringNotLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } },
        },
      ),
    ],
  ]),
  'cut.json': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*"',
  'binary.json': '\u0000\u0001',
});
afterAll(() => files.remove());
const exposure = (name: string, ...args: string[]) => audit(['exposure', `${files.path}/${name}`, ...args]);
const json = async (name: string, ...args: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await exposure(name, ...args, '--format', 'json')).stdout) as Record<string, unknown>;

describe('audit exposure', () => {
  it('prints the JSON that its readers rely on, and nothing else', async () => {
    const found = await json('public.json', '--kind', 's3', '--account', '111122223333');
    expect(Object.keys(found)).toEqual(['verdict', 'access', 'accounts', 'witness', 'statements', 'unknown']);
    expect(found).toMatchObject({
      verdict: 'public',
      access: { read: 'public', write: 'private', administer: 'private' },
      accounts: [],
      witness: { principal: 'anonymous', action: 's3:GetObject' },
      statements: [{ sid: 'All' }],
      unknown: [],
    });
  });

  it('prints the request that passes and its statement', async () => {
    const { code, stdout } = await exposure('public.json', '--kind', 's3');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^PUBLIC\n/);
    expect(stdout).toMatch(/A request that passes\n {2}anonymous\n {2}s3:GetObject/);
    expect(stdout).toContain('Sid "All"');
  });

  it('tells the own organisation, its accounts and strangers apart', async () => {
    expect(await json('named.json', '--kind', 'sqs')).toMatchObject({
      verdict: 'cross-account',
      accounts: ['999900001111'],
    });
    expect(
      await json('named.json', '--kind', 'sqs', '--org', 'o-abcdefghij', '--org-accounts', '999900001111,222233334444'),
    ).toMatchObject({ verdict: 'organization', accounts: [] });
    expect(await json('org.json', '--kind', 'sns', '--org', 'o-abcdefghij')).toMatchObject({ verdict: 'organization' });
    expect(await json('org.json', '--kind', 'sns', '--org', 'o-zzzzzzzzzz')).not.toMatchObject({
      verdict: 'organization',
    });
  });

  it.each(['cut.json', 'binary.json'])('never calls %s private', async (name) => {
    const found = await json(name, '--kind', 's3');
    expect(found).toMatchObject({ verdict: 'unknown' });
    expect(found['unknown']).not.toEqual([]);
  });

  it.each([
    ['no kind', ['public.json'], /needs --kind/],
    ['an unknown kind', ['public.json', '--kind', 'sqss'], /unknown value sqss; did you mean sqs\?/],
    ['a file that is not there', ['gone.json', '--kind', 's3'], /gone\.json: cannot be read/],
    [
      'an account that is none',
      ['public.json', '--kind', 's3', '--account', '12'],
      /--account: 12 is not an account id/,
    ],
    ['an organisation that is none', ['public.json', '--kind', 's3', '--org', 'x'], /--org: x is not the id/],
    ['a resource that is none', ['public.json', '--kind', 's3', '--resource', 'b'], /--resource: b is not an ARN/],
    ['an unknown format', ['public.json', '--kind', 's3', '--format', 'yaml'], /unknown value yaml/],
  ])('refuses %s', async (_, [name = '', ...args], message) => {
    const { code, stdout, stderr } = await exposure(name, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('counts resource control policies from a file', async () => {
    const open = await json('trust.json', '--kind', 'role', '--account', '111122223333');
    const closed = await json(
      'trust.json',
      '--kind',
      'role',
      '--account',
      '111122223333',
      '--rcps',
      `${files.path}/rcps.json`,
    );
    expect([open['verdict'], closed['verdict']]).toEqual(['public', 'private']);
  });

  it.each(['-', '=-'])('does not take resource control policies from standard input (--rcps%s)', async (given) => {
    const rcps = given === '-' ? ['--rcps', '-'] : ['--rcps=-'];
    const { code, stderr } = await audit(['exposure', '-', '--kind', 'role', ...rcps]);
    expect(code).toBe(2);
    expect(stderr).toContain('--rcps');
  });
});
