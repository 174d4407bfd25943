import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { runCli } from '../program/cli.ts';
import { unexpected } from '../program/unexpected.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { inspected, type Inspected } from './inspected.ts';
import { startSmallAccount } from './small-account.ts';

let front: Front;
let network: Inspected;

beforeAll(async () => {
  front = await startSmallAccount({ logs: { versioned: true }, site: { versioned: false } });
  network = await inspected(front);
});
afterAll(async () => {
  await network.stop();
  await front.stop();
});

/** Values of variables that are known when the servers run. */
const filled = (text: string): string =>
  text
    .replace('{proxy}', `127.0.0.1:${network.proxy.port}`)
    .replace('{tls}', String(network.port))
    .replace('{ca}', network.ca.file);

async function scan(env: Readonly<Record<string, string>>, endpoint?: string) {
  network.proxy.asked.length = 0;
  front.record.clear();
  const given = endpoint === undefined ? [] : ['--endpoint-url', filled(endpoint)];
  const result = await runCli(['--check', 's3-bucket-mfa-delete-enabled', '--format', 'json', '--quiet', ...given], {
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)])),
  });
  const asked = new Set(network.proxy.asked.map((line) => line.replace(/^\w+ (http:\/\/[^/]*).*/, '$1')));
  return { ...result, asked: [...asked].sort(), calls: front.record.count() };
}

const hosts = [
  'CONNECT ec2.us-east-1.amazonaws.com:443',
  'CONNECT logs.s3.eu-west-1.amazonaws.com:443',
  'CONNECT s3.us-east-1.amazonaws.com:443',
  'CONNECT site.s3.eu-west-1.amazonaws.com:443',
  'CONNECT sts.us-east-1.amazonaws.com:443',
];
const plain = 'http://aws.emulator.example';
const here = 'https://0.0.0.0:{tls}';

describe('the built program behind a proxy', () => {
  it.each<[env: Record<string, string>, endpoint: string | undefined, asked: readonly string[]]>([
    [{ HTTPS_PROXY: 'http://{proxy}', AWS_CA_BUNDLE: '{ca}' }, undefined, hosts],
    [{ HTTP_PROXY: 'http://{proxy}', HTTPS_PROXY: 'http://none.invalid' }, plain, [plain]],
    [{ http_proxy: 'http://{proxy}', HTTP_PROXY: 'http://none.invalid' }, plain, [plain]],
    [
      { https_proxy: '{proxy}', HTTPS_PROXY: 'http://none.invalid', AWS_CA_BUNDLE: '{ca}' },
      here,
      ['CONNECT 0.0.0.0:{tls}'],
    ],
    [{ HTTPS_PROXY: 'http://{proxy}', NO_PROXY: 'other.example, 0.0.0.0', AWS_CA_BUNDLE: '{ca}' }, here, []],
    [{ https_proxy: 'http://{proxy}', no_proxy: '0.0.0.0/8', NO_PROXY: 'x', NODE_EXTRA_CA_CERTS: '{ca}' }, here, []],
  ])('%o, %s: everything is asked through it, or nothing', async (env, endpoint, asked) => {
    const result = await scan(env, endpoint);
    expect({ code: result.code, stderr: unexpected(result.stderr), asked: result.asked }).toEqual({
      code: 1,
      stderr: '',
      asked: asked.map(filled),
    });
    const { findings } = result.json() as RunResult;
    expect(findings.map(({ resource, status }) => `${resource.name} ${status}`).sort()).toEqual([
      'logs pass',
      'site fail',
    ]);
  });

  it('says what to do where no certificate authority is named', async () => {
    const { code, stdout, stderr, calls } = await scan({ HTTPS_PROXY: 'http://{proxy}' });
    expect({ code, stdout, calls }).toEqual({ code: 4, stdout: '', calls: 0 });
    expect(stderr).toMatch(
      /^audit: AWS could not be reached: the certificate of sts\.us-east-1\.amazonaws\.com is not/,
    );
    expect(stderr).toContain(filled('the proxy {proxy} inspect TLS? Name a file with its CA'));
  });
});
