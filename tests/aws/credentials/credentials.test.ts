import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunOptions, openSession, sessionWith } from '../../helpers/connection.ts';
import { Connection } from '../../../src/aws/connection.ts';
import { redact } from '../../../src/secrets/redact.ts';
import { folder } from '../../cli/run.ts';
import type { Front } from '../../../src/stand-in/front.ts';
import { fails, startFront } from '../../../src/stand-in/front.ts';
import { providerOf } from './provider-of.ts';

const keys = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'env-secret' };
const region = 'eu-west-1';
let front: Front;
let dir: ReturnType<typeof folder> | undefined;
beforeAll(async () => void (front = await startFront()));
afterAll(() => front.stop());
afterEach(() => {
  front.reset();
  dir?.remove();
  dir = undefined;
  vi.useRealTimers();
});

const get = async (options: Parameters<typeof providerOf>[0]) => (await providerOf(options))();

describe('credentials', () => {
  it('come from the environment', async () => {
    expect(await get({ env: keys })).toEqual({ accessKeyId: 'AKIAENV', secretAccessKey: 'env-secret' });
    expect(await get({ env: { ...keys, AWS_SESSION_TOKEN: 'token' } })).toMatchObject({ sessionToken: 'token' });
  });

  it('come from a profile, which wins over keys in the environment', async () => {
    dir = folder({ credentials: '[prod]\naws_access_key_id = AKIAPROD\naws_secret_access_key = prod-secret\n' });
    const env = { ...keys, AWS_SHARED_CREDENTIALS_FILE: join(dir.path, 'credentials') };
    expect(await get({ profile: 'prod', env })).toMatchObject({
      accessKeyId: 'AKIAPROD',
      secretAccessKey: 'prod-secret',
    });
  });

  it.each<[string, string, string, NodeJS.ProcessEnv?]>([
    [
      'lines that end as on Windows',
      'AKIACRLF',
      '[default]\r\naws_access_key_id = AKIACRLF\r\naws_secret_access_key = s\r\n',
    ],
    ['settings in capitals', 'AKIAUP', '[default]\nAWS_ACCESS_KEY_ID = AKIAUP\nAWS_SECRET_ACCESS_KEY = s\n'],
    [
      'an empty token',
      'AKIATE',
      '[default]\naws_access_key_id = AKIATE\naws_secret_access_key = s\naws_session_token =\n',
    ],
    [
      'an empty program',
      'AKIAEP',
      '[default]\ncredential_process =\naws_access_key_id = AKIAEP\naws_secret_access_key = s\n',
    ],
    [
      'empty keys in the environment',
      'AKIADEF',
      '[default]\naws_access_key_id = AKIADEF\naws_secret_access_key = s\n',
      { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    ],
    [
      'an empty token file in the environment',
      'AKIAWI',
      '[default]\naws_access_key_id = AKIAWI\naws_secret_access_key = s\n',
      { AWS_WEB_IDENTITY_TOKEN_FILE: '', AWS_ROLE_ARN: '' },
    ],
  ])('come from a profile beside %s', async (_, id, credentials, env = {}) => {
    dir = folder({ credentials });
    expect(await get({ home: dir.path, env })).toEqual({ accessKeyId: id, secretAccessKey: 's' });
  });

  it.each<[string, string, string | undefined, string]>([
    ['before the keys of a profile', 'AssumeRoleWithWebIdentity', undefined, ''],
    ['not with --profile', 'none', 'default', ''],
    [
      'after a role of the profile',
      'AssumeRole',
      undefined,
      'role_arn = arn:aws:iam::111122223333:role/p\nsource_profile = default\n',
    ],
  ])('come by the web identity token of the environment %s', async (_, operation, profile, more) => {
    const Credentials = {
      AccessKeyId: 'ASIAT',
      SecretAccessKey: 's',
      SessionToken: 't',
      Expiration: new Date('2099-01-01'),
    };
    for (const one of ['AssumeRole', 'AssumeRoleWithWebIdentity'])
      front.answer({ service: 'sts', operation: one }, { Credentials });
    dir = folder({
      token: 'a-token',
      config: `[default]\naws_access_key_id = AKIAP\naws_secret_access_key = s\n${more}`,
    });
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: join(dir.path, 'token'),
      AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/w',
    };
    const given = await get({
      home: dir.path,
      env,
      endpointUrl: front.url,
      ...(profile === undefined ? {} : { profile }),
    });
    expect(given.accessKeyId).toBe(operation === 'none' ? 'AKIAP' : 'ASIAT');
    expect(front.record.find({ service: 'sts' }).map((request) => request.operation)).toEqual(
      operation === 'none' ? [] : [operation],
    );
  });

  it('come from the configuration file that AWS_CONFIG_FILE names', async () => {
    dir = folder({ config: '[profile audit]\naws_access_key_id = AKIACONF\naws_secret_access_key = conf-secret\n' });
    expect(await get({ profile: 'audit', env: { AWS_CONFIG_FILE: join(dir.path, 'config') } })).toMatchObject({
      accessKeyId: 'AKIACONF',
    });
  });

  it('are asked for once, and again before they expire', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-01T12:00:00Z'), toFake: ['Date'] });
    let asked = 0;
    front.answer({ service: 'sts', operation: 'AssumeRole' }, () => ({
      Credentials: {
        AccessKeyId: `ASIA${++asked}`,
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: new Date(Date.now() + 3_600_000),
      },
    }));
    const provider = await providerOf({
      roleArn: 'arn:aws:iam::111122223333:role/audit',
      endpointUrl: front.url,
      env: keys,
    });
    expect([(await provider()).accessKeyId, (await provider()).accessKeyId]).toEqual(['ASIA1', 'ASIA1']);
    vi.setSystemTime(Date.parse('2026-06-01T12:56:00Z'));
    const refreshed = await Promise.all([provider(), provider(), provider()]);
    expect(refreshed.map(({ accessKeyId }) => accessKeyId)).toEqual(['ASIA2', 'ASIA2', 'ASIA2']);
  });

  it('of a role are got from STS with the external id', async () => {
    front.answer(
      { service: 'sts', operation: 'AssumeRole' },
      {
        Credentials: {
          AccessKeyId: 'ASIAROLE',
          SecretAccessKey: 's',
          SessionToken: 't',
          Expiration: new Date('2099-01-01'),
        },
      },
    );
    const roleArn = 'arn:aws:iam::111122223333:role/audit';
    expect(await get({ roleArn, externalId: 'x-1', endpointUrl: front.url, env: keys })).toMatchObject({
      accessKeyId: 'ASIAROLE',
      sessionToken: 't',
    });
    expect(front.record.find({ service: 'sts' })).toMatchObject([
      {
        operation: 'AssumeRole',
        region,
        accessKeyId: 'AKIAENV',
        input: { RoleArn: roleArn, RoleSessionName: 'aws-posture-audit', ExternalId: 'x-1' },
      },
    ]);
  });

  it('of a role without an external id are asked for without one, at the endpoint named for STS', async () => {
    front.answer(
      { service: 'sts', operation: 'AssumeRole' },
      {
        Credentials: {
          AccessKeyId: 'ASIA',
          SecretAccessKey: 's',
          SessionToken: 't',
          Expiration: new Date('2099-01-01'),
        },
      },
    );
    await get({
      roleArn: 'arn:aws:iam::111122223333:role/a',
      env: { ...keys, AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ENDPOINT_URL_STS: front.url },
    });
    expect(front.record.find({ service: 'sts' })[0]?.input).not.toHaveProperty('ExternalId');
  });
});

describe('credentials that are in use', () => {
  it('are remembered as what is never shown', async () => {
    const AWS_SECRET_ACCESS_KEY = 'a word or two, which look like no key';
    expect(redact(`x ${AWS_SECRET_ACCESS_KEY} y`)).toContain(AWS_SECRET_ACCESS_KEY);
    await get({ env: { ...keys, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN: 'a token in plain words' } });
    expect(redact(`x ${AWS_SECRET_ACCESS_KEY} y, a token in plain words`)).toBe('x [redacted] y, [redacted]');
  });

  it.each(['a role that is asked for', 'the role of a profile'])(
    'are not shown by STS, of %s either',
    async (whose) => {
      const [token, roleArn] = [`the plain words of ${whose}`, 'arn:aws:iam::111122223333:role/audit'];
      expect(redact(`x ${token} y`)).toContain(token);
      front.error({ service: 'sts' }, { code: 'InvalidToken', status: 400, message: `No such token: ${token}, sorry` });
      dir = folder({
        credentials: `[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = base-secret\naws_session_token = ${token}\n`,
        config: `[profile audit]\nrole_arn = ${roleArn}\nsource_profile = base\nregion = ${region}\n`,
      });
      const env = {
        AWS_CONFIG_FILE: join(dir.path, 'config'),
        AWS_SHARED_CREDENTIALS_FILE: join(dir.path, 'credentials'),
      };
      const session =
        whose === 'the role of a profile'
          ? await openSession({
              endpointUrl: front.url,
              regions: [region],
              profile: 'audit',
              env,
            })
          : sessionWith({
              endpointUrl: front.url,
              regions: [region],
              roleArn,
              env: { ...keys, AWS_SESSION_TOKEN: token },
            });
      const told = await session.identity().then(String, (error: unknown) => (error as Error).message);
      expect(front.record.count({ operation: 'AssumeRole' })).toBeGreaterThan(0);
      expect(front.record.count({ operation: 'GetCallerIdentity' })).toBe(0);
      expect(told).toContain('No such token: [redacted], sorry');
    },
  );

  it('are given up when they do not come, and are asked for again by the next call', async () => {
    front.faults({ rules: [{ service: 'sts', fault: 'hang' }] });
    const roleArn = 'arn:aws:iam::111122223333:role/audit';
    const provider = await providerOf({ roleArn, endpointUrl: front.url, env: keys, limitMs: 200 });
    const given = [provider(), provider()];
    await Promise.all(
      given.map((one) =>
        expect(one).rejects.toMatchObject({
          name: 'CredentialsProviderError',
          message: `--role-arn: sts:AssumeRole of ${roleArn} was not answered in time`,
        }),
      ),
    );
    await expect(provider()).rejects.toMatchObject({ name: 'CredentialsProviderError' });
    expect(front.record.count({ operation: 'AssumeRole' })).toBe(2);
  });
});

describe('the roles of many accounts', () => {
  const roleIn = (account: number) => ({ roleArn: `arn:aws:iam::${111122223330 + account}:role/audit` });
  const mfa = `[profile audit]
role_arn = arn:aws:iam::111122223333:role/base
source_profile = base
mfa_serial = arn:aws:iam::111122223333:mfa/me
region = ${region}
[profile base]
aws_access_key_id = AKIABASE
aws_secret_access_key = s
`;
  let issued = 0;
  const answer = (): void =>
    front.answer({ service: 'sts', operation: 'AssumeRole' }, () => ({
      Credentials: {
        AccessKeyId: `ASIA${++issued}`,
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: new Date('2099-01-01'),
      },
    }));
  async function opened(askCode: () => Promise<string>): Promise<Connection> {
    issued = 0;
    dir = folder({ config: mfa });
    const env = { AWS_CONFIG_FILE: join(dir.path, 'config'), AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
    return Connection.open({ profile: 'audit', endpointUrl: front.url, env, askCode });
  }
  const assumedBy = (): unknown[] =>
    front.record.find({ operation: 'AssumeRole' }).map(({ accessKeyId, input }) => [accessKeyId, input['RoleArn']]);

  it('are assumed with credentials that are asked for once', async () => {
    answer();
    let asked = 0;
    const connection = await opened(() => Promise.resolve(String(100_000 + asked++)));
    const roles = [1, 2, 3].map(roleIn);
    const given = await Promise.all(roles.map((role) => connection.credentialsOf(role).provider()));
    expect(new Set(given.map(({ accessKeyId }) => accessKeyId)).size).toBe(3);
    expect(asked).toBe(1);
    expect(assumedBy()).toEqual([
      ['AKIABASE', 'arn:aws:iam::111122223333:role/base'],
      ...roles.map(({ roleArn }) => ['ASIA1', roleArn]),
    ]);
    connection.close();
  });

  it('are assumed with others when those have ended meanwhile', async () => {
    answer();
    const connection = await opened(() => Promise.resolve('123456'));
    await connection.credentialsOf(roleIn(1)).provider();
    let refused = false;
    front.answer({ service: 'sts', operation: 'AssumeRole' }, ({ input }) => {
      if (input['RoleArn'] === roleIn(2).roleArn && !refused) {
        refused = true;
        return fails('expired-token');
      }
      const Expiration = new Date('2099-01-01');
      return { Credentials: { AccessKeyId: `ASIA${++issued}`, SecretAccessKey: 's', SessionToken: 't', Expiration } };
    });
    expect((await connection.credentialsOf(roleIn(2)).provider()).accessKeyId).toBe('ASIA4');
    expect(assumedBy().slice(2)).toEqual([
      ['ASIA1', roleIn(2).roleArn],
      ['AKIABASE', 'arn:aws:iam::111122223333:role/base'],
      ['ASIA3', roleIn(2).roleArn],
    ]);
    connection.close();
  });
});

describe('without usable credentials', () => {
  const identify = (options: RunOptions) =>
    sessionWith({ endpointUrl: front.url, regions: [region], ...options }).identity();

  it.each(['invalid-token', 'expired-token', 'access-denied'] as const)(
    'a refusal (%s) is one of credentials',
    async (error) => {
      front.error({ service: 'sts' }, error);
      await expect(identify({ env: keys })).rejects.toMatchObject({
        exitCode: 4,
        message: expect.stringContaining('AWS refuses those of the environment, AWS_ACCESS_KEY_ID') as string,
        hint: expect.not.stringContaining('sso login') as string,
      });
    },
  );

  it.each([
    [403, /AWS refuses those of the environment/],
    [500, /AWS could not be reached/],
  ])('nothing of them is in the words of AWS (HTTP %i)', async (status, words) => {
    const AWS_SESSION_TOKEN = 'FQoDYXdzEJr//////////wEaDHRva2VuIG9mIGEgdGVzdA==';
    const env = { ...keys, AWS_SESSION_TOKEN };
    const message = `The Canonical String has x-amz-security-token:${AWS_SESSION_TOKEN} and\nCredential=AKIAENV/20260101/x`;
    front.error({ service: 'sts' }, { code: 'SignatureDoesNotMatch', status, message });
    const told = await identify({ env }).then(String, (error: unknown) => (error as Error).message);
    expect(told).toMatch(words);
    expect(told).toContain('The Canonical String has');
    expect(told).not.toMatch(/FQoDYX|AKIAENV\//);
  });

  it('an unreachable endpoint says so instead', async () => {
    const failing = identify({ env: keys, endpointUrl: 'http://127.0.0.1:9' });
    await expect(failing).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('AWS could not be reached') as string,
    });
    await expect(failing).rejects.not.toThrow(/Looked at/);
  });
});
