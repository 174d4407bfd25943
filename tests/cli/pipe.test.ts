import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './run.ts';

const program = join(import.meta.dirname, '../../dist/audit.cjs');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program by a shell, which says where its outputs go. */
function shell(redirect: string, args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `set -o pipefail; "$0" "$@" ${redirect}`, process.execPath, program, ...args],
    { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] } },
  );
  return { code: status, stdout, stderr };
}

/** Why the exit code is what it is, and nothing else. */
const gate = /^audit: \d+ findings failed: .*\naudit: \d+ findings unknown, .*\n( {2}.*\n)*audit: exit code 1: .*\n$/;

describe('a reader that goes away early', () => {
  it('does not change the exit code', async () => {
    const child = spawn(process.execPath, [program, '--demo', '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(errors).toMatch(gate);
    expect(code).toBe(1);
  });

  it.each(['table', 'json', 'ndjson'])('ends a report quietly: %s', (format) => {
    const ended = shell('| head -c 20', ['--demo', '--format', format]);
    expect({ ...ended, stdout: ended.stdout.length }).toEqual({
      code: 1,
      stdout: 20,
      stderr: expect.stringMatching(gate) as string,
    });
  });

  it('of the errors does not either', () => expect(shell('2> >(true)', ['--nonsense'])).toMatchObject({ code: 2 }));
});

describe('a reader that is slow', () => {
  it('gets all of it, although the process ends by itself', () => {
    const { stdout } = shell('| (sleep 1; cat)', ['--demo', '--format', 'json', '--fail-on', 'none']);
    expect(stdout.length).toBeGreaterThan(500_000);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });
});

// A device that is always full.
describe.runIf(existsSync('/dev/full'))('standard output on a full disk', () => {
  it.each([
    ['--help'],
    ['--version'],
    ['scan --help'],
    ['--demo --service s3'],
    ['--demo --service s3 --format json'],
    ['--demo --service s3 --format ndjson'],
    ['--demo --service s3 --format html --output -'],
    ['--demo --service s3 --format table --fail-on none --allow-incomplete'],
    ['checks list'],
    ['checks show iam-root-mfa-enabled'],
    ['explain iam-root-mfa-enabled'],
    ['frameworks list --format json'],
    ['policy --check iam-root-mfa-enabled'],
    ['plan --format json'],
    ['paths --demo --format json --quiet'],
    ['completion bash'],
    ['init --output -'],
    ['--complete sc'],
  ])('is said in one line, with exit code 2: %s', (line) => {
    const { code, stderr } = shell('> /dev/full', line.split(' '));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'audit: standard output: cannot be written (ENOSPC: no space left on device, write)\n',
    });
  });

  it('and standard error too: the exit code says it', () => {
    expect(shell('> /dev/full 2>&1', ['--demo', '--service', 's3'])).toEqual({ code: 2, stdout: '', stderr: '' });
    expect(shell('2> /dev/full', ['--nonsense'])).toMatchObject({ code: 2 });
  });
});

describe('init', () => {
  it.each(['-', '/dev/stdout'])('prints the configuration for --output %s, and writes no file', (output) => {
    const dir = folder();
    const { status, stdout } = spawnSync(process.execPath, [program, 'init', '--output', output], {
      cwd: dir.path,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('# suppressions:');
    expect(existsSync(join(dir.path, output))).toBe(false);
    dir.remove();
  });
});
