import type { Sends } from './service.ts';
import { XmlDocument } from './xml-document.ts';
import { XmlError } from './xml-error.ts';
import type { BodySchema, Schema, Shape } from './xml-shape.ts';
import { NoShape, Shapes } from './xml-shape.ts';

/** The part of the SDK that reads XML. */
interface XmlDeserializer {
  /** @param key the element in the root that is the output */
  read(schema: unknown, bytes: unknown, key?: string): unknown;
  readonly stringDeserializer: { read(schema: unknown, text: string): unknown };
  readSchema(schema: unknown, value: unknown): unknown;
}

/**
 * Makes a protocol of the SDK read XML in one pass, by its own schemas. The SDK's reader puts every text together
 * character by character and walks the tree it makes of them twice: in a scan of a large account that was a sixth of all
 * CPU time. What cannot be read this way (errors, which have no schema) is left to the SDK.
 *
 * @param protocol an SDK client's `config.protocol`; one that reads no XML is left as it is
 * @param sends what the service always sends; with it, documents that the service could not have written are refused
 */
export function readXmlInOnePass(protocol: object, sends?: Sends): void {
  const deserializer = xmlDeserializerOf(protocol);
  if (deserializer === undefined) return;
  const { stringDeserializer } = deserializer;
  const shapes = new Shapes((schema, text) => stringDeserializer.read(schema, text), sends);
  const known = new WeakMap<object, Shape | 'left'>();
  const shapeOf = (schema: object): Shape | 'left' => {
    let shape = known.get(schema);
    if (shape === undefined) known.set(schema, (shape = shapeOrNone(shapes, schema)));
    return shape;
  };
  const theirs = deserializer.read.bind(deserializer);
  deserializer.read = (schema, bytes, key) => {
    const shape = typeof schema === 'object' && schema !== null ? shapeOf(schema) : 'left';
    if (shape === 'left' || shape.kind !== 'struct' || !(bytes instanceof Uint8Array))
      return theirs(schema, bytes, key);
    const output = new XmlDocument(bytes, sends !== undefined).read(shape, key);
    if (output === undefined && sends !== undefined) throw new XmlError(`no <${key}>`);
    return output;
  };
}

/** `deserializer` in the query protocols; in REST XML, another one that reads headers is around it. */
function xmlDeserializerOf(protocol: object): XmlDeserializer | undefined {
  const { deserializer } = protocol as { deserializer?: { codecDeserializer?: object } };
  return [deserializer?.codecDeserializer, deserializer].find(isXmlDeserializer);
}

const isXmlDeserializer = (value: unknown): value is XmlDeserializer =>
  typeof value === 'object' &&
  value !== null &&
  'parseXml' in value &&
  'readSchema' in value &&
  'stringDeserializer' in value;

const isSchema = (schema: object): schema is Schema => 'isStructSchema' in schema && 'structIterator' in schema;

const isBody = (schema: object): schema is BodySchema =>
  Array.isArray(schema) &&
  schema[0] === 3 &&
  Array.isArray(schema[5]) &&
  schema[5].every((member: unknown) => typeof member === 'object' && member !== null && isSchema(member));

function shapeOrNone(shapes: Shapes, schema: object): Shape | 'left' {
  try {
    if (isSchema(schema)) return shapes.of(schema);
    return isBody(schema) ? shapes.ofBody(schema) : 'left';
  } catch (error) {
    if (error instanceof NoShape) return 'left';
    throw error;
  }
}
