import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { audit, folder } from './run.ts';

const dir = folder();
afterAll(() => dir.remove());
const file = join(dir.path, 'report.json');
const lines = join(dir.path, 'report.ndjson');
let report: RunResult;

beforeAll(async () => {
  await audit(['--demo', '-q', '-f', 'json', '-o', file]);
  await audit(['--demo', '-q', '-f', 'ndjson', '-o', lines]);
  report = JSON.parse(readFileSync(file, 'utf8')) as RunResult;
}, 60_000);

describe('audit explain CAUSE', () => {
  it('says what is to be changed, how, what it clears and why it has its place', async () => {
    const [before, cause, after] = report.causes.slice(1, 4);
    if (before === undefined || cause === undefined || after === undefined) throw new Error('too few causes');
    const { code, stdout } = await audit(['explain', cause.id, '--report', file]);
    expect(code).toBe(0);
    const text = stdout.replaceAll(/\s+/g, ' ');
    for (const line of cause.commands) expect(stdout).toContain(line);
    for (const fingerprint of cause.findings) expect(stdout).toContain(fingerprint.slice(0, 8));
    expect(text).toContain(`Place 3 of ${report.causes.length}. Causes are ordered by severity (critical)`);
    expect(text).toContain(`After ${before.id} by `);
    expect(text).toContain(`Before ${after.id} by `);
  });

  it('says the same from JSON, NDJSON and the demo account, for the beginning of the id too', async () => {
    const id = report.causes[0]?.id ?? '';
    const said = await Promise.resolve(audit(['explain', id, '--report', file]));
    expect((await audit(['explain', id, '--report', lines])).stdout).toBe(said.stdout);
    expect((await audit(['explain', id, '--demo'])).stdout).toBe(said.stdout);
    expect((await audit(['explain', id.slice(0, 13), '--report', file])).stdout).toBe(said.stdout);
  });

  it('is what a saved result is grouped by, as a scan is', async () => {
    const { code, stdout } = await audit(['report', file, '--group-by', 'cause', '--only', 'failed', '--top', '1']);
    const ids = stdout.match(/cause-[0-9a-f]{8}/g) ?? [];
    expect([code, new Set(ids)]).toEqual([0, new Set([report.causes[0]?.id])]);
    const both = await audit(['report', file, '--view', 'exposed', '--top', '1']);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('--view lays the table out by itself')]);
  });

  it('names the permissions that are missing', async () => {
    const cause = report.causes.find(({ subject }) => subject === 'missing-permission');
    const { stdout } = await audit(['explain', cause?.id ?? '', '--report', file]);
    expect(stdout).toContain('securityhub:GetEnabledStandards');
    expect(stdout).toContain('audit policy');
  });

  const broken = (change: (report: RunResult) => unknown): string => {
    const path = join(dir.path, 'broken.json');
    writeFileSync(path, JSON.stringify(change(report)));
    return path;
  };

  it.each([
    ['cause-00000000', (given: RunResult) => given, 'holds no cause cause-00000000'],
    ['cause-', (given: RunResult) => given, 'cause-'],
    [
      'cause-1',
      (given: RunResult) => ({ ...given, causes: [...given.causes, ...given.causes] }),
      'is the beginning of',
    ],
    ['cause-1', ({ causes: _causes, ...old }: RunResult) => old, 'was written by a version that knew no causes'],
    ['cause-1', (given: RunResult) => ({ ...given, causes: [{ id: 'cause-1' }] }), 'causes[0].kind is not'],
    ['cause-1', (given: RunResult) => ({ ...given, causes: {} }), 'causes is not'],
    [
      'cause-1',
      (given: RunResult) => ({ ...given, causes: given.causes.map((cause) => ({ ...cause, effort: 'none' })) }),
      'causes[0].effort is not one of',
    ],
  ])('%s refuses what it cannot tell', async (id, change, message) => {
    const { code, stderr } = await audit(['explain', id, '--report', broken(change)]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
