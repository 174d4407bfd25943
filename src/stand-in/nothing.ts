import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from './models.ts';

/**
 * The output of an operation that has nothing to tell, as services send it: empty lists, and what the model requires beside
 * them (`IsTruncated`, `Quantity`).
 */
export function nothing(ref: SchemaRef): Record<string, unknown> {
  const schema = ref instanceof NormalizedSchema ? ref : NormalizedSchema.of(ref);
  if (!schema.isStructSchema()) return {};
  const members = [...schema.structIterator()].map(([name, member]) => [name, valueOf(member)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function valueOf(schema: NormalizedSchema): unknown {
  if (schema.isListSchema()) return [];
  if (schema.isBooleanSchema() && schema.getMemberName() === 'IsTruncated') return false;
  if (schema.isNumericSchema() && schema.getMemberName() === 'Quantity') return 0;
  // CloudFront wraps its lists.
  return schema.isStructSchema() && schema.getMemberName().endsWith('List') ? nothing(schema) : undefined;
}
