import { describe, expect, it } from 'vitest';
import { readAccounts } from '../../src/organization/merge/read.ts';
import type { ScanAccounts, Unit } from '../../src/organization/engine.ts';
import { accountsOf, scanAccounts } from '../../src/organization/engine.ts';
import { AuditError } from '../../src/program/errors.ts';
import { MemoryStore, account, exported, sealedManifest } from './examples.ts';

const ids = Array.from({ length: 12 }, (_, at) => `2222222222${String(at).padStart(2, '0')}`);
const of = sealedManifest({ accounts: ids.map((id) => account(id)) });
const { judged } = exported(of, ids[0] ?? '');
const { infos: _infos, result: _result, ...told } = judged ?? ({} as never);
const good: Unit = { status: 'scanned', judged: { told, infos: [], result: ['{', '}'] } };

const run = (store: MemoryStore, unit: ScanAccounts['unit'], more: Partial<ScanAccounts> = {}) =>
  scanAccounts({
    store,
    manifest: of,
    version: '1.0.0',
    concurrency: 3,
    signal: new AbortController().signal,
    unit,
    ...more,
  });

const stateOf = async (store: MemoryStore): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for await (const { status, cause } of readAccounts(store, of)) {
    const what = cause === undefined ? status : `${status} ${cause.kind}`;
    found[what] = (found[what] ?? 0) + 1;
  }
  return found;
};

describe('the accounts of a shard', () => {
  it.each([1, 2, 3, 5, 12, 20])('of %d are all accounts, each once', (parts) => {
    const planned = sealedManifest({
      accounts: ids.map((id, at) => account(id, at % 5 === 0 ? { skip: 'excluded' } : {})),
    });
    const shards = Array.from({ length: parts }, (_, at) => accountsOf(planned, { index: at + 1, of: parts }));
    expect(
      shards
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
    const sizes = shards.map((shard) => shard.filter(({ skip }) => skip === undefined).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});

describe('a scan of accounts', () => {
  it('reads so many at once, and holds no more', async () => {
    let [now, most] = [0, 0];
    const unit = async (): Promise<Unit> => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return good;
    };
    const { sums, incomplete, stopped } = await run(new MemoryStore(), unit);
    expect({ sums, incomplete, stopped, most }).toEqual({
      sums: { scanned: 12, partial: 0, failed: 0, unreachable: 0, skipped: 0 },
      incomplete: [],
      stopped: undefined,
      most: 3,
    });
  });

  it('tells one account that fails each time, and scans the others', async () => {
    const store = new MemoryStore();
    const unit = ({ id }: { readonly id: string }): Promise<Unit> =>
      id === ids[4] ? Promise.reject(new TypeError('broken')) : Promise.resolve(good);
    for (let time = 0; time < 3; time++) {
      const { sums, incomplete } = await run(store, unit);
      expect(sums).toMatchObject({ scanned: 11, failed: 1 });
      expect(incomplete).toMatchObject([
        {
          account: { id: ids[4] },
          status: 'failed',
          cause: { kind: 'program', message: expect.stringContaining('broken') as string },
        },
      ]);
    }
    expect([...store.files.keys()].filter((path) => path.includes('/attempts/'))).toHaveLength(3);
  });

  it('tries last what ended the program before', async () => {
    const store = new MemoryStore();
    const crash = new Error('the process is gone');
    // A put that never comes stands for a process that is gone: nothing more of it reaches the store.
    const dying = Object.assign(new MemoryStore(), { files: store.files });
    dying.put = (path, bytes, options) =>
      path.includes(`/${ids[0]}/`) && !path.includes('/begun/')
        ? Promise.reject(crash)
        : store.put(path, bytes, options);
    expect((await run(dying, () => Promise.resolve(good), { concurrency: 1 })).stopped?.message).toBe(crash.message);
    const order: string[] = [];
    await run(store, ({ id }) => (order.push(id), Promise.resolve(good)), { concurrency: 1 });
    expect(order).toEqual([...ids.slice(1), ids[0]]);
  });

  it('ends what ends the program each time as failed, alone at last, and no other with it', async () => {
    const store = new MemoryStore();
    const victim = ids[5];
    // The process is gone: of what it still does nothing reaches the store.
    const once = async (more: Partial<ScanAccounts> = {}): Promise<readonly string[]> => {
      const mortal = Object.assign(new MemoryStore(), { files: store.files });
      let dead = false;
      mortal.put = (...given) => (dead ? Promise.reject(new Error('gone')) : store.put(...given));
      const tried: string[] = [];
      await run(
        mortal,
        async ({ id }) => {
          tried.push(id);
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (id === victim) dead = true;
          return good;
        },
        { concurrency: 4, ...more },
      );
      return tried;
    };
    const first = await once();
    expect(first).toContain(victim);
    // Those that were in flight with it come after all others, each alone: it takes none along.
    expect((await once()).at(-1)).toBe(victim);
    expect((await once()).at(-1)).toBe(victim);
    expect(await stateOf(store)).toEqual({ scanned: 11, 'failed crashed': 1 });
    expect(await once()).toEqual([]);
    const { sums, incomplete } = await run(store, () => Promise.resolve(good));
    expect(sums).toMatchObject({ scanned: 11, failed: 1 });
    expect(incomplete).toMatchObject([{ account: { id: victim }, cause: { kind: 'crashed' } }]);
    // Who names it wants it tried.
    expect((await run(store, () => Promise.resolve(good), { only: [victim ?? ''] })).sums.scanned).toBe(1);
    expect(await stateOf(store)).toEqual({ scanned: 12 });
  });

  it('stops when the store takes nothing any more, says which file, and goes on when it does', async () => {
    const store = new MemoryStore();
    const full = Object.assign(new MemoryStore(), { files: store.files });
    let room = 20;
    full.put = (path, bytes, options) =>
      room-- > 0
        ? store.put(path, bytes, options)
        : Promise.reject(
            new AuditError('output', `/full/${path}: cannot be written (ENOSPC: no space left on device)`),
          );
    const { stopped, sums } = await run(full, () => Promise.resolve(good));
    expect(stopped).toMatchObject({ code: 'output', message: expect.stringContaining('ENOSPC') as string });
    expect(Object.values(sums).reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(sums.unreachable).toBeGreaterThan(0);
    // What was in flight began and did not end.
    expect(sums.failed).toBeGreaterThan(0);
    let units = 0;
    expect((await run(store, () => ((units += 1), Promise.resolve(good)))).sums.scanned).toBe(12);
    expect(units).toBe(sums.unreachable + sums.failed);
  });

  it('begins nothing more when it is stopped, and keeps what was in flight as an attempt', async () => {
    const store = new MemoryStore();
    const stop = new AbortController();
    let begun = 0;
    const unit = async (_account: unknown, signal: AbortSignal): Promise<Unit> => {
      begun += 1;
      if (begun === 3) stop.abort(new AuditError('interrupted', 'interrupted'));
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (signal.aborted) throw signal.reason;
      return good;
    };
    const { stopped } = await run(store, unit, { signal: stop.signal });
    expect([stopped?.exitCode, begun]).toEqual([130, 3]);
    expect(await stateOf(store)).toEqual({ 'failed interrupted': 3, 'unreachable not-tried': 9 });
  });

  it('ends all when an account says that no other can be read', async () => {
    const store = new MemoryStore();
    const ends = new AuditError('credentials', 'they ended');
    const unit = ({ id }: { readonly id: string }): Promise<Unit> =>
      Promise.resolve(id === ids[2] ? { status: 'unreachable', cause: { kind: 'expired', message: 'x' }, ends } : good);
    expect((await run(store, unit, { concurrency: 1 })).stopped).toBe(ends);
    expect(await stateOf(store)).toEqual({ scanned: 2, 'unreachable expired': 1, 'unreachable not-tried': 9 });
  });

  it('is the same by two at once: each account is told once', async () => {
    const store = new MemoryStore();
    const unit = async (): Promise<Unit> => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
      return good;
    };
    let told = 0;
    const both = await Promise.all([1, 2].map(() => run(store, unit, { onEnd: () => (told += 1) })));
    expect(both.map(({ sums }) => sums.scanned)).toEqual([12, 12]);
    expect(told).toBe(12);
    expect([...store.files.keys()].filter((path) => path.endsWith('/export.json'))).toHaveLength(12);
  });
});
