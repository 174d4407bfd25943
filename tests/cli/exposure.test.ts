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
  'empty.json': '',
  'blank.json': ' \n',
  'deputy.json': JSON.stringify(
    doc({
      Sid: 'Events',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: 'arn:aws:sns:us-east-1:111122223333:t',
    }),
  ),
  'told-deputy.json': JSON.stringify(
    doc({
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: 'arn:aws:sns:us-east-1:111122223333:t',
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    }),
  ),
  'get-bucket-policy.json': JSON.stringify({
    Policy: JSON.stringify(doc({ Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' })),
  }),
  'get-queue-attributes.json': JSON.stringify({
    Attributes: { Policy: JSON.stringify(doc({ Principal: '*', Action: 'sqs:*', Resource: '*' })) },
  }),
  'get-role.json': JSON.stringify({
    Role: { AssumeRolePolicyDocument: doc({ Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }) },
  }),
  'nothing-known.json': '{"Policy":""}',
  'none.json': '{"Version":"2012-10-17","Statement":[]}',
  'acl.json': JSON.stringify({
    Owner: { ID: 'a'.repeat(64) },
    Grants: [
      { Grantee: { Type: 'CanonicalUser', ID: 'a'.repeat(64) }, Permission: 'FULL_CONTROL' },
      { Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' }, Permission: 'READ' },
    ],
  }),
  'block.json': JSON.stringify({
    PublicAccessBlockConfiguration: { IgnorePublicAcls: true, RestrictPublicBuckets: true },
  }),
  'bad-block.json': '{"RestrictPublicBuckets":"true"}',
  'deep-condition.json': `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}}`,
  'deep-principal.json': `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":${'['.repeat(20_000)}"*"${']'.repeat(20_000)},"Action":"s3:*","Resource":"*"}}`,
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
    expect(Object.keys(found)).toEqual([
      'verdict',
      'access',
      'accounts',
      'witness',
      'statements',
      'unknown',
      'trustedAccounts',
      'organizationAccounts',
      'organizations',
      'possiblyOwn',
      'unknownPrincipals',
      'confusedDeputies',
      'notes',
    ]);
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

  it('refuses what is no text, and judges nothing', async () => {
    const { code, stdout, stderr } = await exposure('binary.json', '--kind', 's3');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/binary\.json:1: is not text/);
  });

  it.each(['cut.json', 'empty.json', 'blank.json', 'nothing-known.json'])('never calls %s private', async (name) => {
    const found = await json(name, '--kind', 's3');
    expect(found).toMatchObject({ verdict: 'unknown' });
    expect(found['unknown']).not.toEqual([]);
  });

  it.each(['deep-condition.json', 'deep-principal.json'])('judges %s without coming to grief', async (name) => {
    const found = await json(name, '--kind', 's3');
    expect(found['verdict']).toBe('conditional');
    expect(found['unknown']).not.toEqual([]);
    expect((await exposure(name, '--kind', 's3')).stdout).toContain('nested too deeply');
  });

  it('shows services that anybody may make act', async () => {
    const found = await json('deputy.json', '--kind', 'sns');
    expect(found).toMatchObject({
      verdict: 'private',
      confusedDeputies: [{ service: 's3.amazonaws.com', actions: ['sns:Publish'], statement: { sid: 'Events' } }],
    });
    const { stdout } = await exposure('deputy.json', '--kind', 'sns');
    expect(stdout).toMatch(/Confused deputies: [^\n]+\n {2}s3\.amazonaws\.com: .*Sid "Events"/);
    expect((await exposure('told-deputy.json', '--kind', 'sns')).stdout).not.toContain('Confused');
    expect(await json('told-deputy.json', '--kind', 'sns')).toMatchObject({ confusedDeputies: [] });
  });

  it.each([
    ['get-bucket-policy.json', 's3', 'public'],
    ['get-queue-attributes.json', 'sqs', 'public'],
    ['get-role.json', 'role', 'any-account'],
  ])('takes the policy out of what a command of AWS prints (%s)', async (name, kind, verdict) => {
    expect(await json(name, '--kind', kind)).toMatchObject({ verdict });
  });

  it('takes the ACL and the public-access blocks of a bucket into account', async () => {
    const at = (name: string) => `${files.path}/${name}`;
    const verdicts = [
      await json('none.json', '--kind', 's3', '--resource', 'arn:aws:s3:::b', '--acl', at('acl.json')),
      await json('public.json', '--kind', 's3', '--public-access-block', at('block.json')),
      await json(
        'none.json',
        '--kind',
        's3',
        '--acl',
        at('acl.json'),
        '--account-public-access-block',
        at('block.json'),
      ),
    ];
    expect(verdicts.map((one) => one['verdict'])).toEqual(['public', 'private', 'private']);
    expect(verdicts[0]).toMatchObject({ witness: { via: 'ACL grant READ to AllUsers' } });
    expect(verdicts.slice(1).map((one) => (one['notes'] as string[]).length)).toEqual([1, 1]);
  });

  it.each([
    ['an ACL that is none', ['--acl', 'public.json'], /has no Grants/],
    ['a block that is none', ['--public-access-block', 'public.json'], /holds no public-access block/],
    ['a switch that is neither on nor off', ['--account-public-access-block', 'bad-block.json'], /neither true nor/],
  ])('refuses %s', async (_, [option = '', name = ''], message) => {
    const { code, stderr } = await exposure('public.json', '--kind', 's3', option, `${files.path}/${name}`);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('refuses the ACL of what has none', async () => {
    const { code, stderr } = await exposure('named.json', '--kind', 'sqs', '--acl', `${files.path}/acl.json`);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--acl goes with --kind s3')]);
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
