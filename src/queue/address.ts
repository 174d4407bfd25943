import { AuditError } from '../program/errors.ts';

/** A Redis, and who we are there. */
export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  /** For messages: without name and password. */
  readonly name: string;
}

const shape =
  'It looks like rediss://queue.example.com:6380, with a name before an @ and the number of a database after a / if need be.';

/**
 * What an address says. None of it is repeated in messages: it may hold a password.
 * @param told the option that gave it
 * @param withPassword whether it may hold one: what stands on a command line is seen by everybody on the machine
 * @throws AuditError `usage`
 */
export function queueAddressOf(address: string, told: string, withPassword: boolean): QueueAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '')
    throw new AuditError('usage', `${told} is no address of a Redis`, { hint: shape });
  if (url.password !== '' && !withPassword)
    throw new AuditError('usage', `${told} holds a password, which everybody on this machine can read there`, {
      hint: 'Change it, then give it with AUDIT_QUEUE_PASSWORD or --queue-password-file, or the whole address with --queue-env VARIABLE.',
    });
  const db = url.pathname.replace(/^\//, '');
  if (!/^\d{0,5}$/.test(db) || url.search !== '' || url.hash !== '')
    throw new AuditError(
      'usage',
      `${told} is no address of a Redis: behind the host is more than the number of a database`,
      {
        hint: shape,
      },
    );
  const tls = url.protocol === 'rediss:';
  const port = url.port === '' ? 6379 : Number(url.port);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port,
    db: Number(db),
    tls,
    ...(url.username === '' ? {} : { username: decodedOf(url.username, told) }),
    ...(url.password === '' ? {} : { password: decodedOf(url.password, told) }),
    name: `${url.protocol}//${url.hostname}:${port}`,
  };
}

function decodedOf(text: string, told: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new AuditError('usage', `${told}: name and password stand there percent-encoded, and are not`, {
      cause: error,
    });
  }
}

/** Whether what is sent there leaves the machine. */
export const isLocal = ({ host }: Pick<QueueAddress, 'host'>): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host);
