import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from './models.ts';

/**
 * Checks a fixture against the shape of the service's model and answers a copy ready for the wire.
 * Times may be `Date`, ISO text or epoch seconds; binary data may be `Uint8Array` or text; `undefined` members are left out.
 * @throws TypeError naming the path of a member that the model does not have, or of a value of another type.
 */
export function conform(schema: SchemaRef, value: unknown, path: string): unknown {
  const shape = schema instanceof NormalizedSchema ? schema : NormalizedSchema.of(schema);
  const expect = (ok: boolean, expected: string) => {
    if (!ok) throw new TypeError(`${path} is ${describe(value)}, but the service's model has ${expected} there`);
  };
  if (shape.isUnitSchema()) {
    expect(isObject(value) && Object.keys(value).length === 0, 'nothing');
    return {};
  }
  if (shape.isDocumentSchema()) return value;
  if (shape.isStructSchema()) {
    expect(isObject(value), 'a structure');
    return conformStructure(shape, value as Record<string, unknown>, path);
  }
  if (shape.isListSchema()) {
    expect(Array.isArray(value), 'a list');
    const item = shape.getValueSchema();
    return (value as unknown[]).map((entry, index) => conform(item, entry, `${path}[${index}]`));
  }
  if (shape.isMapSchema()) {
    expect(isObject(value), 'a map');
    const item = shape.getValueSchema();
    const entries = Object.entries(value as Record<string, unknown>).filter(([, entry]) => entry !== undefined);
    return Object.fromEntries(entries.map(([key, entry]) => [key, conform(item, entry, `${path}[${key}]`)]));
  }
  if (shape.isTimestampSchema()) {
    const date = value instanceof Date ? value : new Date(typeof value === 'number' ? value * 1000 : String(value));
    expect(!Number.isNaN(date.getTime()), 'a time');
    return date;
  }
  if (shape.isBlobSchema()) {
    expect(typeof value === 'string' || value instanceof Uint8Array, 'binary data');
    return typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  }
  if (shape.isBooleanSchema()) expect(typeof value === 'boolean', 'a boolean');
  else if (shape.isNumericSchema()) expect(typeof value === 'number', 'a number');
  else if (shape.isBigIntegerSchema() || shape.isBigDecimalSchema()) expect(typeof value !== 'string', 'a number');
  else expect(typeof value === 'string', 'a string');
  return value;
}

function conformStructure(shape: NormalizedSchema, value: Record<string, unknown>, path: string) {
  const members = new Map(shape.structIterator());
  const result: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (entry === undefined || name === '$metadata') continue;
    const member = members.get(name);
    if (member === undefined) {
      const known = [...members.keys()].join(', ');
      throw new TypeError(`${path}.${name} is not a member of ${shape.getName() ?? 'the shape'} (it has: ${known})`);
    }
    result[name] = conform(member, entry, `${path}.${name}`);
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `${typeof value} ${JSON.stringify(value)?.slice(0, 60)}`;
}
