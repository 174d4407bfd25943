import { MalformedAnswer } from '../errors.ts';
import { assertNoPage } from '../foreign-answer.ts';
import type { WireAnswer } from '../transport.ts';
import { textOf } from './hide.ts';
import type { SourceContext } from './types.ts';

/** What a request to a place that hands out credentials is made of; none of them is signed. */
export interface Question {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** How long it may take, in ms; the run's own limit where absent. */
  readonly limitMs?: number;
}

/** An answer that hands out nothing. The names are those of the SDK's errors, so that they are told apart as those are. */
export class Refused extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  /** OAuth's word for it, where there is one: `invalid_grant`. */
  readonly reason: string | undefined;

  constructor(status: number, code: string | undefined, message: string, reason: string | undefined) {
    super(message);
    this.name = code ?? 'Unknown';
    this.$metadata = { httpStatusCode: status };
    this.reason = reason;
  }
}

/**
 * Asks for text. @throws Refused; ForeignAnswer for a page of somebody else; the network's error; `TimeoutError`
 */
export async function askText(
  url: URL,
  { method = 'GET', headers = {}, body, limitMs }: Question,
  { transport, signal }: Pick<SourceContext, 'transport' | 'signal'>,
): Promise<string> {
  const own = limitMs === undefined ? undefined : AbortSignal.timeout(limitMs);
  const signals = [own, signal].filter((one) => one !== undefined);
  const content = body === undefined ? '' : JSON.stringify(body);
  let answer: WireAnswer;
  try {
    answer = await transport.send(
      {
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? undefined : Number(url.port),
        method,
        path: `${url.pathname}${url.search}`,
        headers: {
          host: url.host,
          accept: '*/*',
          ...(body === undefined
            ? method === 'GET'
              ? {}
              : { 'content-length': '0' }
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) }),
          ...headers,
        },
        body: content,
      },
      signals.length === 0 ? undefined : AbortSignal.any(signals),
    );
  } catch (error) {
    if (own?.aborted === true && signal?.aborted !== true)
      throw Object.assign(new Error(`${url.hostname} did not answer within ${(limitMs ?? 0) / 1000} s`), {
        name: 'TimeoutError',
      });
    throw error;
  }
  assertNoPage(answer);
  const text = Buffer.from(answer.body).toString('utf8');
  if (answer.statusCode >= 200 && answer.statusCode < 300) return text;
  throw refusalOf(answer, text);
}

/** Asks for an object. @throws as `askText`; MalformedAnswer when the answer is none */
export async function askObject(
  url: URL,
  question: Question,
  context: Pick<SourceContext, 'transport' | 'signal'>,
): Promise<Readonly<Record<string, unknown>>> {
  const found = objectOf(await askText(url, question, context));
  // What it said instead may be half of the credentials.
  if (found === undefined) throw new MalformedAnswer(`${url.hostname} answered with something that is no JSON object`);
  return found;
}

/** Undefined for anything but a JSON object. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization */
function refusalOf({ statusCode, headers }: WireAnswer, text: string): Refused {
  const said = objectOf(text) ?? {};
  const reason = textOf(said['error']);
  const code =
    textOf(headers['x-amzn-errortype']) ?? textOf(said['__type']) ?? textOf(said['Code']) ?? textOf(said['code']);
  const message =
    textOf(said['message']) ??
    textOf(said['Message']) ??
    textOf(said['error_description']) ??
    reason ??
    `HTTP ${statusCode}`;
  return new Refused(statusCode, code?.replace(/^.*#/, '').replace(/:.*$/, ''), message, reason);
}
