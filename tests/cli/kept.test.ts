import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LastRun, keptFolder } from '../../src/cli/kept.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { root } from '../../src/stand-in/root.ts';
import { writeWhole } from '../../src/cli/output.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { readSnapshot, snapshotLines } from '../../src/inventory/snapshot.ts';
import { audit, folder } from './run.ts';

const dir = folder();
afterAll(() => dir.remove());
const cache = join(dir.path, 'cache');
const kept = join(cache, 'aws-posture-audit');
const at = (name: string): string => join(dir.path, name);
const older = join(root, 'tests/fixtures/release-0.1.0');
const checks = (JSON.parse(readFileSync(join(older, 'whole.report.json'), 'utf8')) as RunResult).checks;
const select = ['--check', checks.map(({ id }) => id).join(',')];

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.stubEnv('AUDIT_NO_CACHE', undefined);
  vi.stubEnv('CI', undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** A snapshot of the small account as of a day, with other records where wanted. */
async function snapshot(day: string, which: 'whole' | 'denied' = 'whole', without?: string): Promise<string> {
  const read = await readSnapshot(join(older, `${which}.snapshot.ndjson`));
  const copy = new Inventory({ ...read.header, startedAt: `${day}T00:00:00.000Z` });
  copy.finishedAt = `${day}T00:00:01.000Z`;
  copy.complete = true;
  for (const key of read.collected) copy.collected.add(key);
  for (const key of read.types)
    for (const listing of read.listings({ key })) {
      const { result } = listing;
      const records = result.kind === 'present' ? result.records.filter(({ item }) => item.id !== without) : [];
      copy.add(result.kind === 'present' ? { ...listing, result: { kind: 'present', records } } : listing);
    }
  const file = at(`${which}-${day}-${without ?? ''}.ndjson`);
  await writeWhole(file, snapshotLines(copy));
  return file;
}

const scan = (file: string, ...more: string[]) => audit(['--from', file, ...select, ...more]);
const since = ({ stdout }: { stdout: string }): string => /^Since.*$/m.exec(stdout)?.[0] ?? '';
const files = (): string[] => (existsSync(kept) ? readdirSync(kept).sort() : []);

describe('what changed since the last run', () => {
  it('is told of the same account and selection, whatever the format', async () => {
    expect(since(await scan(await snapshot('2026-11-01')))).toBe(
      'Since the last run: not known, because no earlier run is kept',
    );
    const next = await scan(await snapshot('2026-11-02', 'whole', 'acme-open'));
    expect(since(next)).toMatch(/^Since the last run \(2026-11-01 00:00 UTC\): 0 new, 0 fixed, 1 gone/);
    await scan(await snapshot('2026-11-03'), '-f', 'json');
    expect(since(await scan(await snapshot('2026-11-04', 'whole', 'acme-open')))).toMatch(
      /11-03 .*: 0 new, 0 fixed, 1 gone/,
    );
    expect(since(await scan(await snapshot('2026-11-05')))).toMatch(/11-04 .*: 1 new \(1 medium\), 0 fixed/);
  });

  it('a denied call makes nothing new or fixed', async () => {
    await scan(await snapshot('2026-11-01'));
    expect(since(await scan(await snapshot('2026-11-02', 'denied')))).toMatch(
      /: 0 new, 0 fixed, \d+ not looked at again$/,
    );
  });

  it('is not known of another selection or of an earlier time, and says so', async () => {
    await scan(await snapshot('2026-11-02'));
    const narrowed = await audit(['--from', await snapshot('2026-11-03'), '--check', checks[0]?.id ?? '']);
    expect(since(narrowed)).toBe('Since the last run: not known, because it had another selection');
    expect(since(await scan(await snapshot('2026-11-01')))).toBe(
      'Since the last run: not known, because what is kept was read later',
    );
  });

  it('never touches what a gate or a report for programs says', async () => {
    const file = await snapshot('2026-11-02', 'whole', 'acme-open');
    const alone = await scan(file, '-f', 'json', '--no-cache');
    await scan(await snapshot('2026-11-01'));
    const { code, stdout, stderr } = await scan(file, '-f', 'json');
    expect({ code, stdout, stderr }).toEqual(alone);
    const gate = await scan(file, '--fail-on', 'new');
    expect(gate.code).toBe(2);
    expect(gate.stderr).toContain('compares with an earlier result, and none is named');
  });

  it('carries on when each was first seen', async () => {
    await scan(await snapshot('2026-11-01'));
    await scan(await snapshot('2026-11-02'));
    const known = files().filter((name) => name.endsWith('.txt'));
    expect(known).toHaveLength(2);
    const text = readFileSync(join(kept, known[1] ?? ''), 'utf8');
    expect(text.match(/ 2026-11-01 /g)?.length).toBeGreaterThan(3);
    expect(text).not.toContain('2026-11-02');
  });

  it('says why where what is kept cannot be read, and keeps the next all the same', async () => {
    await scan(await snapshot('2026-11-01'));
    for (const name of files()) writeFileSync(join(kept, name), '<<<<<<< HEAD\n');
    const ran = await scan(await snapshot('2026-11-02'));
    expect(since(ran)).toBe('Since the last run: not known, because what was kept of it cannot be read');
    expect(since(await scan(await snapshot('2026-11-03')))).toMatch(/11-02 .*: 0 new/);
  });
});

describe('results are kept', () => {
  it('whole, for the user alone', async () => {
    const file = await snapshot('2026-11-01');
    const { stdout } = await scan(file, '-f', 'json');
    const [result, known] = files();
    expect(files()).toHaveLength(2);
    expect(gunzipSync(readFileSync(join(kept, result ?? ''))).toString()).toBe(stdout);
    for (const name of [result, known]) expect(statSync(join(kept, name ?? '')).mode & 0o777).toBe(0o600);
    expect(statSync(kept).mode & 0o777).toBe(0o700);
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ['with --no-cache', ['--no-cache'], {}, 'because of --no-cache'],
    ['with AUDIT_NO_CACHE', [], { AUDIT_NO_CACHE: '1' }, 'because of AUDIT_NO_CACHE'],
    ['in CI', [], { CI: 'true' }, 'because results are not kept in CI (--cache)'],
  ])('not %s', async (_what, args, env, why) => {
    const file = await snapshot('2026-11-01');
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(since(await scan(file, ...args))).toBe(`Since the last run: not known, ${why}`);
    expect(files()).toEqual([]);
    if (args.length > 0) return;
    await scan(file, '--cache');
    expect(files()).toHaveLength(2);
  });

  it('not of the demo account', async () => {
    expect(since(await audit(['--demo', '--service', 'sqs', '--cache']))).toBe(
      'Since the last run: not known, because the demo account is always the same',
    );
    expect(files()).toEqual([]);
  });

  it('the newest five of a selection, and nothing that a killed run left', async () => {
    mkdirSync(kept, { recursive: true });
    for (const [name, age] of [
      ['old.json.gz.1.a.tmp', 7200],
      ['young.json.gz.1.a.tmp', 5],
    ] as const) {
      writeFileSync(join(kept, name), 'x');
      utimesSync(join(kept, name), Date.now() / 1000 - age, Date.now() / 1000 - age);
    }
    writeFileSync(join(kept, 'of somebody else'), 'x');
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      // oxlint-disable-next-line no-await-in-loop
      await scan(await snapshot(`2026-11-0${day}`));
    }
    await audit(['--from', await snapshot('2026-11-01'), '--check', checks[0]?.id ?? '']);
    const names = files();
    expect(names.filter((name) => name.endsWith('.json.gz'))).toHaveLength(6);
    expect(names.filter((name) => name.endsWith('.txt'))).toHaveLength(6);
    expect(names.filter((name) => /202611(?:03|07)/.test(name))).toHaveLength(4);
    expect(names.filter((name) => /tmp$|else$/.test(name))).toEqual(['of somebody else', 'young.json.gz.1.a.tmp']);
  });

  it('up to 200 MB in all', async () => {
    mkdirSync(kept, { recursive: true });
    const large = (n: number) => join(kept, `999900001111-${'a'.repeat(16)}-2026010${n}000000000-b${n}.json.gz`);
    for (const n of [1, 2, 3]) {
      writeFileSync(large(n), '');
      // Without taking the space.
      (await import('node:fs')).truncateSync(large(n), 80 * 1_048_576);
    }
    await scan(await snapshot('2026-11-01'));
    expect([1, 2, 3].map((n) => existsSync(large(n)))).toEqual([false, true, true]);
  });

  it('by runs side by side', async () => {
    await scan(await snapshot('2026-11-01'));
    const result = JSON.parse(gunzipSync(readFileSync(join(kept, files()[0] ?? ''))).toString()) as RunResult;
    const { selection, ...run } = result.run;
    if (selection === undefined) throw new TypeError('there is no selection');
    const runs = ['02', '03', '04', '05', '06', '07', '08', '09'].map((day) => {
      const startedAt = `2026-11-${day}T00:00:00.000Z`;
      const { account, partition, caller, regions } = run;
      const last = new LastRun(
        { account, partition, caller, regions, skippedRegions: [], startedAt, version: '0' },
        selection,
      );
      for (const finding of result.findings) last.see(finding);
      return last.keep({ ...result, run: { ...result.run, startedAt } });
    });
    expect(await Promise.all(runs)).toEqual(runs.map(() => undefined));
    const results = files().filter((name) => name.endsWith('.json.gz'));
    expect(results.map((name) => /202611\d\d/.exec(name)?.[0])).toEqual(
      ['05', '06', '07', '08', '09'].map((day) => `202611${day}`),
    );
    for (const name of results) JSON.parse(gunzipSync(readFileSync(join(kept, name))).toString());
    expect(files().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('or the run says that it cannot, and ends as it would', async () => {
    const file = await snapshot('2026-11-01');
    writeFileSync(at('no-folder'), '');
    vi.stubEnv('XDG_CACHE_HOME', at('no-folder'));
    const { code, stderr } = await scan(file);
    expect(code).toBe(1);
    expect(stderr).toContain('audit: the result is not kept for the next run: ');
    expect((await scan(file, '-q')).stderr).not.toContain('not kept');
    chmodSync(at('no-folder'), 0o600);
  });
});

describe('what is kept is looked into', () => {
  it('by explain, where nothing else is named and nothing newer lies there', async () => {
    const here = folder();
    await scan(await snapshot('2026-11-01'));
    const result = JSON.parse(gunzipSync(readFileSync(join(kept, files()[0] ?? ''))).toString()) as RunResult;
    const finding = result.findings.find(({ status }) => status === 'fail');
    const explained = await audit(['explain', finding?.fingerprint.slice(0, 8) ?? ''], { cwd: here.path });
    expect(explained).toMatchObject({ code: 0 });
    expect(explained.stdout).toContain(finding?.resource.arn);
    const cause = await audit(['explain', result.causes[0]?.id ?? ''], { cwd: here.path });
    expect(cause.code).toBe(0);
    const none = await audit(['explain', '00000000'], { cwd: here.path });
    expect(none.stderr).toContain('the last result holds no finding 00000000');
    here.remove();
  });

  it('by baseline write', async () => {
    await scan(await snapshot('2026-11-01'));
    const { code, stdout } = await audit(['baseline', 'write', '-o', '-']);
    expect(code).toBe(0);
    expect(stdout).toContain(' 2026-11-01 ');
  });
});

it.each<[NodeJS.ProcessEnv, string, RegExp]>([
  [{ XDG_CACHE_HOME: '/x' }, 'linux', /^\/x\/aws-posture-audit$/],
  [{}, 'linux', /\/\.cache\/aws-posture-audit$/],
  [{ XDG_CACHE_HOME: 'relative' }, 'linux', /\/\.cache\/aws-posture-audit$/],
  [{}, 'darwin', /Library\/Caches\/aws-posture-audit$/],
  [{ LOCALAPPDATA: 'C:/u' }, 'win32', /^C:\/u\/aws-posture-audit\/Cache$/],
])('%j on %s: %s', (env, platform, expected) => {
  expect(keptFolder(env, platform)).toMatch(expected);
});
