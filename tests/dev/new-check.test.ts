import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../src/stand-in/root.ts';
import { folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder>;
/** The script writes beside itself: it runs in a copy of what it reads. */
beforeEach(() => {
  dir = folder();
  for (const part of ['src/dev/new-check.ts', 'src/services/s3/bucket.ts', 'package.json']) {
    mkdirSync(join(dir.path, part, '..'), { recursive: true });
    cpSync(join(root, part), join(dir.path, part));
  }
  symlinkSync(join(root, 'node_modules'), join(dir.path, 'node_modules'));
});
afterEach(() => dir.remove());

const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/dev/new-check.ts', ...args], {
    cwd: dir.path,
    encoding: 'utf8',
  });

describe('npm run new-check', () => {
  it('writes a check and its test, and overwrites neither', () => {
    const { status, stdout } = run('s3-bucket-tagged', 'AWS::S3::Bucket');
    expect(status).toBe(0);
    expect(stdout).toContain('written: checks/s3/s3-bucket-tagged.ts');
    const check = readFileSync(join(dir.path, 'checks/s3/s3-bucket-tagged.ts'), 'utf8');
    expect(check).toContain("import { bucket } from '../../src/services/s3/bucket.ts';");
    expect(check).toContain("id: 's3-bucket-tagged'");
    expect(readFileSync(join(dir.path, 'tests/checks/s3/s3-bucket-tagged.test.ts'), 'utf8')).toContain(
      'checkSuite(check',
    );
    const again = run('s3-bucket-tagged', 'AWS::S3::Bucket');
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('exists already')]);
  });

  it.each([
    [['../../evil', 'AWS::S3::Bucket'], /usage:/],
    [['s3-tagged', 'AWS::S3::Bucket'], /usage:/],
    [['S3-bucket-tagged', 'AWS::S3::Bucket'], /usage:/],
    [[], /usage:/],
    [['s3-bucket-tagged', 'AWS::S3::Buckt'], /unknown resource type AWS::S3::Buckt\. Declared: AWS::S3::Bucket/],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = run(...args);
    expect([status, existsSync(join(dir.path, 'checks'))]).toEqual([2, false]);
    expect(stderr).toMatch(message);
  });
});
