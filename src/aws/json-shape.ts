import { MalformedAnswer } from './errors.ts';
import type { Sends } from './service.ts';
import type { BodySchema, Schema } from './xml-shape.ts';
import { isRecord } from '../text/record.ts';

/** What is looked at of the SDK's `NormalizedSchema` beside what XML needs. */
export interface JsonSchema extends Schema {
  isTimestampSchema(): boolean;
  isBlobSchema(): boolean;
  isBigIntegerSchema(): boolean;
  isBigDecimalSchema(): boolean;
}

/** How a value is read, made of a schema once. */
export type JsonShape = JsonStruct | JsonList | JsonMap | JsonScalar;

export interface JsonStruct {
  readonly kind: 'struct';
  /** The structure's name in the service's model. */
  readonly name: string;
  /** By their names on the wire. */
  readonly members: Map<string, JsonMember>;
  /** Names of the members without which the service never sends it. */
  readonly always: readonly string[];
  /** The wire's names by themselves in lower case, made when one is unknown. */
  folded: Map<string, string> | undefined;
}

export interface JsonMember {
  readonly name: string;
  readonly shape: JsonShape;
}

interface JsonList {
  readonly kind: 'list';
  readonly item: JsonShape;
  /** Whether it may have entries that are null. */
  readonly sparse: boolean;
}

interface JsonMap {
  readonly kind: 'map';
  readonly value: JsonShape;
  readonly sparse: boolean;
}

interface JsonScalar {
  readonly kind: 'text' | 'number' | 'boolean' | 'time' | 'other';
  /** The SDK's way, for what is no plain JSON: times, bytes, documents. */
  readonly convert?: (value: unknown) => unknown;
}

/** The SDK's reading of one value. */
export type ConvertJson = (schema: JsonSchema, value: unknown) => unknown;

const text: JsonScalar = { kind: 'text' };
const number: JsonScalar = { kind: 'number' };
const boolean: JsonScalar = { kind: 'boolean' };

/**
 * Lists in which services send null though their model does not say so: an empty cell of a row
 * (https://docs.aws.amazon.com/awssupport/latest/APIReference/API_TrustedAdvisorResourceDetail.html).
 */
const withNull: ReadonlySet<string> = new Set(['TrustedAdvisorResourceDetail.metadata']);

/**
 * Makes shapes of schemas by the rules of Smithy's JSON protocols.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#shape-serialization
 */
export class JsonShapes {
  readonly #structs = new WeakMap<object, JsonStruct>();
  readonly #convert: ConvertJson;
  readonly #sends: Sends;
  /** Whether members have names of their own on the wire: REST APIs do. */
  readonly #named: boolean;

  constructor(convert: ConvertJson, sends: Sends, named: boolean) {
    this.#convert = convert;
    this.#sends = sends;
    this.#named = named;
  }

  /** @param body an output without the members that are headers, or a schema */
  ofBody(body: BodySchema): JsonStruct {
    const [, , name, , names, schemas] = body;
    const members = schemas.map((schema, at): [string, JsonSchema] => [names[at] ?? '', schema as JsonSchema]);
    return this.#filled(body, name, members);
  }

  of(schema: JsonSchema): JsonShape {
    // Of a union one member is there, or one that is not known yet.
    if (schema.isStructSchema()) return this.#struct(schema);
    const traits = schema.getMergedTraits();
    const sparse = Boolean(traits.sparse);
    if (schema.isListSchema()) return { kind: 'list', item: this.of(schema.getValueSchema() as JsonSchema), sparse };
    if (schema.isMapSchema()) return { kind: 'map', value: this.of(schema.getValueSchema() as JsonSchema), sparse };
    if (schema.isStringSchema() && traits.mediaType === undefined) return text;
    if (schema.isBooleanSchema()) return boolean;
    const convert = (value: unknown): unknown => this.#convert(schema, value);
    if (schema.isTimestampSchema()) return { kind: 'time', convert };
    if (schema.isBigIntegerSchema() || schema.isBigDecimalSchema() || !schema.isNumericSchema())
      return { kind: 'other', convert };
    return number;
  }

  #struct(schema: JsonSchema): JsonStruct {
    const raw = schema.getSchema() as object;
    const members = schema.structIterator() as Iterable<[string, JsonSchema]>;
    return this.#structs.get(raw) ?? this.#filled(raw, schema.getName() ?? 'structure', members);
  }

  #filled(raw: object, name: string, members: Iterable<[string, JsonSchema]>): JsonStruct {
    const shape: JsonStruct = {
      kind: 'struct',
      name,
      members: new Map(),
      always: this.#sends[name] ?? [],
      folded: undefined,
    };
    this.#structs.set(raw, shape);
    for (const [member, schema] of members) {
      const { jsonName } = schema.getMergedTraits();
      const of = this.of(schema);
      const inner = of.kind === 'list' && withNull.has(`${name}.${member}`) ? { ...of, sparse: true } : of;
      shape.members.set((this.#named ? jsonName : undefined) ?? member, { name: member, shape: inner });
    }
    return shape;
  }
}

/** One reading of an answer's parsed text by its shape. */
export class JsonValue {
  /** How many members of objects were met. */
  keys = 0;

  /**
   * Reads the output.
   * @throws MalformedAnswer when it is none that the service could have sent
   */
  output(shape: JsonStruct, value: unknown): object {
    if (!isRecord(value)) throw new MalformedAnswer('the answer is no object');
    assertNoError(shape, value);
    const output = this.#struct(shape, value, 'the answer');
    if (!belongs(shape, value)) throw new MalformedAnswer('the answer has nothing that belongs to the operation');
    return output;
  }

  #read(shape: JsonShape, value: unknown, name: string): unknown {
    switch (shape.kind) {
      case 'text':
        if (typeof value !== 'string') throw wrong(name, 'text');
        return value;
      case 'number':
        if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(name, 'number');
        return value;
      case 'boolean':
        if (typeof value !== 'boolean') throw wrong(name, 'truth value');
        return value;
      case 'time':
        // CBOR has times of its own.
        if (value instanceof Date) return value;
        // Seconds are a number; the SDK would take them as a text as well.
        if (typeof value === 'string' && /^[\d.]*$/.test(value)) throw wrong(name, 'time');
        return converted(shape, value, name, 'time');
      case 'other':
        this.#count(value);
        return converted(shape, value, name, 'value of its kind');
      case 'struct':
        if (!isRecord(value)) throw wrong(name, 'object');
        return this.#struct(shape, value, name);
      case 'list':
        return this.#list(shape, value, name);
      case 'map':
        return this.#map(shape, value, name);
    }
  }

  #struct(shape: JsonStruct, value: Fields, name: string): Record<string, unknown> {
    const output: Record<string, unknown> = {};
    for (const key in value) {
      this.keys++;
      const given = value[key];
      const member = shape.members.get(key);
      if (member === undefined) {
        assertUnknown(shape, key, value);
        this.#count(given);
      } else if (given !== null && given !== undefined) output[member.name] = this.#read(member.shape, given, key);
    }
    for (const member of shape.always)
      if (output[member] === undefined || output[member] === '')
        throw new MalformedAnswer(`${name} has ${shape.name} without ${member}`);
    return output;
  }

  #list({ item, sparse }: JsonList, value: unknown, name: string): unknown[] {
    if (!Array.isArray(value)) throw wrong(name, 'list');
    const given: readonly unknown[] = value;
    return given.map((each) => {
      if (each !== null && each !== undefined) return this.#read(item, each, name);
      if (sparse) return each;
      throw new MalformedAnswer(`${name} has an entry that is null`);
    });
  }

  #map({ value: shape, sparse }: JsonMap, value: unknown, name: string): object {
    if (!isRecord(value)) throw wrong(name, 'map');
    const output: Record<string, unknown> = {};
    for (const key in value) {
      this.keys++;
      const given = value[key];
      if (given === null && !sparse) continue;
      const held = given === null ? given : this.#read(shape, given, `${name} ${key}`);
      // Assigned, it would not be a key.
      if (key === '__proto__') Object.defineProperty(output, key, { ...asAssigned, value: held });
      else output[key] = held;
    }
    return output;
  }

  /** Counts the members of what nobody asked for. */
  #count(value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.#count(each);
    else if (isRecord(value)) {
      for (const key in value) {
        this.keys++;
        this.#count(value[key]);
      }
    }
  }
}

type Fields = Readonly<Record<string, unknown>>;

const asAssigned = { writable: true, enumerable: true, configurable: true } as const;

const wrong = (name: string, kind: string): MalformedAnswer => new MalformedAnswer(`${name} is no ${kind}`);

function converted({ convert }: JsonScalar, value: unknown, name: string, kind: string): unknown {
  try {
    const read = convert === undefined ? value : convert(value);
    if (typeof value === typeof read && kind === 'time') throw wrong(name, kind);
    return read;
  } catch {
    throw wrong(name, kind);
  }
}

/**
 * No service has two members whose names differ in case alone: https://smithy.io/2.0/spec/model.html#shape-id-conflicts.
 * One that sends a member in two spellings has sent it.
 */
function assertUnknown(shape: JsonStruct, key: string, value: Fields): void {
  shape.folded ??= new Map([...shape.members.keys()].map((name) => [name.toLowerCase(), name]));
  const name = shape.folded.get(key.toLowerCase());
  if (name !== undefined && !Object.hasOwn(value, name)) throw new MalformedAnswer(`${key} is spelt in another case`);
}

/**
 * Errors name their type, whatever status they come with; some services name an answer's too.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization
 */
function assertNoError({ name, members }: JsonStruct, value: Fields): void {
  const type = value['__type'];
  if (type === undefined || members.has('__type')) return;
  const [kind] = typeof type === 'string' ? type.split('#').slice(-1) : [];
  if (kind === name || (kind !== undefined && /(?:Response|Result|Output)$/.test(kind))) return;
  throw new MalformedAnswer('the answer is an error with the status of a success');
}

/** Whether there is a member of the operation's, where a page's token alone is none; or nothing at all, which is an answer. */
function belongs({ members }: JsonStruct, value: Fields): boolean {
  const said = Object.keys(value).filter((key) => value[key] !== null);
  return said.every((key) => members.has(key)) || said.some((key) => members.has(key) && !isToken(key));
}

const isToken = (name: string): boolean => /^(?:next_?)?(?:token|marker)$|^position$/i.test(name);
