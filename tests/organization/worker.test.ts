import { describe, expect, it } from 'vitest';
import { attemptPath, exportPath } from '../../src/organization/attempts.ts';
import type { Unit } from '../../src/organization/engine.ts';
import { exportBytes } from '../../src/organization/export.ts';
import { jobFor } from '../../src/organization/job.ts';
import type { SealedManifest } from '../../src/organization/manifest.ts';
import type { WorkerOptions } from '../../src/organization/worker.ts';
import { AccountWorker } from '../../src/organization/worker.ts';
import { AuditError } from '../../src/program/errors.ts';
import { MemoryStore, account, exported, notReached, sealedManifest } from './examples.ts';

const [id, skipped] = ['222222222222', '333333333333'] as const;
const of = sealedManifest({ accounts: [account(id), account(skipped, { skip: 'excluded' })] });
const { judged } = exported(of, id);
const { infos: _infos, result: _result, ...told } = judged ?? ({} as never);
const read = { told, infos: [], result: ['{', '}'] };
const job = jobFor(of, id, false);
const ends = new AuditError('credentials', 'they ended');
const begun = (count: number): [string, Uint8Array][] =>
  Array.from({ length: count }, (_, at) => [
    `${of.scan}/accounts/${id}/begun/2026013113000000${at}-00000000`,
    Buffer.alloc(0),
  ]);

interface Given {
  readonly data?: unknown;
  /** What is in the store. */
  readonly there?: readonly [string, Uint8Array][];
  readonly unit?: (signal: AbortSignal) => Promise<Unit>;
  readonly more?: Partial<WorkerOptions>;
  /** Whether it is told to stop before it takes anything. */
  readonly stopped?: true;
}

/** What becomes of a job, whether it was read, what is in the store of it, and what ended the worker. */
async function taken({ data = job, there = [], unit, more = {}, stopped }: Given) {
  const store = new MemoryStore();
  for (const [path, bytes] of there) await store.put(path, bytes);
  const stop = new AbortController();
  if (stopped) stop.abort(new AuditError('interrupted', 'interrupted'));
  let units = 0;
  let ended: AuditError | undefined;
  const worker = new AccountWorker({
    store,
    version: '1.0.0',
    signal: stop.signal,
    manifestOf: () => Promise.resolve(of),
    unitOf: () =>
      Promise.resolve((_account: unknown, signal: AbortSignal) => {
        units += 1;
        return unit?.(signal) ?? Promise.resolve({ status: 'scanned', judged: read } as const);
      }),
    end: (why) => (ended ??= why),
    ...more,
  });
  const { kind, ...what } = await worker.take(data);
  const left = [...store.files.keys()].filter((path) => !there.some(([known]) => known === path));
  return {
    kind,
    why: 'why' in what ? what.why : undefined,
    units,
    kept: [...new Set(left.map((path) => path.split('/')[3]))].filter((name) => name !== 'begun' && name !== undefined),
    ended: ended?.message,
  };
}

const withCause =
  (status: 'partial' | 'failed' | 'unreachable', kind: string): (() => Promise<Unit>) =>
  () =>
    Promise.resolve({
      status,
      cause: { kind, message: `it was ${kind}` },
      ...(status === 'partial' ? { judged: read } : {}),
    } as Unit);

const other = sealedManifest({ accounts: [account(id)], version: '9.9.9' });
const nothing = { units: 0, kept: [], ended: undefined };
const once = { units: 1, ended: undefined };

describe('what becomes of a job', () => {
  it.each<[string, Given, object]>([
    // What is no job of ours.
    ['no job at all', { data: 'all of them' }, { kind: 'refused', why: /^it is no job of audit: / }],
    ['more than a job holds', { data: { ...job, role: 'admin' } }, { kind: 'refused', why: /role/ }],
    ['another path for a scan', { data: { ...job, scan: '../x' } }, { kind: 'refused', why: /scan/ }],
    [
      'another plan',
      { data: { ...job, manifest: other.sha256 } },
      { kind: 'refused', why: /not the one that the job/ },
    ],
    [
      'an account of another plan',
      { data: { ...job, account: '999999999999' } },
      { kind: 'refused', why: /is not in/ },
    ],
    ['an account that the plan skips', { data: { ...job, account: skipped } }, { kind: 'refused', why: /: excluded$/ }],
    [
      'a plan that is not there',
      { more: { manifestOf: () => Promise.reject(new AuditError('usage', 'holds no plan')) } },
      { kind: 'refused', why: /^holds no plan$/ },
    ],
    [
      'a plan that is damaged',
      { more: { manifestOf: () => Promise.reject(new AuditError('snapshot', 'm.json: is damaged')) } },
      { kind: 'refused', why: /is damaged/ },
    ],
    // What is there already.
    ['one that is through', { there: [[exportPath(of.scan, id), exportBytes(exported(of, id))]] }, { kind: 'done' }],
    [
      'one that is through, although three attempts did not end',
      { there: [...begun(3), [exportPath(of.scan, id), exportBytes(exported(of, id))]] },
      { kind: 'done' },
    ],
    ['three that did not end', { there: begun(3) }, { kind: 'over', why: /3 attempts in a row/ }],
  ])('%s: nothing is read', async (_case, given, { kind, why }: { kind?: string; why?: RegExp }) => {
    const found = await taken(given);
    expect(found).toMatchObject({ ...nothing, kind });
    if (why === undefined) expect(found.why).toBeUndefined();
    else expect(found.why).toMatch(why);
  });

  it.each<[string, Given, object]>([
    ['all was read', {}, { kind: 'done', kept: ['results', 'export.json'] }],
    ['something is denied', { unit: withCause('partial', 'gaps') }, { kind: 'done', kept: ['results', 'export.json'] }],
    [
      'something failed in passing',
      { unit: withCause('partial', 'network') },
      { kind: 'again', kept: ['results', 'attempts'] },
    ],
    [
      'the network',
      { unit: withCause('unreachable', 'network') },
      { kind: 'again', why: 'it was network', kept: ['attempts'] },
    ],
    [
      'the role is refused',
      { unit: withCause('unreachable', 'role-refused') },
      { kind: 'over', why: 'it was role-refused', kept: ['attempts'] },
    ],
    [
      'the account is closed meanwhile',
      { unit: withCause('unreachable', 'suspended') },
      { kind: 'over', kept: ['attempts'] },
    ],
    [
      'the program fails',
      { unit: () => Promise.reject(new TypeError('broken')) },
      { kind: 'again', kept: ['attempts'] },
    ],
    [
      'it is stopped meanwhile',
      { unit: withCause('partial', 'interrupted') },
      { kind: 'back', kept: ['results', 'attempts'] },
    ],
    [
      'our own credentials end',
      { unit: async () => ({ ...(await withCause('unreachable', 'expired')()), ends }) },
      { kind: 'back', kept: ['attempts'], ended: 'they ended' },
    ],
    ['two that did not end', { there: begun(2) }, { kind: 'done' }],
    [
      'three that did not end, and somebody named it',
      { data: { ...job, named: true }, there: begun(3) },
      { kind: 'done' },
    ],
    [
      'three that began and one that ended after them',
      {
        there: [
          ...begun(3),
          [
            attemptPath(of.scan, id, '20260131140000000-00000000'),
            exportBytes(notReached(of, id, { attempt: '20260131140000000-00000000' })),
          ],
        ],
      },
      { kind: 'done' },
    ],
  ])('that is read: %s', async (_case, given, wanted) => {
    expect(await taken(given)).toMatchObject({ ...once, ...wanted });
  });

  it.each<[string, Given, object]>([
    ['it was told to stop', { stopped: true }, { units: 0, ended: undefined }],
    ['nobody gets in', { more: { unitOf: () => Promise.reject(ends) } }, { units: 0, ended: 'they ended', kept: [] }],
    [
      'the plan cannot be read now',
      { more: { manifestOf: () => Promise.reject(new AuditError('output', 's3://b: cannot be read')) } },
      { units: 0, ended: 's3://b: cannot be read' },
    ],
    ['a mistake of ours', { more: { manifestOf: () => Promise.reject(new TypeError('x')) } }, { units: 0, ended: 'x' }],
  ])('is given back: %s', async (_case, given, wanted) => {
    expect(await taken(given)).toMatchObject({ kind: 'back', ...wanted });
  });

  it('is given back where the store takes nothing, and ends the worker', async () => {
    const full = Object.assign(new MemoryStore(), {
      put: () => Promise.reject(new AuditError('output', '/full: cannot be written')),
    });
    expect(await taken({ more: { store: full } })).toMatchObject({ kind: 'back', ended: '/full: cannot be written' });
  });

  it('is done where somebody else was through meanwhile: the first counts, and is told by him', async () => {
    const store = new MemoryStore();
    let told = 0;
    const unit = async (): Promise<Unit> => {
      await store.put(exportPath(of.scan, id), exportBytes(exported(of, id)));
      return { status: 'scanned', judged: read };
    };
    const found = await taken({ unit, more: { store, onEnd: () => (told += 1) } });
    expect([found.kind, told]).toEqual(['done', 0]);
  });

  it('that may have ended its process is read alone', async () => {
    const ids = ['222222222201', '222222222202', '222222222203'];
    const plan: SealedManifest = sealedManifest({ accounts: ids.map((each) => account(each)) });
    const store = new MemoryStore();
    await store.put(`${plan.scan}/accounts/${ids[1]}/begun/20260131130000000-00000000`, Buffer.alloc(0));
    let inside: string[] = [];
    const together: string[] = [];
    const worker = new AccountWorker({
      store,
      version: '1.0.0',
      signal: new AbortController().signal,
      manifestOf: () => Promise.resolve(plan),
      unitOf: () =>
        Promise.resolve(async ({ id: one }) => {
          inside.push(one);
          await new Promise((resolve) => setTimeout(resolve, 5));
          together.push(inside.map((each) => each.at(-1)).join('+'));
          inside = inside.filter((each) => each !== one);
          return { status: 'scanned', judged: read };
        }),
      end: (why) => expect.unreachable(why.message),
    });
    const all = await Promise.all(ids.map((each) => worker.take(jobFor(plan, each, false))));
    expect(all.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    expect(together).toContain('2');
    expect(together.filter((each) => each.includes('2'))).toEqual(['2']);
  });
});
