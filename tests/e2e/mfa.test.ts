import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Front } from '../../src/stand-in/front.ts';
import { root } from '../../src/stand-in/root.ts';
import { folder } from '../cli/run.ts';
import { runCli } from '../program/cli.ts';
import { startWorld } from '../../src/stand-in/world.ts';

const serial = 'arn:aws:iam::111122223333:mfa/me';
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const config = `[profile p]
role_arn = arn:aws:iam::111122223333:role/auditor
source_profile = base
mfa_serial = ${serial}
region = eu-west-1
`;
const credentials = `[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = ${secret}\n`;

let front: Front;
let dir: ReturnType<typeof folder>;
beforeAll(async () => {
  front = await startWorld();
  front.answer({ service: 'sts', operation: 'AssumeRole' }, ({ input }) => {
    expect(input).toMatchObject({ TokenCode: '907314', SerialNumber: serial });
    const Expiration = new Date(Date.now() + 3_600_000);
    return { Credentials: { AccessKeyId: 'ASIAMFA', SecretAccessKey: 's', SessionToken: 't', Expiration } };
  });
});
afterAll(() => front.stop());
beforeEach(() => {
  dir = folder({ config, credentials });
});
afterEach(() => {
  front.record.clear();
  dir.remove();
});

const args = (): string[] => [
  'scan',
  '--profile',
  'p',
  '--endpoint-url',
  front.url,
  '--region',
  'eu-west-1',
  '--check',
  'iam-password-policy-*',
  '--allow-incomplete',
  '--fail-on',
  'none',
];
const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: dir.path,
  TERM: 'xterm',
  AWS_CONFIG_FILE: join(dir.path, 'config'),
  AWS_SHARED_CREDENTIALS_FILE: join(dir.path, 'credentials'),
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** Runs a command on a terminal of its own; types something at a prompt. Prints what the terminal shows and the exit code. */
const onTerminal = String.raw`
import os, pty, select, sys, time
typed, argv = sys.argv[1].encode().decode('unicode_escape').encode(), sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(argv[0], argv)
shown, done, ends = b'', False, time.time() + 50
while time.time() < ends:
    if select.select([fd], [], [], 1)[0]:
        try:
            some = os.read(fd, 65536)
        except OSError:
            break
        if not some:
            break
        shown += some
        if not done and b'MFA code for' in shown:
            done = True
            os.write(fd, typed)
else:
    os.kill(pid, 9)
status = os.waitpid(pid, 0)[1]
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status) if not os.WIFSIGNALED(status) else 128 + os.WTERMSIG(status))
`;

function typing(typed: string): Promise<{ code: number | null; shown: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      'python3',
      ['-c', onTerminal, typed, process.execPath, join(root, 'dist/audit.cjs'), ...args()],
      {
        cwd: dir.path,
        env: environment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let shown = '';
    child.stdout.on('data', (text: Buffer) => (shown += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, shown }));
  });
}

const hasTerminals = spawnSync('python3', ['-c', 'import pty; pty.openpty()']).status === 0;

describe.skipIf(!hasTerminals)(
  `a role that wants a code${hasTerminals ? '' : ' (not run: no python3 with terminals)'}`,
  () => {
    it('asks for it on the terminal, shows nothing of it, and goes on with the role', async () => {
      const { code, shown } = await typing('907314\\r');
      expect(shown).toContain(`MFA code for ${serial}: `);
      expect(shown).not.toMatch(new RegExp(`907314|${secret.slice(0, 12)}`));
      expect(code).toBe(0);
      expect(front.record.count({ operation: 'AssumeRole' })).toBe(1);
      expect(front.record.find({ operation: 'GetCallerIdentity' })[0]).toMatchObject({ accessKeyId: 'ASIAMFA' });
    });

    it.each([
      ['something that is no code', 'abc\\r', 4, /the MFA code has six digits; what was typed has not/],
      ['nothing', '\\r', 4, /the MFA code has six digits/],
      ['the end of what is typed', '\\x04', 4, /the MFA code has six digits/],
      ['the end of everything', '\\x03', 130, /MFA code for/],
    ])('ends when %s is typed, and sends nothing', async (_, typed, code, says) => {
      const ended = await typing(typed);
      expect(ended.shown).toMatch(says);
      expect(ended.code).toBe(code);
      expect(front.record.requests).toEqual([]);
    });
  },
);

describe('a role that wants a code where there is no terminal', () => {
  it('says how to go on', async () => {
    const { code, stdout, stderr } = await runCli(args(), { env: environment(), endpoint: front.url });
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain(`asks for the code of the MFA device ${serial}, and there is no terminal to ask on`);
    expect(stderr).toMatch(/aws configure export-credentials.*--profile p.*--format env/);
    expect(front.record.requests).toEqual([]);
  });
});
