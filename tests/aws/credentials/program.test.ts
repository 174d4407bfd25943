import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { folder } from '../../cli/run.ts';
import { providerOf, toldBy } from './provider-of.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // One that has ended and that nobody has asked for is still in the list.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
};

async function ended(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (!isThere(pid)) return true;
    // One after another on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await after(10);
  }
  return false;
}

async function run(command: string, limitMs?: number) {
  dir = folder({ config: `[profile p]\ncredential_process = ${command}\n` });
  const provider = await providerOf({ profile: 'p', home: dir.path, ...(limitMs === undefined ? {} : { limitMs }) });
  return { path: dir.path, got: provider() };
}

describe.skipIf(process.platform === 'win32')('a program that gives credentials', () => {
  it.each([
    ['alone', `echo $$ > "$HOME/pids"; exec sleep 60`],
    ['with what it started', `sh -c 'sleep 60 & echo $! >> "$HOME/pids"; wait' & echo $! >> "$HOME/pids"; wait`],
  ])('is ended when its time is over, %s', async (_, command) => {
    const { path, got } = await run(command, 300);
    expect(await toldBy(got)).toBe('the profile p (credential_process): the program did not end within 0.3 s');
    expect(existsSync(join(path, 'pids'))).toBe(true);
    const pids = readFileSync(join(path, 'pids'), 'utf8').trim().split('\n').map(Number);
    expect(pids.length).toBeGreaterThan(0);
    expect(await Promise.all(pids.map(ended))).toEqual(pids.map(() => true));
  });

  it('is not waited for when it goes on without an output', async () => {
    const { got } = await run(
      `sleep 60 >/dev/null & echo $! > "$HOME/pid"; echo '{"Version":1,"AccessKeyId":"AKIAP","SecretAccessKey":"s"}'`,
    );
    expect(await got).toMatchObject({ accessKeyId: 'AKIAP' });
    process.kill(Number(readFileSync(join(dir?.path ?? '', 'pid'), 'utf8')));
  });

  it('is ended when it prints without end', async () => {
    const { got } = await run('yes handed-out-secret');
    expect(await toldBy(got)).toBe('the profile p (credential_process): the program printed more than 1 MB');
  });

  it.each([
    ['is ended by a signal', 'kill -TERM $$', 'the program was ended by SIGTERM'],
    ['may not be executed', '/etc/passwd handed-out-secret', 'the program may not be executed (exit code 126)'],
  ])('which %s is named by how it failed', async (_, command, says) => {
    const { got } = await run(command);
    expect(await toldBy(got)).toBe(`the profile p (credential_process): ${says}`);
  });
});
