import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from './models.ts';

/**
 * Something for every member that a service's model has: lists of one, times in 2023, a number 1.
 * @param text what strings say, by the name of their member
 */
export function sample(ref: SchemaRef, text: (member: string) => string = () => 'text'): unknown {
  return valueOf(ref, text, '', 0);
}

/** Structures that hold themselves end there. */
const deepest = 5;

function valueOf(ref: SchemaRef, text: (member: string) => string, name: string, depth: number): unknown {
  const schema = ref instanceof NormalizedSchema ? ref : NormalizedSchema.of(ref);
  const below = (inner: SchemaRef, member = name): unknown => valueOf(inner, text, member, depth + 1);
  if (schema.isStructSchema()) {
    if (depth > deepest) return {};
    return Object.fromEntries([...schema.structIterator()].map(([member, inner]) => [member, below(inner, member)]));
  }
  if (schema.isListSchema()) return depth > deepest ? [] : [below(schema.getValueSchema())];
  if (schema.isMapSchema()) return depth > deepest ? {} : { key: below(schema.getValueSchema()) };
  if (schema.isTimestampSchema()) return new Date(1_700_000_000_000);
  if (schema.isBooleanSchema()) return true;
  if (schema.isNumericSchema()) return 1;
  if (schema.isBlobSchema()) return text(name);
  return schema.isDocumentSchema() ? {} : text(name);
}
