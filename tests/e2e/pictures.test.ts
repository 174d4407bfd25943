import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { folder } from '../cli/run.ts';
import { runCli } from '../program/cli.ts';

const files = folder({
  'ours.yaml':
    'key: ours\nname: Ours\nrequirements:\n  - id: "1"\n    title: Buckets\n    checks: [s3-bucket-public-access-blocked]\n',
});
afterAll(() => files.remove());

const check = 'iam-principal-no-path-to-administrator';
async function shown(...args: string[]): Promise<number | undefined> {
  const output = join(files.path, 'reports');
  const accepting = ['--fail-on', 'none', '--allow-incomplete', '--quiet'];
  const { code, stderr } = await runCli([
    '--demo',
    '--format',
    'html,json',
    '--output',
    `${output}/`,
    ...args,
    ...accepting,
  ]);
  expect(code, stderr).toBe(0);
  const result = JSON.parse(readFileSync(join(output, 'audit-report.json'), 'utf8')) as RunResult;
  if (!args.includes('--check')) expect(result.checks.map(({ id }) => id)).not.toContain(check);
  return result.attackPaths?.count;
}

it('attack paths are those of the account, whichever framework is asked for', async () => {
  const all = await shown('--check', check);
  expect(all).toBeGreaterThan(0);
  expect(await shown('--framework', join(files.path, 'ours.yaml'))).toBe(all);
});

it('are not drawn where checks are left out by anything else', async () => {
  expect(await shown('--service', 's3')).toBeUndefined();
  expect(await shown('--framework', join(files.path, 'ours.yaml'), '--exclude-check', check)).toBeUndefined();
});
