import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attemptPath, exportPath, findAttempts, isDone, keep, newAttempt } from '../../src/organization/attempts.ts';
import type { AccountExport, ExportedFinding } from '../../src/organization/export.ts';
import { exportBytes, exportOf } from '../../src/organization/export.ts';
import type { SealedManifest } from '../../src/organization/manifest.ts';
import { manifestBytes, manifestOf } from '../../src/organization/manifest.ts';
import { readAccounts } from '../../src/organization/merge/read.ts';
import { schemaOf, sealed } from '../../src/organization/sealed.ts';
import { DirectoryStore } from '../../src/organization/store.ts';
import { MemoryStore, account, exported, manifest, notReached, sealedManifest } from './examples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const all = async (lines: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const resealed = (bytes: Uint8Array, change: (members: Record<string, unknown>) => object): Uint8Array => {
  const { sha256: _, ...members } = JSON.parse(text(bytes)) as Record<string, unknown>;
  return sealed(change(members)).bytes;
};

describe('a manifest', () => {
  it('is read as it was written, with the SHA-256 of all of it', () => {
    const { bytes, sha256 } = manifestBytes(manifest());
    expect(manifestOf(bytes, 'm.json')).toEqual({ ...manifest(), sha256 });
    expect(JSON.parse(text(bytes))).toMatchObject({ sha256, schema: 'organization-manifest/1' });
  });

  const whole = manifestBytes(manifest()).bytes;
  it.each<[string, Uint8Array, string]>([
    ['empty', Buffer.from(''), 'm.json: is no organization-manifest of audit'],
    ['another JSON', Buffer.from('{"accounts":[]}'), 'm.json: is no organization-manifest of audit'],
    ['cut off', whole.subarray(0, -20), 'm.json: is damaged'],
    ['changed', Buffer.from(text(whole).replace('222222222222', '222222222223')), 'm.json: is damaged'],
    ['an export', exportBytes(exported(sealedManifest(), '222222222222')), 'm.json: is no organization-manifest'],
    [
      'a newer form',
      resealed(whole, (m) => ({ ...m, schema: schemaOf({ kind: 'organization-manifest', form: 2 }) })),
      'm.json: is of form 2, and this version reads form 1',
    ],
    [
      'an account twice',
      resealed(whole, (m) => ({ ...m, accounts: [account('222222222222'), account('222222222222')] })),
      'accounts[1].id is not one account',
    ],
    [
      'an id that leads elsewhere',
      resealed(whole, (m) => ({ ...m, accounts: [account('../../etc/xx')] })),
      'accounts[0].id',
    ],
    [
      'a scan that leads elsewhere',
      resealed(whole, (m) => ({ ...m, scan: '../elsewhere' })),
      'scan is not the id of a scan',
    ],
    [
      'a state that is none',
      resealed(whole, (m) => ({ ...m, accounts: [{ ...account('222222222222'), state: 'GONE' }] })),
      'accounts[0].state',
    ],
    ['no accounts', resealed(whole, (m) => ({ ...m, accounts: undefined })), 'accounts is not a list'],
  ])('that is %s is refused by name', (_case, bytes, said) => {
    expect(() => manifestOf(bytes, 'm.json')).toThrow(said);
  });
});

describe('an export', () => {
  const of = sealedManifest();
  const id = '222222222222';
  const whole = exportBytes(exported(of, id));

  it.each<[string, AccountExport]>([
    ['scanned', exported(of, id)],
    ['partial', exported(of, id, { status: 'partial', cause: { kind: 'gaps', message: '3 lists' } })],
    ['unreachable', notReached(of, id)],
  ])('that is %s is read as it was written', (_case, given) => {
    expect(exportOf(exportBytes(given), 'e.json', of, id)).toEqual(given);
  });

  const finding: ExportedFinding = {
    fingerprint: '1',
    check: 's3-bucket-no-public-access',
    severity: 'high',
    status: 'fail',
    message: '"findings":[\n is no line',
    region: 'eu-west-1',
    resource: { type: 'AWS::S3::Bucket', id: 'b', arn: 'arn:aws:s3:::b', name: 'b', tags: {} },
  };
  function withFindings(findings: readonly ExportedFinding[]): AccountExport {
    const { judged, ...given } = exported(of, id);
    if (judged === undefined) throw new TypeError('nothing was judged');
    return { ...given, judged: { ...judged, findings, byStatus: { ...judged.byStatus, fail: findings.length } } };
  }

  it('of many findings is read as often as wanted, whether each has its line or all share one', () => {
    const findings = Array.from({ length: 10_001 }, (_, at) => ({ ...finding, fingerprint: String(at) }));
    const bytes = exportBytes(withFindings(findings));
    expect(text(bytes).split('\n').length).toBeGreaterThan(findings.length);
    const read = exportOf(bytes, 'e.json', of, id).judged?.findings;
    expect(Array.isArray(read)).toBe(false);
    for (const _time of [1, 2]) expect([...(read ?? [])]).toEqual(findings);
    const onOneLine = resealed(bytes, (members) => members);
    expect(exportOf(onOneLine, 'e.json', of, id).judged?.findings).toEqual(findings);
  });

  const changed = (change: (members: Record<string, unknown>) => object): Uint8Array => resealed(whole, change);
  const judged = (more: object): Uint8Array =>
    changed((m) => ({ ...m, judged: { ...(m['judged'] as object), ...more } }));
  it.each<[string, Uint8Array, string]>([
    ['cut off', whole.subarray(0, 300), 'e.json: is damaged'],
    ['of another scan', changed((m) => ({ ...m, scan: '20260131T120000Z-ffffffff' })), 'scan is not that of this scan'],
    ['of another manifest', changed((m) => ({ ...m, manifest: '1'.repeat(64) })), 'manifest is not the SHA-256'],
    ['of another account', changed((m) => ({ ...m, account: '333333333333' })), 'account is not that of its folder'],
    ['newer', changed((m) => ({ ...m, schema: 'organization-export/2' })), 'e.json: is of form 2'],
    ['of no known status', changed((m) => ({ ...m, status: 'skipped' })), 'status is not one of'],
    ['partial without a cause', changed((m) => ({ ...m, status: 'partial' })), 'cause is not an object'],
    [
      'with a finding that is none, on a line of its own',
      exportBytes(withFindings([{ ...finding, check: 1 as never }])),
      'judged.findings[0].check is not a text',
    ],
    ['scanned without findings', changed((m) => ({ ...m, judged: undefined })), 'judged is not an object'],
    [
      'without a finding that it counts',
      judged({ byStatus: { fail: 1, unknown: 0, manual: 0, suppressed: 0, pass: 1 } }),
      'judged.findings is not all 1 that did not pass',
    ],
    [
      'with a requirement that adds up to something else',
      judged({
        compliance: [
          {
            key: 'k',
            name: 'n',
            hash: 'h',
            requirements: [{ id: '1', status: 'met', population: 2, counts: { passed: 1 } }],
          },
        ],
      }),
      'counts is not all 2 of the population',
    ],
  ])('that is %s is refused by name', (_case, bytes, said) => {
    expect(() => exportOf(bytes, 'e.json', of, id)).toThrow(said);
  });
});

describe('a store in a folder', () => {
  it('gives what was put, lists by prefix in order, and replaces as a whole', async () => {
    const store = new DirectoryStore(join(folder, 'new'));
    expect(await store.get('a/b.json')).toBeUndefined();
    expect(await all(store.list(''))).toEqual([]);
    for (const path of ['a/b.json', 'a/b/c.json', 'a/bc.json', 'b.json'])
      expect(await store.put(path, Buffer.from(path))).toBe(true);
    expect(await store.put('b.json', Buffer.from('other'))).toBe(true);
    expect(await store.get('b.json').then((bytes) => text(bytes ?? Buffer.alloc(0)))).toBe('other');
    expect(await all(store.list(''))).toEqual(['a/b.json', 'a/b/c.json', 'a/bc.json', 'b.json']);
    expect(await all(store.list('a/b'))).toEqual(['a/b.json', 'a/b/c.json', 'a/bc.json']);
    expect(await all(store.list('a/b/'))).toEqual(['a/b/c.json']);
    expect([await store.folders(), await new DirectoryStore(join(folder, 'none')).folders()]).toEqual([['a'], []]);
  });

  it('lets one of many write where there is nothing', async () => {
    const stores = Array.from({ length: 20 }, () => new DirectoryStore(folder));
    const wrote = await Promise.all(
      stores.map((store, at) => store.put('x/export.json', Buffer.from(String(at)), { ifAbsent: true })),
    );
    expect(wrote.filter(Boolean)).toHaveLength(1);
    const kept = await new DirectoryStore(folder).get('x/export.json');
    expect(text(kept ?? Buffer.alloc(0))).toBe(String(wrote.indexOf(true)));
    expect(await all(new DirectoryStore(folder).list(''))).toEqual(['x/export.json']);
  });

  it('leaves out what a killed process was writing', async () => {
    const store = new DirectoryStore(folder);
    await store.put('x/a.json', Buffer.from('a'));
    writeFileSync(join(folder, 'x/b.json.123.abc.tmp'), 'half');
    expect(await all(store.list(''))).toEqual(['x/a.json']);
  });

  it.each(['../x', '/etc/x', 'a//b', 'a/../b', 'a\\b', '.', ''])('refuses the path %j', async (path) => {
    await expect(new DirectoryStore(folder).put(path, Buffer.from(''))).rejects.toThrow('is no path in a store');
  });

  it('says which file could not be written', async () => {
    writeFileSync(join(folder, 'x'), 'a file');
    await expect(new DirectoryStore(folder).put('x/y.json', Buffer.from(''))).rejects.toThrow(
      `${join(folder, 'x/y.json')}: cannot be written`,
    );
  });
});

describe('attempts', () => {
  const id = '222222222222';
  const told = async (store: MemoryStore, of: SealedManifest): Promise<string[]> => {
    const lines: string[] = [];
    for await (const { account: one, status, cause } of readAccounts(store, of))
      lines.push(`${one.id.slice(0, 1)} ${status} ${cause?.kind ?? ''}`.trim());
    return lines;
  };
  const later = '20260131130000000-00000002';
  const of = sealedManifest({
    accounts: [
      account(id),
      account('333333333333', { skip: 'excluded' }),
      account('444444444444', { skip: 'suspended', state: 'SUSPENDED' }),
    ],
  });
  const others = ['3 skipped excluded', '4 skipped suspended'];
  const broke = notReached(of, id, { status: 'failed', cause: { kind: 'program', message: 'x' } });
  const stopped = exported(of, id, { status: 'partial', cause: { kind: 'interrupted', message: 'x' } });
  const gaps = exported(of, id, { status: 'partial', cause: { kind: 'gaps', message: 'x' } });

  it.each<[string, readonly AccountExport[], string]>([
    ['nothing', [], '2 unreachable not-tried'],
    ['nobody let us in', [notReached(of, id)], '2 unreachable role-refused'],
    ['a good one after a bad one', [notReached(of, id), exported(of, id, { attempt: later })], '2 scanned'],
    ['a late bad one after a good one', [exported(of, id), notReached(of, id, { attempt: later })], '2 scanned'],
    ['a doubled one', [exported(of, id), { ...gaps, attempt: later }], '2 scanned'],
    ['the same twice', [exported(of, id), exported(of, id)], '2 scanned'],
    ['a stop, then nobody let us in', [stopped, notReached(of, id, { attempt: later })], '2 partial interrupted'],
    ['a crash, then nobody let us in', [broke, notReached(of, id, { attempt: later })], '2 failed program'],
    [
      'two of the same kind',
      [notReached(of, id), notReached(of, id, { attempt: later, cause: { kind: 'network', message: 'x' } })],
      '2 unreachable network',
    ],
    ['gaps', [gaps], '2 partial gaps'],
  ])('%s', async (_case, given, wanted) => {
    const store = new MemoryStore();
    for (const each of given) await keep(store, each);
    expect(await told(store, of)).toEqual([wanted, ...others]);
  });

  it('are done when all was asked, and tell whether they count', async () => {
    expect([exported(of, id), gaps, stopped, broke, notReached(of, id)].map(isDone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const store = new MemoryStore();
    expect(await keep(store, exported(of, id))).toBe(true);
    expect(await keep(store, exported(of, id, { attempt: later }))).toBe(false);
    expect(await keep(store, stopped)).toBe(true);
    expect([...store.files.keys()]).toEqual([exportPath(of.scan, id), attemptPath(of.scan, id, stopped.attempt)]);
    expect(await findAttempts(store, of.scan)).toEqual(
      new Map([[id, { done: true, attempts: [attemptPath(of.scan, id, stopped.attempt)], begun: [] }]]),
    );
  });

  const begun = (...attempts: string[]): [string, Buffer][] =>
    attempts.map((attempt) => [`${of.scan}/accounts/${id}/begun/${attempt}`, Buffer.alloc(0)]);
  const [first, second, third, fourth] = [1, 2, 3, 4].map((at) => `2026013112000000${at}-0000000${at}`) as [
    string,
    string,
    string,
    string,
  ];
  it.each<[string, readonly string[], readonly AccountExport[], string]>([
    ['one that did not end', [first], [], '2 failed not-ended'],
    ['two', [first, second], [], '2 failed not-ended'],
    ['three', [first, second, third], [], '2 failed crashed'],
    [
      'three and one that was refused before',
      [first, second, third, fourth],
      [notReached(of, id, { attempt: first })],
      '2 failed crashed',
    ],
    [
      'three of which one ended',
      [first, second, third, fourth],
      [notReached(of, id, { attempt: second })],
      '2 unreachable role-refused',
    ],
    [
      'three before one that ended',
      [first, second, third, fourth],
      [notReached(of, id, { attempt: fourth })],
      '2 unreachable role-refused',
    ],
    [
      'three and what was judged before',
      [first, second, third, fourth],
      [{ ...stopped, attempt: first }],
      '2 partial interrupted',
    ],
    [
      'three and another process that got through',
      [first, second, third, fourth],
      [{ ...exported(of, id), attempt: fourth }],
      '2 scanned',
    ],
  ])('that began: %s', async (_case, attempts, given, wanted) => {
    const store = new MemoryStore();
    for (const [path, bytes] of begun(...attempts)) await store.put(path, bytes);
    for (const each of given) await keep(store, each);
    expect(await told(store, of)).toEqual([wanted, ...others]);
  });

  it('have ids in the order of time', () => {
    const ids = [newAttempt(new Date(2_000_000_000_000)), newAttempt(new Date(1_000_000_000_000))];
    expect([...ids].sort()).toEqual(ids.toReversed());
    expect(newAttempt(new Date(0))).not.toBe(newAttempt(new Date(0)));
  });

  it('of a damaged file the account says so, and the others stay', async () => {
    const store = new MemoryStore();
    store.files.set(exportPath(of.scan, id), Buffer.from('{'));
    expect(await told(store, of)).toEqual(['2 failed damaged', ...others]);
  });

  it('of few accounts are listed without those of all', async () => {
    const store = new MemoryStore();
    const asked: string[] = [];
    const list = store.list.bind(store);
    store.list = (prefix) => (asked.push(prefix), list(prefix));
    await keep(store, exported(of, id));
    expect([...(await findAttempts(store, of.scan, [id])).keys()]).toEqual([id]);
    expect([...(await findAttempts(store, of.scan)).keys()]).toEqual([id]);
    expect(asked).toEqual([`${of.scan}/accounts/${id}/`, `${of.scan}/accounts/`]);
  });
});
