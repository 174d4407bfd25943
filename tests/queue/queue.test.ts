import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AccountJob } from '../../src/organization/job.ts';
import { jobFor } from '../../src/organization/job.ts';
import type { Taken } from '../../src/organization/worker.ts';
import type { AuditError } from '../../src/program/errors.ts';
import { queueAddressOf } from '../../src/queue/address.ts';
import { connect } from '../../src/queue/connection.ts';
import type { WorkOptions } from '../../src/queue/queue.ts';
import { AccountQueue } from '../../src/queue/queue.ts';
import { sealedManifest } from '../organization/examples.ts';
import type { RunningRedis } from './redis.ts';
import { startRedis, withRedis } from './redis.ts';
import type { Certificates } from './tls.ts';
import { certificates, tlsOf } from './tls.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const password = 'kept-from-every-message';
const prefix = 'audit:o-abcdefghij';
const manifest = sealedManifest();
const jobs: readonly AccountJob[] = manifest.accounts.map(({ id }) => jobFor(manifest, id, false));

// By TLS, with a client's certificate, as a user who may do what the example of the documentation says and nothing else.
describe.skipIf(!withRedis)('a queue in a Redis that lets in few', () => {
  let dir: string;
  let files: Certificates;
  let redis: RunningRedis;
  const address = () => ({ ...queueAddressOf(`rediss://audit@127.0.0.1:${redis.port}`, '--queue', false), password });
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'audit-redis-'));
    files = certificates(dir);
    const users = readFileSync('docs/examples/redis-users.acl', 'utf8')
      .replace('PASSWORD', password)
      .replace('audit:o-EXAMPLE', prefix)
      .concat('user tests on >tests ~* &* +@all\n');
    writeFileSync(join(dir, 'users.acl'), users);
    const { server, ca } = files;
    redis = await startRedis({
      dir,
      tls: tlsOf(files),
      username: 'tests',
      password: 'tests',
      args: Object.entries({
        aclfile: join(dir, 'users.acl'),
        'tls-auth-clients': 'yes',
        'tls-cert-file': server.cert,
        'tls-key-file': server.key,
        'tls-ca-cert-file': ca,
      }).flatMap(([name, value]) => [`--${name}`, value]),
    });
  });
  afterAll(async () => {
    await redis.kill();
    rmSync(dir, { recursive: true, force: true });
  });

  /** Works with canned answers until there was nothing to do for a while. */
  async function worked(queue: AccountQueue, taken: readonly Taken[], more: Partial<WorkOptions> = {}) {
    const given: unknown[] = [];
    const told: string[] = [];
    let ended: AuditError | undefined;
    await queue.work({
      take(data) {
        given.push(data);
        return Promise.resolve(taken[given.length - 1] ?? { kind: 'done' });
      },
      concurrency: 1,
      lockMs: 1000,
      drain: false,
      idleMs: 700,
      awayMs: 1000,
      signal: new AbortController().signal,
      end: (why) => (ended ??= why),
      onRefused: (id, why) => told.push(`${id}: ${why}`),
      onTrouble: (why) => told.push(why),
      ...more,
    });
    return { given, told, ended };
  }

  it('gives each account once, again what is given back, later what may pass, and keeps nothing of what is over', async () => {
    const client = redis.client();
    const queue = new AccountQueue(await connect(address(), tlsOf(files)), address(), prefix);
    try {
      await Promise.all([queue.put(jobs), queue.put(jobs)]);
      expect(await queue.counts()).toEqual({ waiting: 3, active: 0, delayed: 0 });
      const { given, told, ended } = await worked(queue, [
        { kind: 'back' },
        { kind: 'done' },
        { kind: 'again', why: 'the network' },
        { kind: 'refused', why: 'another plan' },
      ]);
      const [first, second, third] = jobs;
      expect({ given, told, ended }).toEqual({
        given: [first, first, second, third],
        told: [`${manifest.scan}-${third?.account}: another plan`],
        ended: undefined,
      });
      expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 1 });
      // Whoever looks into Redis finds ids and a hash.
      const kept = await client.hgetall(`${prefix}:accounts:${manifest.scan}-${second?.account}`);
      expect(JSON.parse(kept['data'] ?? '')).toEqual({
        scan: manifest.scan,
        manifest: manifest.sha256,
        account: second?.account,
      });
      const keys = await client.keys('*');
      expect(keys.every((key) => key.startsWith(`${prefix}:accounts:`))).toBe(true);
      expect(keys.filter((key) => key.includes(first?.account ?? '') || key.includes(third?.account ?? ''))).toEqual(
        [],
      );
      // What does not come from us reaches the worker as it is, and is judged there.
      expect(await client.acl('LOG')).toEqual([]);
    } finally {
      await queue.close();
      await client.flushall();
      client.disconnect();
    }
  });

  it('renews what takes longer than the lock, and no other worker takes it', async () => {
    const [one, two] = [await open(), await open()];
    try {
      await one.put(jobs.slice(0, 1));
      let slow: ReturnType<typeof worked> | undefined;
      await new Promise<void>((begun) => {
        slow = worked(one, [], {
          async take() {
            begun();
            await new Promise((resolve) => setTimeout(resolve, 3000));
            return { kind: 'done' };
          },
          lockMs: 1500,
          idleMs: 100,
        });
      });
      const other = await worked(two, [], { lockMs: 1500, idleMs: 3000 });
      expect([(await slow)?.told, other.given]).toEqual([[], []]);
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
  });
  const open = async (): Promise<AccountQueue> =>
    new AccountQueue(await connect(address(), tlsOf(files)), address(), prefix);

  it('ends a worker that the queue is kept from, or away for too long', async () => {
    const other = new AccountQueue(await connect(address(), tlsOf(files)), address(), 'audit:o-other');
    const stop = new AbortController();
    const { ended } = await worked(other, [], {
      signal: stop.signal,
      end: (why) => stop.abort(why),
      idleMs: undefined,
    }).then(() => ({ ended: stop.signal.reason as AuditError }));
    await other.close();
    expect([ended.exitCode, ended.message]).toEqual([5, expect.stringContaining('NOPERM')]);
    expect(ended.message).not.toContain(password);
    const queue = await open();
    const away = new AbortController();
    await redis.kill();
    await worked(queue, [], { signal: away.signal, end: (why) => away.abort(why), idleMs: undefined });
    await queue.close();
    expect(away.signal.reason).toMatchObject({
      exitCode: 5,
      message: expect.stringContaining('away for 1 s') as string,
    });
    await redis.start();
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['a wrong password', () => connect({ ...address(), password: 'no' }, tlsOf(files)), /WRONGPASS/],
    ['nobody who vouches for the server', () => connect(address()), /certificate/i],
    [
      'no certificate of ours',
      () => connect(address(), { ca: tlsOf(files).ca }, 1000),
      /certificate|alert|ECONNRESET|closed|socket|answer/i,
    ],
    ['nobody there', () => connect({ ...address(), port: 1 }, tlsOf(files), 300), /ECONNREFUSED/],
  ])('is not entered with %s', async (_case, entered, message) => {
    const error: unknown = await entered().then(
      () => undefined,
      (why: unknown) => why,
    );
    expect(error).toMatchObject({ code: 'delivery', message: expect.stringMatching(message) as string });
    expect(JSON.stringify(error) + String(error)).not.toContain(password);
  });
});

describe('the address of a queue', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0, tls: false, name: 'redis://localhost:6379' }],
    [
      'rediss://q.example.com:6380/3',
      { host: 'q.example.com', port: 6380, db: 3, tls: true, name: 'rediss://q.example.com:6380' },
    ],
    ['rediss://me@[::1]:7/', { host: '::1', port: 7, db: 0, tls: true, username: 'me', name: 'rediss://[::1]:7' }],
  ])('%s', (text, wanted) => {
    expect(queueAddressOf(text, '--queue', false)).toEqual(wanted);
  });

  it('may hold a password where nobody else reads it', () => {
    expect(queueAddressOf('redis://u:p%40ss@h', 'what URL holds', true)).toMatchObject({
      username: 'u',
      password: 'p@ss',
    });
  });

  it.each([
    '',
    'localhost:6379',
    'http://h',
    'redis://',
    `redis://u:${password}@h`,
    `redis://h/x?${password}`,
    `redis://h/0?password=${password}`,
    `redis://%zz${password}@h`,
  ])('%j is none, and is not repeated', (text) => {
    expect(() => queueAddressOf(text, '--queue', false)).toThrow(/--queue/);
    expect(() => queueAddressOf(text, '--queue', false)).not.toThrow(password);
  });
});
