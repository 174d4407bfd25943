import { MalformedAnswer } from './errors.ts';

/** An answer read to its end. */
interface HttpAnswer {
  readonly statusCode: number;
  readonly body: Uint8Array;
}

/**
 * Refuses successful answers that are no answers to the operation: an empty body, a proxy's page, a document of
 * something else. The SDK reads all of them as an output without one member, and "no members" is a verdict for most
 * checks.
 *
 * What counts is the body, not its content type: services and emulators differ in how they name theirs.
 */
export class AnswerGuard {
  readonly #protocol: Protocol;

  /** @param shapeId of the service's protocol, e.g. `aws.protocols#awsQuery` */
  constructor(shapeId: string) {
    this.#protocol = protocolOf(shapeId);
  }

  /** Looks at an answer before it is read. @throws MalformedAnswer */
  before(operation: string, answer: HttpAnswer): void {
    if (!isSuccess(answer)) return;
    const problem = problemOf(this.#protocol, operation, answer.body);
    if (problem !== undefined) throw new MalformedAnswer(problem);
  }

  /** Looks at what was made of it. @throws MalformedAnswer */
  after(output: object, answer: HttpAnswer): void {
    if (isSuccess(answer) && !isUnderstood(this.#protocol, output) && hasContent(this.#protocol, answer.body))
      throw new MalformedAnswer('the answer has nothing that belongs to the operation');
  }
}

/** The wire format: https://smithy.io/2.0/aws/protocols/index.html */
type Protocol = 'query' | 'ec2' | 'rest-xml' | 'json' | 'cbor';

function protocolOf(id: string): Protocol {
  if (id.endsWith('#ec2Query')) return 'ec2';
  if (id.endsWith('#awsQuery')) return 'query';
  if (id.endsWith('#restXml')) return 'rest-xml';
  return id.endsWith('Cbor') ? 'cbor' : 'json';
}

/** 204 says that there is no body. */
const isSuccess = ({ statusCode }: HttpAnswer): boolean => statusCode < 300 && statusCode !== 204;

const less = 0x3c;
const brace = 0x7b;

/** Why a body cannot be an answer to the operation, as far as its beginning tells. */
function problemOf(protocol: Protocol, operation: string, body: Uint8Array): string | undefined {
  if (body.length === 0) return 'the answer has no body';
  if (protocol === 'cbor') return body[0] !== undefined && body[0] >> 5 === 5 ? undefined : 'the answer is no CBOR map';
  const first = body[firstInk(body)];
  if (protocol === 'json') return first === brace ? undefined : 'the answer is no JSON object';
  // S3 answers a bucket's policy as it is; whatever else is no XML has nothing that the SDK finds.
  if (first !== less) return protocol === 'rest-xml' ? undefined : 'the answer is no XML document';
  const root = rootOf(body);
  if (protocol === 'rest-xml')
    return /^(html|!doctype|error|body|head)$/i.test(root) ? `the answer is a document <${root}>` : undefined;
  return root === `${operation}Response` ? undefined : `the answer is a document <${root}>`;
}

function firstInk(body: Uint8Array): number {
  // Some proxies and editors put a byte order mark first.
  let at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  while (at < body.length && (body[at] ?? 0) <= 0x20) at++;
  return at;
}

const utf8 = new TextDecoder();

/** The root element's name without its prefix; `!DOCTYPE` for a document with one: no AWS answer has it. */
function rootOf(body: Uint8Array): string {
  const text = utf8.decode(body.subarray(0, 2000));
  return /^\s*(?:<\?[^>]*>\s*|<!--[^]*?-->\s*)*<(?:[\w-]+:)?([\w.!-]+)/.exec(text)?.[1] ?? '';
}

/** Whether the SDK found any member of the operation's output. In REST XML the root itself may be the only one. */
const isUnderstood = (protocol: Protocol, output: object): boolean =>
  Object.entries(output).some(
    ([name, value]) =>
      name !== '$metadata' &&
      value !== undefined &&
      !(protocol === 'rest-xml' && typeof value === 'object' && value !== null && isEmptyObject(value)),
  );

const isEmptyObject = (value: object): boolean => !Array.isArray(value) && Object.keys(value).length === 0;

/** Whether a body of which the SDK understood nothing has anything to be understood. */
function hasContent(protocol: Protocol, body: Uint8Array): boolean {
  if (protocol === 'cbor') return body.length > 2;
  const text = utf8.decode(body).trim();
  if (protocol === 'json') return Object.values(JSON.parse(text) as object).some((value) => value !== null);
  if (protocol === 'rest-xml') return !/^(?:<\?[^>]*>\s*)?<([\w:.-]+)(?:\s[^<>]*)?(?:\/>|>\s*<\/\1\s*>)$/.test(text);
  return false;
}
