import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../../src/stand-in/root.ts';
import type { Front } from '../../../src/stand-in/front.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { cli, compare, now, resident } from './run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const few = ['--service', 's3,cloudtrail'];
const program = resident();
let folder: string;
let front: Front;

beforeAll(async () => {
  front = await startWorld();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-written-'));
});
afterAll(async () => {
  await front.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that runs the CLI with files limited to so many kB, as on a disk that is full. */
function limitedTo(kilobytes: number): string {
  const shim = path.join(folder, 'limited.cjs');
  const entry = process.env['AUDIT_CLI'] ?? path.join(root, 'dist/audit.cjs');
  writeFileSync(
    shim,
    `const { status } = require('node:child_process').spawnSync('bash', ['-c', 'trap "" XFSZ; ulimit -f ${kilobytes}; exec "$0" "$@"', process.execPath, ${JSON.stringify(entry)}, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } }); process.exitCode = status;`,
  );
  return shim;
}

/** Bytes to exceed the limit early. */
const readJson = (file: string): RunResult => JSON.parse(readFileSync(file, 'utf8')) as RunResult;

describe('two runs at once', () => {
  it('on the same snapshot: one works, the other says that it is taken, and the snapshot is whole', async () => {
    const save = path.join(folder, 'both.ndjson');
    front.faults({ rules: [{ latencyMs: 100 }] });
    const runs = await Promise.all(
      [1, 2].map(() => cli(front, ['scan', '--format', 'json', '--now', now, '--save', save, ...few])),
    );
    front.faults();
    const refused = runs.filter(({ code }) => code === 2);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.stderr).toMatch(/both\.ndjson: another run \(process \d+\) is writing it/);
    const done = runs.find(({ code }) => code === 1)?.json() as RunResult;
    const again = await program.scan(front, ['--from', save, ...few]);
    expect(compare(done, again.result)).toMatchObject({ different: [], lost: [], gone: [] });
    expect(readdirSync(folder)).toEqual(['both.ndjson']);
  });

  it('on the same report: it is that of one of them, whole', async () => {
    const report = path.join(folder, 'report.json');
    const runs = await Promise.all(
      [1, 2, 3].map(() => cli(front, ['scan', '--format', 'json', '--now', now, '--output', report, ...few])),
    );
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(readJson(report).findings.length).toBeGreaterThan(10);
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('takes over the lock of a run that was killed, also one that was killed while it took it', async () => {
    const save = path.join(folder, 'left.ndjson');
    for (const left of ['999999999', '']) {
      writeFileSync(`${save}.lock`, left);
      // oxlint-disable-next-line no-await-in-loop
      const { code, stderr } = await program.cli(front, [
        'scan',
        '--format',
        'json',
        '--quiet',
        '--save',
        save,
        '--service',
        'cloudtrail',
      ]);
      expect(code, stderr).toBe(1);
    }
    expect(readdirSync(folder)).toEqual(['left.ndjson']);
  });
});

describe('a disk that is full', () => {
  it('while the report is written: an error names the file, and nothing is left', async () => {
    const report = path.join(folder, 'out', 'report.json');
    mkdirSync(path.dirname(report));
    const { code, stderr } = await cli(front, ['scan', '--format', 'json', '--output', report, ...few], {
      entry: limitedTo(32),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/out\/report\.json: cannot be written \(.*(EFBIG|too large)/i);
    expect(readdirSync(path.dirname(report))).toEqual([]);
  });

  it('while answers are collected: an error names the journal, and no snapshot is left under its name', async () => {
    const save = path.join(folder, 'out', 'snapshot.ndjson');
    const { code, stderr } = await cli(front, ['scan', '--format', 'json', '--save', save, ...few], {
      entry: limitedTo(4),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/snapshot\.ndjson\.partial: cannot be written \(.*(EFBIG|too large)/i);
    expect(existsSync(save)).toBe(false);
    expect(existsSync(`${save}.lock`)).toBe(false);
  });

  it('leaves the report of the run before as it was', async () => {
    const report = path.join(folder, 'report.json');
    writeFileSync(report, 'of yesterday');
    const { code } = await cli(front, ['scan', '--format', 'json', '--output', report, ...few], {
      entry: limitedTo(32),
    });
    expect(code).toBe(2);
    expect(readFileSync(report, 'utf8')).toBe('of yesterday');
  });

  it('in the middle of several formats: what was written is whole, and nothing else is left', async () => {
    const reports = path.join(folder, 'reports');
    const formats = ['json', 'ocsf', 'ocsf-parquet', 'asff', 'junit', 'gitlab'];
    const args = ['--demo', '--format', formats.join(','), '--output', `${reports}/`, '--fail-on', 'none'];
    const whole = path.join(folder, 'whole');
    const all = await program.cli(front, args.with(4, `${whole}/`));
    expect(all.stderr).not.toContain('cannot be written');
    const { code, stderr } = await cli(front, args, { entry: limitedTo(1500) });
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be written \(.*(EFBIG|too large)/i);
    const left = readdirSync(reports);
    expect(left).toContain('audit-report.parquet');
    expect(left).not.toContain('audit-report.json');
    for (const name of left)
      expect(readFileSync(path.join(reports, name)).equals(readFileSync(path.join(whole, name))), name).toBe(true);
    const none = path.join(folder, 'none');
    mkdirSync(none);
    await cli(front, ['--demo', '--format', 'ocsf-parquet', '--output', `${none}/`], { entry: limitedTo(100) });
    expect(readdirSync(none)).toEqual([]);
  });
});
