import { MalformedAnswer } from './errors.ts';
import type { JsonSchema, JsonStruct } from './json-shape.ts';
import { JsonShapes, JsonValue } from './json-shape.ts';
import type { Sends } from './service.ts';
import type { BodySchema } from './xml-shape.ts';

/** The part of the SDK that reads JSON, or CBOR. */
interface Deserializer {
  read(schema: unknown, bytes: unknown): unknown;
  readObject?(schema: unknown, value: unknown): unknown;
  readValue?(schema: unknown, value: unknown): unknown;
  readonly settings?: { readonly jsonName?: boolean };
}

/** Smithy's schema of anything: https://smithy.io/2.0/spec/simple-types.html#document */
const document = 15;

/**
 * Makes a protocol of the SDK read JSON and CBOR by its own schemas, refusing what does not fit them: the SDK takes a text
 * for a list, a list for an object and any text for a truth value. Errors, which have no schema yet, are left to the SDK.
 * @param protocol an SDK client's `config.protocol`; one that reads neither is left as it is
 * @param sends what the service always sends
 */
export function readJsonInOnePass(protocol: object, sends: Sends): void {
  const deserializer = deserializerOf(protocol);
  if (deserializer === undefined) return;
  const isJson = deserializer.readObject !== undefined;
  const convert = (schema: unknown, value: unknown): unknown =>
    isJson ? deserializer.readObject?.(schema, value) : deserializer.readValue?.(schema, value);
  const theirs = deserializer.read.bind(deserializer);
  const shapes = new JsonShapes(convert, sends, deserializer.settings?.jsonName === true);
  const known = new WeakMap<object, JsonStruct | 'left'>();
  deserializer.read = (schema, bytes) => {
    if (typeof schema !== 'object' || schema === null || !(bytes instanceof Uint8Array)) return theirs(schema, bytes);
    let shape = known.get(schema);
    if (shape === undefined) known.set(schema, (shape = shapeOf(shapes, schema)));
    if (shape === 'left') return theirs(schema, bytes);
    const reading = new JsonValue();
    if (!isJson) return reading.output(shape, theirs(document, bytes));
    const output = reading.output(shape, parsed(bytes));
    if (keysIn(bytes) !== reading.keys) throw new MalformedAnswer('the answer says something twice');
    return output;
  };
}

/** In the REST protocols, another one that reads headers is around it. */
function deserializerOf(protocol: object): Deserializer | undefined {
  const { deserializer } = protocol as { deserializer?: { codecDeserializer?: object } };
  return [deserializer?.codecDeserializer, deserializer].find(isDeserializer);
}

const isDeserializer = (value: unknown): value is Deserializer =>
  typeof value === 'object' &&
  value !== null &&
  'read' in value &&
  !('parseXml' in value) &&
  ('readObject' in value || 'readValue' in value);

function shapeOf(shapes: JsonShapes, schema: object): JsonStruct | 'left' {
  if (isBody(schema)) return shapes.ofBody(schema);
  if (!isSchema(schema)) return 'left';
  const shape = shapes.of(schema);
  return shape.kind === 'struct' ? shape : 'left';
}

const isSchema = (schema: object): schema is JsonSchema => 'isStructSchema' in schema && 'structIterator' in schema;

const isBody = (schema: object): schema is BodySchema =>
  Array.isArray(schema) && schema[0] === 3 && Array.isArray(schema[5]);

function parsed(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  // Some proxies and editors put a byte order mark first.
  return JSON.parse(text.codePointAt(0) === 0xfeff ? text.slice(1) : text) as unknown;
}

const quote = 0x22;
const colon = 0x3a;
const backslash = 0x5c;

/** How many members the objects of a JSON text have, repeated ones too, of which a parser keeps the last. */
function keysIn(bytes: Uint8Array): number {
  let keys = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== quote) continue;
    for (at++; at < bytes.length && bytes[at] !== quote; at++) if (bytes[at] === backslash) at++;
    let next = at + 1;
    while ((bytes[next] ?? colon) <= 0x20) next++;
    if (bytes[next] === colon) keys++;
  }
  return keys;
}
