import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { fakeCredentials, runCli } from './cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'audit-harness-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A stand-in for the CLI. */
function program(text: string): string {
  const file = path.join(folder, `${Math.random().toString(36).slice(2)}.cjs`);
  writeFileSync(file, text);
  return file;
}

describe('runCli', () => {
  it('gives arguments and input to the process, and its outputs, code and costs back', async () => {
    const entry = program(`
      process.stdin.on('data', (text) => console.log(JSON.stringify([process.argv.slice(2), String(text)])));
      process.stdin.on('end', () => { console.error('done'); process.exitCode = 3; });
    `);
    const result = await runCli(['scan', '--x'], { entry, input: 'hello' });
    expect(result.json()).toEqual([['scan', '--x'], 'hello']);
    expect(result).toMatchObject({ code: 3, signal: null, timedOut: false, stderr: 'done\n' });
    expect(result.cpuMs).toBeGreaterThan(1);
    expect(result.maxRssKb).toBeGreaterThan(10_000);
  });

  it('hides the AWS settings of whoever runs the tests', async () => {
    vi.stubEnv('AWS_PROFILE', 'production');
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://elsewhere');
    vi.stubEnv('NODE_OPTIONS', '--no-warnings');
    const entry = program(`console.log(JSON.stringify(process.env))`);
    const env = (
      await runCli([], { entry, endpoint: 'http://127.0.0.1:1', env: { AWS_REGION: undefined, MORE: '1' } })
    ).json();
    vi.unstubAllEnvs();
    const names = Object.keys(env as object).filter((name) => /^AWS_|NODE_OPTIONS/.test(name));
    expect(names.sort()).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_CONFIG_FILE',
      'AWS_EC2_METADATA_DISABLED',
      'AWS_ENDPOINT_URL',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SESSION_TOKEN',
      'AWS_SHARED_CREDENTIALS_FILE',
    ]);
    expect(env).toMatchObject({
      AWS_CONFIG_FILE: '/dev/null',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_SECRET_ACCESS_KEY: fakeCredentials.secretAccessKey,
      MORE: '1',
    });
  });

  it('kills a process that does not end in time', async () => {
    const entry = program(`setInterval(() => {}, 1000)`);
    const result = await runCli([], { entry, timeoutMs: 300 });
    expect(result).toMatchObject({ code: null, signal: 'SIGKILL', timedOut: true, cpuMs: undefined });
  });

  it('lets a test kill the process at a moment of its choice', async () => {
    const entry = program(`console.log('ready'); setInterval(() => {}, 1000)`);
    const result = await runCli([], {
      entry,
      onSpawn: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });
    expect(result).toMatchObject({ code: null, signal: 'SIGINT', timedOut: false, stdout: 'ready\n' });
  });

  it('shows both outputs when the process did not print JSON', async () => {
    const entry = program(`console.log('oops'); console.error('why')`);
    const result = await runCli([], { entry });
    expect(() => result.json()).toThrow(/oops[\s\S]*why/);
  });

  it('says what to do when the CLI is not built', async () => {
    await expect(runCli([], { entry: path.join(folder, 'none.cjs') })).rejects.toThrow('run npm run build first');
  });
});
