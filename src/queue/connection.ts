import { isIP } from 'node:net';
import { Redis } from 'ioredis';
import { AuditError, messageOf } from '../program/errors.ts';
import type { QueueAddress } from './address.ts';

/** Files of a connection by TLS, as texts. */
export interface QueueTls {
  /** Who may vouch for the server; without it whom Node.js trusts. */
  readonly ca?: string | undefined;
  /** Ours, where the server asks for one. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** So long a Redis that is not there is waited for at first. */
const firstMs = 10_000;
const longestMs = 5_000;

/** What the server says that no waiting changes: https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/ */
export const isRefusal = (error: unknown): boolean =>
  /^(?:NOAUTH|WRONGPASS|NOPERM|ERR AUTH|ERR invalid DB)\b/.test(messageOf(error));

/** Our own words: errors of the client may hold the command, and with it the password. */
export const queueError = ({ name }: Pick<QueueAddress, 'name'>, error: unknown): AuditError =>
  new AuditError('delivery', `the queue at ${name}: ${messageOf(error)}`, {
    hint: isRefusal(error)
      ? 'Look at the name, the password and the ACL: docs/organization.md names the commands and keys that are needed.'
      : 'What the store holds stays. Run it again when the queue is there; `audit org submit` puts what is missing.',
  });

/**
 * A connection that comes again by itself when it is cut.
 * @throws AuditError `delivery` where there is none after a while
 */
export async function connect(address: QueueAddress, tls: QueueTls = {}, waitMs = firstMs): Promise<Redis> {
  const { host, port, db, username, password } = address;
  const client = new Redis({
    host,
    port,
    db,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(address.tls ? { tls: { ...given(tls), ...(isIP(host) === 0 ? { servername: host } : {}) } } : {}),
    connectionName: 'audit',
    lazyConnect: true,
    // Commands wait until the connection is there again.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 10), longestMs),
  });
  let last: unknown = new Error('it does not answer');
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(last), waitMs);
      const settle = (how: () => void): void => {
        clearTimeout(timer);
        how();
      };
      client.on('error', (error: unknown) => {
        last = error;
        if (isRefusal(error)) settle(() => reject(error));
      });
      client.once('ready', () => settle(resolve));
      client.connect().catch((error: unknown) => {
        // A certificate that is not trusted is not trusted the next time.
        if (isRefusal(error) || isCertificate(error)) settle(() => reject(error));
      });
    });
    return client;
  } catch (error) {
    client.disconnect();
    throw queueError(address, error);
  }
}

const isCertificate = (error: unknown): boolean =>
  /certificate|SSL|TLS|ERR_TLS/i.test(`${String((error as NodeJS.ErrnoException).code)} ${messageOf(error)}`);

const given = (tls: QueueTls): Record<string, string> =>
  Object.fromEntries(Object.entries(tls).filter((entry): entry is [string, string] => entry[1] !== undefined));
