import type { Sends } from './service.ts';
import { XmlError } from './xml-error.ts';

/** What is looked at of the SDK's `NormalizedSchema` (@smithy/core). */
export interface Schema {
  getSchema(): unknown;
  isStructSchema(): boolean;
  isUnionSchema(): boolean;
  isListSchema(): boolean;
  isMapSchema(): boolean;
  isDocumentSchema(): boolean;
  isUnitSchema(): boolean;
  isStringSchema(): boolean;
  isNumericSchema(): boolean;
  isBooleanSchema(): boolean;
  /** The member's own traits, those of its target left out. */
  getMemberTraits(): Traits;
  getMergedTraits(): Traits;
  getKeySchema(): Schema;
  getValueSchema(): Schema;
  getName(): string | undefined;
  structIterator(): Iterable<[string, Schema]>;
}

interface Traits {
  readonly xmlName?: string;
  readonly xmlFlattened?: unknown;
  readonly xmlAttribute?: unknown;
  readonly httpPayload?: unknown;
  readonly mediaType?: unknown;
  readonly sparse?: unknown;
  readonly jsonName?: string;
  readonly eventPayload?: unknown;
}

/**
 * A structure as the SDK makes it of those members of an output that a REST body holds: a marker, namespace, name and traits,
 * then the members' names and their schemas.
 */
export type BodySchema = readonly [3, string, string, unknown, readonly string[], readonly Schema[]];

/** Reads the text of an element that is a timestamp, bytes or the like: the SDK's reader does. */
export type Convert = (schema: Schema, text: string) => unknown;

/** How an element's content is read, made of a schema once. */
export type Shape = StructShape | ListShape | MapShape | TextShape;

export interface StructShape {
  readonly kind: 'struct';
  /** The structure's name in the service's model. */
  readonly name: string;
  /** Names of the members without which the service never sends it. */
  readonly always: readonly string[];
  /**
   * Whether it is a list that says how long it is, as CloudFront's are, which leave `Items` out when there are none:
   * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Aliases.html
   */
  counted: boolean;
  readonly members: Map<string, Member>;
  /** Members that are attributes of the element, by their names in the document. */
  readonly attributes: Map<string, Member>;
  /** The member that came first in the element before: elements of a list begin alike. */
  first: Member | undefined;
  /** The members' names by their elements' in lower case, made when one is unknown. */
  folded: Map<string, string> | undefined;
}

export interface Member {
  readonly name: string;
  /** The element's name in the document. */
  readonly tag: Uint8Array;
  readonly shape: Shape;
  /** The member that followed in the element before. */
  next: Member | undefined;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  readonly itemTag: Uint8Array;
  /** Whether the items stand in the structure itself, without an element around them. */
  readonly flat: boolean;
}

export interface MapShape {
  readonly kind: 'map';
  readonly value: Shape;
  readonly keyTag: Uint8Array;
  readonly valueTag: Uint8Array;
  readonly flat: boolean;
}

export interface TextShape {
  readonly kind: 'text';
  /** Absent for a text that is taken as it is. */
  readonly convert?: (text: string) => unknown;
}

const utf8 = new TextEncoder();
const asItIs: TextShape = { kind: 'text' };
/** An empty element says neither; the SDK would read false. */
const booleanOf = (text: string): boolean | undefined =>
  text.trim() === '' ? undefined : text.toLowerCase() === 'true';

/** https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings: true or false. @throws XmlError */
function strictBooleanOf(text: string): boolean | undefined {
  const value = text.trim();
  if (value === 'true' || value === 'True') return true;
  if (value === 'false' || value === 'False') return false;
  if (value === '') return undefined;
  throw new XmlError(`${JSON.stringify(text.slice(0, 40))} is no truth value`);
}

/** @throws XmlError for a text that is no number, and for NaN: what cannot be compared must not be judged */
function strictNumberOf(text: string): number | undefined {
  const value = text.trim();
  if (value === '') return undefined;
  if (!/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value))
    throw new XmlError(`${JSON.stringify(text.slice(0, 40))} is no number`);
  return Number(value);
}

const lenient: readonly TextShape[] = [numberOf, booleanOf].map((convert) => ({ kind: 'text', convert }));
const strict: readonly TextShape[] = [strictNumberOf, strictBooleanOf].map((convert) => ({ kind: 'text', convert }));

/** An empty element says no number; the SDK would read 0. @throws XmlError for a text that is none */
function numberOf(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  if (Number.isNaN(value) && text !== 'NaN') throw new XmlError(`${JSON.stringify(text.slice(0, 40))} is no number`);
  return value;
}

/** Thrown for a schema with something that AWS's services in XML do not have today. */
export class NoShape extends Error {}

/**
 * Makes shapes of schemas by the rules of Smithy's XML bindings.
 * @see https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings
 */
export class Shapes {
  #structs = new WeakMap<object, StructShape>();
  readonly #convert: Convert;
  readonly #sends: Sends | undefined;

  /** @param sends makes the shapes strict: numbers and truth values must be ones, and what is always sent be there */
  constructor(convert: Convert, sends?: Sends) {
    this.#convert = convert;
    this.#sends = sends;
  }

  /** @throws NoShape for unions, documents and events */
  of(schema: Schema): Shape {
    return this.#whole(() => this.#of(schema));
  }

  /** @throws NoShape as `of` */
  ofBody(body: BodySchema): Shape {
    const [, , name, , names, schemas] = body;
    return this.#whole(() => this.#filled(body, name, zipped(names, schemas)));
  }

  /** Structures that one without a shape has left half made must not be met again. */
  #whole(make: () => Shape): Shape {
    try {
      return make();
    } catch (error) {
      this.#structs = new WeakMap();
      throw error;
    }
  }

  #of(schema: Schema): Shape {
    if (schema.isStructSchema()) return this.#struct(schema);
    const traits = schema.getMergedTraits();
    const flat = Boolean(traits.xmlFlattened);
    if (schema.isListSchema()) {
      const item = schema.getValueSchema();
      const itemTag = utf8.encode(item.getMergedTraits().xmlName ?? 'member');
      return { kind: 'list', item: this.#of(item), itemTag, flat };
    }
    if (schema.isMapSchema()) {
      const value = schema.getValueSchema();
      const keyTag = utf8.encode(schema.getKeySchema().getMergedTraits().xmlName ?? 'key');
      const valueTag = utf8.encode(value.getMergedTraits().xmlName ?? 'value');
      return { kind: 'map', value: this.#of(value), keyTag, valueTag, flat };
    }
    if (schema.isDocumentSchema() || schema.isUnitSchema()) throw new NoShape(schema.getName());
    if (schema.isStringSchema() && traits.mediaType === undefined) return asItIs;
    const [number = asItIs, boolean = asItIs] = this.#sends === undefined ? lenient : strict;
    if (schema.isNumericSchema()) return number;
    if (schema.isBooleanSchema()) return boolean;
    return { kind: 'text', convert: (text) => this.#convert(schema, text) };
  }

  #struct(schema: Schema): StructShape {
    const raw = schema.getSchema() as object;
    const known = this.#structs.get(raw);
    if (known !== undefined) return known;
    if (schema.isUnionSchema()) throw new NoShape(schema.getName());
    return this.#filled(raw, schema.getName(), schema.structIterator());
  }

  #filled(raw: object, structure: string | undefined, members: Iterable<[string, Schema]>): StructShape {
    const shape: StructShape = {
      kind: 'struct',
      name: structure ?? 'structure',
      members: new Map(),
      attributes: new Map(),
      always: this.#sends?.[structure ?? ''] ?? [],
      counted: false,
      first: undefined,
      folded: undefined,
    };
    this.#structs.set(raw, shape);
    for (const [name, member] of members) {
      const merged = member.getMergedTraits();
      if (merged.eventPayload !== undefined) throw new NoShape(structure);
      const tag =
        merged.httpPayload === undefined
          ? (member.getMemberTraits().xmlName ?? name)
          : (merged.xmlName ?? member.getName() ?? name);
      const of: Member = { name, tag: utf8.encode(tag), shape: this.#of(member), next: undefined };
      (merged.xmlAttribute === undefined ? shape.members : shape.attributes).set(tag, of);
    }
    shape.counted = this.#sends !== undefined && shape.members.has('Quantity') && shape.members.has('Items');
    return shape;
  }
}

function* zipped(names: readonly string[], schemas: readonly Schema[]): Iterable<[string, Schema]> {
  for (const [at, schema] of schemas.entries()) yield [names[at] ?? '', schema];
}
