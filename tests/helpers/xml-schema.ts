import { NormalizedSchema } from '@smithy/core/schema';
import { XmlDocument } from '../../src/aws/xml-document.ts';
import { Shapes, type StructShape } from '../../src/aws/xml-shape.ts';
import type { SchemaRef } from '../../src/stand-in/models.ts';

const flat = { xmlFlattened: 1 };

/**
 * Schemas as the SDK's clients hold them: 0 text, 1 number, 2 truth value, 5 time, or arrays: 1 list, 2 map, 3 structure.
 * Members are schemas or `[schema, traits]`.
 */
export const struct = (name: string, members: Record<string, unknown>): unknown => [
  3,
  'test',
  name,
  0,
  Object.keys(members),
  Object.values(members),
];
export const list = (item: unknown): unknown => [1, 'test', 'List', 0, item];
export const map = (key: unknown, value: unknown): unknown => [2, 'test', 'Map', 0, key, value];
const grantee = struct('Grantee', { Type: [0, { xmlAttribute: 1, xmlName: 'xsi:type' }], ID: 0, URI: 0 });
const version = struct('Version', { Key: 0, Size: 1, IsLatest: 2 });

/** A structure with a member of every kind that AWS's outputs in XML have. */
export const thing = struct('Thing', {
  Name: 0,
  Size: 1,
  Flag: 2,
  When: 5,
  Renamed: [0, { xmlName: 'other-name' }],
  Texts: list(0),
  Buckets: list([version, { xmlName: 'Bucket' }]),
  Versions: [list(version), { ...flat, xmlName: 'Version' }],
  Prefixes: [list(0), flat],
  Tags: map(0, 0),
  Attributes: [map([0, { xmlName: 'Name' }], [0, { xmlName: 'Value' }]), { ...flat, xmlName: 'Attribute' }],
  Inner: version,
  Grantee: grantee,
});

/** S3 answers it with a root that is itself the member. */
export const location = struct('GetBucketLocationOutput', { LocationConstraint: 0 });

const shapes = new Shapes((_schema, text) => `converted ${text}`);

/** @throws NoShape when the schema is left to the SDK */
export const shapeOf = (schema: unknown): StructShape => {
  const shape = shapes.of(NormalizedSchema.of(schema as SchemaRef));
  if (shape.kind !== 'struct') throw new Error('no structure');
  return shape;
};
/** Reads a document. @throws XmlError */
export const read = (xml: string | Uint8Array, schema: unknown = thing, within?: string): unknown =>
  new XmlDocument(Buffer.from(xml as string)).read(shapeOf(schema), within);
