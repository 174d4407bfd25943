import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { page } from '../../src/cli/pager.ts';
import { audit, folder } from './run.ts';

const dir = folder();
afterAll(() => dir.remove());

describe('a pager', () => {
  it('gets all that is shown, however much', async () => {
    const lines = Array.from({ length: 50_000 }, (_, at) => `line ${at}\n`);
    await page(lines, `cat > '${join(dir.path, 'all')}'`);
    expect(readFileSync(join(dir.path, 'all'), 'utf8')).toBe(lines.join(''));
  });

  it('may be closed before the end', async () => {
    await page(
      Array.from({ length: 50_000 }, () => 'x'.repeat(100)),
      `head -c 10 > '${join(dir.path, 'some')}'`,
    );
    expect(readFileSync(join(dir.path, 'some'), 'utf8')).toBe('x'.repeat(10));
  });

  it('that is not there is said with what to do', async () => {
    await expect(page(['a'], 'no-such-pager-of-audit 2>/dev/null')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('cannot be started') as unknown,
    });
  });

  it.each([[[]], [['--pager']]])('is not used where nobody looks at a terminal: %j', async (args) => {
    vi.stubEnv('PAGER', `cat > '${join(dir.path, 'never')}'`);
    const { stdout } = await audit(['--demo', '--service', 'sqs', ...args]);
    vi.unstubAllEnvs();
    expect(stdout).toContain('Fix these first');
    expect(() => readFileSync(join(dir.path, 'never'))).toThrow('ENOENT');
  });
});
