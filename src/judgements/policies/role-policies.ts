import type { PolicySource } from '../../iam/types.ts';
import type { Attached, Inline } from '../../services/iam/details.ts';

interface Holder {
  readonly attached: readonly Attached[];
  readonly inline: readonly Inline[];
  readonly boundary: string | undefined;
}

interface Policy {
  readonly arn: string;
  readonly document: unknown;
}

/**
 * The documents of a user's or role's own policies and its boundary. `missing` names attached policies whose documents
 * were not read.
 */
export function policiesOf(
  { attached, inline, boundary }: Holder,
  policies: readonly Policy[],
): { identity: readonly PolicySource[]; boundary: PolicySource | 'unknown' | undefined; missing: readonly string[] } {
  const documents = new Map(policies.map(({ arn, document }) => [arn, document]));
  const limit =
    boundary === undefined
      ? undefined
      : documents.has(boundary)
        ? { name: boundary, document: documents.get(boundary) }
        : 'unknown';
  return {
    identity: [
      ...attached.flatMap(({ name, arn }) => (documents.has(arn) ? [{ name, document: documents.get(arn) }] : [])),
      ...inline.map(({ name, document }) => ({ name: `inline policy ${name}`, document })),
    ],
    boundary: limit,
    missing: attached.flatMap(({ arn }) => (documents.has(arn) ? [] : [arn])),
  };
}
