import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';

/** Whether tests with a real Redis can run: in CI they have to, elsewhere they are skipped where it is not installed. */
export const withRedis = process.env['CI'] !== undefined || spawnSync('redis-server', ['--version']).status === 0;
if (!withRedis)
  process.stderr.write('redis-server is not installed: tests of queues are skipped (apt install redis-server)\n');

export interface RunningRedis {
  readonly port: number;
  readonly url: string;
  /** A client with all rights. */
  readonly client: () => Redis;
  /** As by `kill -9`: what it did not write is gone. */
  readonly kill: () => Promise<void>;
  /** Again on the same port, with what the disk holds. */
  readonly start: () => Promise<void>;
}

export interface RedisTestOptions {
  readonly dir: string;
  /** Further arguments, e.g. `['--appendonly', 'yes']`. */
  readonly args?: readonly string[];
  /** By TLS alone. */
  readonly tls?: NonNullable<RedisOptions['tls']>;
  readonly username?: string;
  readonly password?: string;
}

/** A real redis-server, of nobody else. @throws where it is not installed */
export async function startRedis({ dir, args = [], tls, username, password }: RedisTestOptions): Promise<RunningRedis> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const client = (): Redis =>
    new Redis({
      host: '127.0.0.1',
      port,
      maxRetriesPerRequest: null,
      retryStrategy: () => 20,
      ...(tls === undefined ? {} : { tls }),
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
    }).on('error', () => {});
  const start = async (): Promise<void> => {
    const listen = tls === undefined ? ['--port', String(port)] : ['--port', '0', '--tls-port', String(port)];
    child = spawn('redis-server', [...listen, '--bind', '127.0.0.1', '--save', '', '--dir', dir, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const failed = Promise.race([once(child, 'error'), once(child, 'exit')]).then(([why]) => {
      throw new Error(`redis-server did not start: is it installed? (apt install redis-server) ${String(why)}`);
    });
    // It ends later, when nobody waits any more.
    failed.catch(() => {});
    const one = client();
    await Promise.race([one.ping(), failed]).finally(() => one.disconnect());
  };
  await start();
  return {
    port,
    url: `${tls === undefined ? 'redis' : 'rediss'}://127.0.0.1:${port}`,
    client,
    start,
    async kill() {
      if (child === undefined || child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = undefined;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
