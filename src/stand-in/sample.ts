import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from './models.ts';

/**
 * Something for every member that a service's model has: lists of one, times in 2023, a number 1.
 * @param text what strings say, by the name of their member
 */
export function sample(ref: SchemaRef, text: (member: string) => string = () => 'text'): unknown {
  return valueOf(ref, text, '', []);
}

/** @param within the structures around it: one that holds itself ends there */
function valueOf(
  ref: SchemaRef,
  text: (member: string) => string,
  name: string,
  within: readonly (string | undefined)[],
): unknown {
  const schema = ref instanceof NormalizedSchema ? ref : NormalizedSchema.of(ref);
  if (schema.isStructSchema()) {
    const own = schema.getName(true);
    if (within.includes(own)) return {};
    return Object.fromEntries(
      [...schema.structIterator()].map(([member, inner]) => [member, valueOf(inner, text, member, [...within, own])]),
    );
  }
  const below = (inner: SchemaRef): unknown => valueOf(inner, text, name, within);
  if (schema.isListSchema()) return [below(schema.getValueSchema())];
  if (schema.isMapSchema()) return { key: below(schema.getValueSchema()) };
  if (schema.isTimestampSchema()) return new Date(1_700_000_000_000);
  if (schema.isBooleanSchema()) return true;
  if (schema.isNumericSchema()) return 1;
  if (schema.isBlobSchema()) return text(name);
  return schema.isDocumentSchema() ? {} : text(name);
}
