import { foreignWords, isPage } from './foreign-answer.ts';
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
  before(operation: string, answer: HttpAnswer, expected: Expectation = usual): void {
    if (!isSuccess(answer)) return;
    if (answer.statusCode !== expected.status)
      throw new MalformedAnswer(`HTTP ${answer.statusCode}, where the service answers ${expected.status}`);
    const problem = problemOf(this.#protocol, operation, answer.body, expected);
    if (problem === undefined) return;
    // The page of a network that wants a sign-in first comes as a success.
    throw new MalformedAnswer(isPage(answer.body) ? foreignWords(answer.statusCode, 'an HTML page') : problem);
  }

  /** Looks at what was made of it. @throws MalformedAnswer */
  after(output: object, answer: HttpAnswer): void {
    if (isSuccess(answer) && !isUnderstood(this.#protocol, output) && hasContent(this.#protocol, answer.body))
      throw new MalformedAnswer('the answer has nothing that belongs to the operation');
    for (const [name, list] of Object.entries(output) as [string, unknown][])
      if (Array.isArray(list) && list.some(isNothing))
        throw new MalformedAnswer(`${name} has an entry that says nothing`);
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

const isSuccess = ({ statusCode }: HttpAnswer): boolean => statusCode < 300;

/** What the service's model says of every answer of an operation. */
interface Expectation {
  /** The one status of a success: https://smithy.io/2.0/spec/http-bindings.html#http-trait */
  readonly status: number;
  /** In REST XML: what its root element may be called. */
  readonly roots: ReadonlySet<string>;
}

const usual: Expectation = { status: 200, roots: new Set() };

/** How the SDK describes an operation or a structure, as far as its answer's frame goes. */
type Described = readonly [number, string, string, unknown, unknown, unknown];

const known = new WeakMap<Described, Expectation>();

/** @param operation the SDK's schema of an operation */
export function expectationOf(operation: Described): Expectation {
  let expected = known.get(operation);
  if (expected === undefined) {
    const { http } = traitsOf(operation);
    const status = Array.isArray(http) && typeof http[2] === 'number' ? http[2] : usual.status;
    known.set(operation, (expected = { status, roots: new Set(rootsOf(operation)) }));
  }
  return expected;
}

/**
 * What the root of a REST answer in XML is called: the output, or the one member that is the body
 * (https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html#operation-response-serialization). Emulators call it by the
 * operation.
 */
function* rootsOf([, , name, , , output]: Described): Iterable<string> {
  for (const end of ['Result', 'Response', 'Output']) yield `${name}${end}`;
  const structure = resolved(output);
  if (structure === undefined) return;
  yield* namesOf(structure);
  const [, , , , names, schemas] = structure;
  if (!Array.isArray(names) || !Array.isArray(schemas)) return;
  for (const [at, schema] of (schemas as unknown[]).entries()) {
    const member: unknown = names[at];
    if (typeof member !== 'string') continue;
    const [bare, traits] = Array.isArray(schema) && typeof schema[0] !== 'string' ? (schema as unknown[]) : [schema];
    // S3 answers some outputs of one member with that alone: `<LocationConstraint>`.
    if (names.length === 1) yield member;
    if (!isPayload(traits)) continue;
    const { xmlName } = typeof traits === 'object' ? (traits as { xmlName?: unknown }) : {};
    yield typeof xmlName === 'string' ? xmlName : member;
    const payload = resolved(bare);
    if (payload !== undefined) yield* namesOf(payload);
  }
}

/** The SDK writes traits by name, or those without a value as bits of a number. */
const payloadBit = 16;

function isPayload(traits: unknown): traits is number | object {
  if (typeof traits === 'number') return (traits & payloadBit) !== 0;
  return typeof traits === 'object' && traits !== null && 'httpPayload' in traits;
}

function* namesOf(structure: Described): Iterable<string> {
  yield structure[2];
  const { xmlName } = traitsOf(structure);
  if (typeof xmlName === 'string') yield xmlName;
}

const traitsOf = ([, , , traits]: Described): Readonly<Record<string, unknown>> =>
  typeof traits === 'object' && traits !== null ? (traits as Readonly<Record<string, unknown>>) : {};

/** Schemas that refer to each other are functions. */
function resolved(schema: unknown): Described | undefined {
  const found: unknown = typeof schema === 'function' ? (schema as () => unknown)() : schema;
  return Array.isArray(found) && found[0] === structureMarker ? (found as unknown as Described) : undefined;
}

const structureMarker = 3;

const less = 0x3c;
const brace = 0x7b;

/** Why a body cannot be an answer to the operation, as far as its beginning tells. */
function problemOf(
  protocol: Protocol,
  operation: string,
  body: Uint8Array,
  { roots }: Expectation,
): string | undefined {
  if (body.length === 0) return 'the answer has no body';
  if (protocol === 'cbor') return body[0] !== undefined && body[0] >> 5 === 5 ? undefined : 'the answer is no CBOR map';
  const first = body[firstInk(body)];
  if (protocol === 'json') return first === brace ? undefined : 'the answer is no JSON object';
  // S3 answers a bucket's policy as it is; whatever else is no XML has nothing that the SDK finds.
  if (first !== less) return protocol === 'rest-xml' ? undefined : 'the answer is no XML document';
  const { root, namespace } = headOf(body);
  if (protocol === 'rest-xml' ? !roots.has(root) : root !== `${operation}Response`)
    return `the answer is a document <${root}>`;
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/making-api-requests.html: every answer has it.
  if (protocol === 'ec2' && !bytesOf(body).includes('<requestId>')) return 'the answer has no requestId';
  return isAmazons(namespace) ? undefined : `the answer is a document of the namespace ${namespace}`;
}

/** `http://s3.amazonaws.com/doc/2006-03-01/`, `https://iam.amazonaws.com/doc/2010-05-08/`, in every partition; some have none. */
const isAmazons = (namespace: string): boolean =>
  namespace === '' || /^https?:\/\/(?:[\w-]+\.)*amazonaws\.com(?:\/|$)/.test(namespace);

function firstInk(body: Uint8Array): number {
  // Some proxies and editors put a byte order mark first.
  let at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  while (at < body.length && (body[at] ?? 0) <= 0x20) at++;
  return at;
}

const utf8 = new TextDecoder();

const bytesOf = (body: Uint8Array): Buffer => Buffer.from(body.buffer, body.byteOffset, body.byteLength);

/** The root element's name without its prefix, `!DOCTYPE` for a document with one (no AWS answer has it), and its namespace. */
function headOf(body: Uint8Array): { readonly root: string; readonly namespace: string } {
  const text = utf8.decode(body.subarray(0, 2000));
  const [, root = '', attributes = ''] =
    /^\s*(?:<\?[^>]*>\s*|<!--[^]*?-->\s*)*<(?:[\w-]+:)?([\w.!-]+)([^>]*)/.exec(text) ?? [];
  return { root, namespace: /\sxmlns\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '' };
}

/** Services list what there is: an entry that is empty is one that was not understood. */
function isNothing(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return entry === '' || entry === null;
  for (const _ in entry) return false;
  return !(entry instanceof Date);
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
  // What the reader took for one that says nothing: it lets no comment pass but the one of an answer that does.
  if (protocol === 'rest-xml')
    return !/^(?:<\?[^>]*>\s*)?<([\w:.-]+)(?:\s[^<>]*)?(?:\/>|>\s*(?:<!--.*?-->\s*)?<\/\1\s*>)$/s.test(text);
  return false;
}
