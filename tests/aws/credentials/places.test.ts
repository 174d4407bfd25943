import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSession } from '../../helpers/connection.ts';
import { Transport } from '../../../src/aws/transport.ts';
import { folder } from '../../cli/run.ts';
import { startFront, type Front } from '../../../src/stand-in/front.ts';

/** What the profile `default` and the one of AWS_PROFILE name: nothing may ever come here. */
let elsewhere: Server;
let elsewhereUrl: string;
let requests = 0;
let front: Front;
let dir: ReturnType<typeof folder> | undefined;

beforeAll(async () => {
  front = await startFront();
  elsewhere = createServer((request, response) => {
    requests += 1;
    request.resume();
    response.end('{}');
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(async () => {
  elsewhere.close();
  await front.stop();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  front.reset();
  requests = 0;
  dir?.remove();
  dir = undefined;
});

const keys = 'aws_access_key_id = AKIAX\naws_secret_access_key = s\n';
const role = 'role_arn = arn:aws:iam::111122223333:role/r\n';

/** Profiles that get their credentials in different ways, all of them of a profile that is not `default`. */
const ways: Readonly<Record<string, string>> = {
  keys,
  'a role with keys': `${role}source_profile = base\n`,
  'a role with its own keys': `${role}source_profile = x\n${keys}`,
  'a role with a token': `${role}web_identity_token_file = {dir}/token\n`,
  'a program': `credential_process = echo '{"Version":1,"AccessKeyId":"AKIAX","SecretAccessKey":"s"}'\n`,
};

async function identify(profile: string, ownEndpoint: string | undefined, more: { roleArn?: string } = {}) {
  dir = folder({ token: 'a-token', config: '' });
  const { path } = dir;
  const loud = `region = us-west-2\nendpoint_url = ${elsewhereUrl}\nservices = loud\n`;
  const config = [
    `[default]\n${loud}${keys}`,
    `[profile other]\n${loud}${keys}`,
    `[services loud]\nsts =\n  endpoint_url = ${elsewhereUrl}\niam =\n  endpoint_url = ${elsewhereUrl}\n`,
    `[profile base]\n${keys}`,
    `[profile x]\nregion = eu-west-1\n${ownEndpoint === undefined ? '' : `endpoint_url = ${ownEndpoint}\n`}${profile.replaceAll('{dir}', path)}`,
  ].join('\n');
  const files = folder({ config });
  try {
    const env = {
      HOME: path,
      AWS_PROFILE: 'other',
      AWS_CONFIG_FILE: join(files.path, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(path, 'none'),
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    // The SDK looks there by itself.
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const session = await openSession({
      profile: 'x',
      ...more,
      env: { PATH: process.env['PATH'], ...env },
    });
    try {
      return await session.identity();
    } finally {
      session.connection.close();
    }
  } finally {
    files.remove();
  }
}

function answerSts(): void {
  const Credentials = {
    AccessKeyId: 'ASIAROLE',
    SecretAccessKey: 's',
    SessionToken: 't',
    Expiration: new Date('2099-01-01'),
  };
  front.answer({ service: 'sts', operation: 'AssumeRole' }, { Credentials });
  front.answer({ service: 'sts', operation: 'AssumeRoleWithWebIdentity' }, { Credentials });
  front.answer(
    { service: 'sts', operation: 'GetCallerIdentity' },
    { Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/x', UserId: 'U' },
  );
}

describe('credentials of a profile', () => {
  it.each(Object.keys(ways))('by %s go where the profile says, never where another profile does', async (way) => {
    answerSts();
    expect(await identify(ways[way] ?? '', front.url)).toMatchObject({ account: '111122223333' });
    expect(front.record.count({ operation: 'GetCallerIdentity' })).toBe(1);
    expect(front.record.find({ operation: 'GetCallerIdentity' })[0]).toMatchObject({ region: 'eu-west-1' });
    expect(requests).toBe(0);
  });

  it.each(Object.keys(ways))('by %s go to AWS when it says nothing, whatever another profile does', async (way) => {
    const hosts: string[] = [];
    vi.spyOn(Transport.prototype, 'send').mockImplementation(({ hostname }) => {
      hosts.push(hostname);
      return Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    });
    await expect(identify(ways[way] ?? '', undefined)).rejects.toThrow('AWS could not be reached');
    expect(new Set(hosts)).toEqual(new Set(['sts.eu-west-1.amazonaws.com']));
    expect(requests).toBe(0);
  });

  it('are not sent elsewhere to assume a role on top', async () => {
    answerSts();
    await identify(keys, front.url, { roleArn: 'arn:aws:iam::444455556666:role/top' });
    expect(front.record.count({ operation: 'AssumeRole' })).toBe(1);
    expect(requests).toBe(0);
  });
});
