import { createHash, createHmac } from 'node:crypto';
import { codeOf, shownMessage } from '../aws/errors.ts';
import { proxiesOf } from '../aws/proxy.ts';
import type { WireAnswer } from '../aws/transport.ts';
import { Transport } from '../aws/transport.ts';
import type { Bundle } from '../aws/trust.ts';
import { AuditError } from '../program/errors.ts';
import { userAgent } from '../program/user-agent.ts';
import { neverShow } from '../secrets/redact.ts';
import type { Patience } from './patience.ts';
import { patiently } from './patience.ts';

export interface WebhookOptions {
  /** Headers beside ours, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Signs the body. */
  readonly secret?: string | undefined;
  /** How long one try may take, in ms. */
  readonly timeoutMs?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Certificates that are trusted instead of the usual ones. */
  readonly bundle?: Bundle | undefined;
  readonly patience?: Patience;
  /** When it is sent, in ms. */
  readonly now?: () => number;
}

export interface Payload {
  readonly body: Buffer;
  readonly type: string;
}

/** A status that says that it was not taken. Its code is told apart as those of AWS are: 429 and 5xx pass. */
class NotAccepted extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  /** In ms, as the receiver asks. */
  readonly after: number | undefined;

  constructor(host: string, { statusCode, headers }: WireAnswer, now: number) {
    const moved = statusCode >= 300 && statusCode < 400;
    super(
      `${host} answers HTTP ${statusCode}${moved ? ': it wants it sent elsewhere, and redirects are not followed' : ''}`,
    );
    this.name = `HTTP ${statusCode}`;
    this.$metadata = { httpStatusCode: statusCode };
    this.after = afterIn(headers['retry-after'], now);
  }
}

/** No longer is waited for one answer, whatever it asks. */
const longestAfterMs = 60_000;
const usualTimeoutMs = 30_000;
/** More of an answer is of no use. */
const mostAnswer = 1_048_576;

/** https://www.rfc-editor.org/rfc/rfc9110#name-retry-after: seconds, or a date. */
function afterIn(given: string | undefined, now: number): number | undefined {
  if (given === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(given.trim()) ? Number(given) * 1000 : Date.parse(given) - now;
  return Number.isNaN(ms) ? undefined : Math.min(longestAfterMs, Math.max(0, ms));
}

/**
 * Where a webhook is: https, or http to this machine. What stands in the address after the host may be a secret, and so may a user in it.
 * @param option what messages call it
 * @throws AuditError `usage`, which names the host alone
 */
export function addressOf(text: string, option: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const hint = 'Write it as https://receiver.example/path; http is for this machine alone.';
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AuditError('usage', `${option}: is no https address`, { hint });
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    throw new AuditError('usage', `${option}: ${url.hostname} would be sent the account's weaknesses over plain HTTP`, {
      hint,
    });
  if (url.username !== '' || url.password !== '')
    throw new AuditError('usage', `${option}: has a user or password in it`, {
      hint: 'Put the whole header into an environment variable: --header-env NAME with NAME="Authorization: Basic …".',
    });
  // Receivers such as chats know who may send by the path.
  neverShow([`${url.pathname}${url.search}`, url.search].filter((part) => part.length > 12));
  return url;
}

const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);

/** Headers that are the request's own: another value would make it another request. */
const ours = new Set([
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'connection',
  'user-agent',
  'expect',
  'upgrade',
  'te',
  'trailer',
  'idempotency-key',
  'audit-timestamp',
  'audit-signature',
]);

/**
 * Headers out of environment variables, each as it is to be sent: `Authorization: Bearer …`.
 * @throws AuditError `usage` naming the variable, never what is in it
 */
export function headersOf(names: readonly string[], env: NodeJS.ProcessEnv): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of names) {
    const given = variableOf(name, env, '--header-env');
    const [, header = '', value = ''] =
      /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?)[ \t]*$/.exec(given) ?? [];
    if (header === '')
      throw new AuditError('usage', `--header-env ${name}: the variable holds no header`, {
        hint: 'It has to look like `Authorization: Bearer …`, on one line.',
      });
    if (ours.has(header.toLowerCase()) || header.toLowerCase() in headers)
      throw new AuditError('usage', `--header-env ${name}: ${header} is set by audit itself, or named twice`);
    neverShow([value, value.split(/\s+/).at(-1) ?? value]);
    headers[header.toLowerCase()] = value;
  }
  return headers;
}

/** An environment variable that has to be there. @throws AuditError `usage` */
export function variableOf(name: string, env: NodeJS.ProcessEnv, option: string): string {
  const value = env[name];
  if (value === undefined || value === '')
    throw new AuditError('usage', `${option} ${name}: there is no environment variable of that name`, {
      hint: 'Name the variable, not what is in it.',
    });
  return value;
}

/**
 * What proves who sent a body, and that it is new: `v1=` and the HMAC-SHA256, in hexadecimal, of the timestamp, a dot and the body.
 * @param timestamp seconds since 1970, as in `Audit-Timestamp`
 */
const signatureOf = (secret: string, timestamp: string, body: Uint8Array): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;

/**
 * Posts a payload once, as often as it takes: what failed in passing is sent again with the same `Idempotency-Key`, the SHA-256 of the body.
 * @throws AuditError `delivery` saying why it was not taken
 */
export async function post(url: URL, { body, type }: Payload, options: WebhookOptions = {}): Promise<number> {
  const { env = process.env, now = Date.now, timeoutMs = usualTimeoutMs, secret } = options;
  const transport = new Transport({
    connectTimeoutMs: Math.min(10_000, timeoutMs),
    idleTimeoutMs: timeoutMs,
    proxies: proxiesOf(env),
    bundle: options.bundle,
    mostBytes: mostAnswer,
  });
  const { protocol, hostname, host, port, pathname, search } = url;
  try {
    const { statusCode } = await patiently(
      async () => {
        const timestamp = String(Math.floor(now() / 1000));
        const answer = await transport.send(
          {
            protocol,
            hostname: hostname.replace(/^\[|\]$/g, ''),
            port: port === '' ? undefined : Number(port),
            method: 'POST',
            path: `${pathname}${search}`,
            headers: {
              ...options.headers,
              host,
              'user-agent': userAgent,
              'content-type': type,
              'content-length': String(body.length),
              'idempotency-key': createHash('sha256').update(body).digest('hex'),
              'audit-timestamp': timestamp,
              ...(secret === undefined ? {} : { 'audit-signature': signatureOf(secret, timestamp, body) }),
            },
            body,
          },
          AbortSignal.timeout(timeoutMs),
        );
        if (answer.statusCode >= 300 || answer.statusCode < 200) throw new NotAccepted(host, answer, now());
        return answer;
      },
      options.patience,
      {
        after: (error) => (error instanceof NotAccepted ? error.after : undefined),
        // It took too long: the same key makes it no second delivery.
        again: (error) => codeOf(error) === 'AbortError',
      },
    );
    return statusCode;
  } catch (error) {
    const said =
      codeOf(error) === 'AbortError' ? `${host} did not answer within ${timeoutMs / 1000} s` : shownMessage(error);
    throw new AuditError('delivery', `it was not delivered: ${said}`, {
      hint: 'Sending it again is no harm: the receiver can tell by Idempotency-Key.',
      cause: error,
    });
  } finally {
    transport.close();
  }
}
