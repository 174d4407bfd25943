import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { AuditErrorCode } from '../../src/program/errors.ts';
import { AuditError } from '../../src/program/errors.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit } from '../cli/run.ts';

const codesIn = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(([, code]) => Number(code));

it('the README and the help name the same exit codes, those of every error among them', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8').split('## Exit codes')[1]?.split('\n## ')[0] ?? '';
  const documented = codesIn(readme, /^\| (\d+) \|/gm);
  const { stdout } = await audit(['--help']);
  expect(codesIn(stdout.split('Exit codes:')[1] ?? '', /^ {2}(\d+) {2}\S/gm)).toEqual(documented);
  const kinds: Record<AuditErrorCode, true> = {
    usage: true,
    config: true,
    credentials: true,
    snapshot: true,
    output: true,
    delivery: true,
    interrupted: true,
    internal: true,
  };
  for (const kind of Object.keys(kinds) as AuditErrorCode[])
    expect(documented).toContain(new AuditError(kind, 'm').exitCode);
});
