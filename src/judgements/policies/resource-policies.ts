import { headOf, valueAt } from '../../engine/forms/path.ts';
import { parseArn } from '../../text/arn.ts';
import type { PolicySource } from '../../iam/types.ts';
import type { Inventory, ResourceRecord } from '../../inventory/inventory.ts';
import { describeGap, isGap, type Outcome } from '../../aws/outcome.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { bucket } from '../../services/s3/bucket.ts';
import { policySources, type Source } from './policy-sources.ts';

const sourceOf = (arn: string | undefined): Source | undefined => {
  const [, , service, , account = '', name = ''] = (arn === undefined ? undefined : parseArn(arn)) ?? [];
  return policySources.find((one) => one.service === service && (one.names?.test(`${account}:${name}`) ?? true));
};

const holderOf = (source: Source | undefined, arn: string): string => source?.holder?.(arn) ?? arn;

/** Facets that a source's policy is read of. */
const facetsOf = ({ type, at, also, needs = [] }: Source): string[] => [
  ...new Set(
    [headOf(at), ...(also === undefined ? [] : [headOf(also.at)]), ...needs].filter((name) => name in type.facetDefs),
  ),
];

/** What is to be collected for a resource, so that its policy is known: a type and its facets; undefined: nothing is. */
export function policyNeedsOf(
  arn: string | undefined,
): { readonly type: AnyResourceType; readonly facets: readonly string[] } | undefined {
  const source = sourceOf(arn);
  return source === undefined ? undefined : { type: source.type, facets: facetsOf(source) };
}

/** Whether a resource holds the policy for an ARN. */
export const holdsPolicyOf = (arn: string | undefined, holder: string): boolean => {
  const source = sourceOf(arn);
  return arn !== undefined && source !== undefined && holderOf(source, arn) === holder;
};

/** The policy of a resource, as an account of the escalation graph has it, and what is missing of it. */
export interface ResourcePolicy {
  readonly policies: readonly PolicySource[] | 'unknown';
  readonly missing?: string;
}

/** The policy of a resource where nothing was collected; undefined as for {@link policyIn}. */
export function unreadPolicy(arn: string | undefined, why: string): ResourcePolicy | undefined {
  const source = sourceOf(arn);
  return source === undefined ? undefined : { policies: 'unknown', missing: `${source.name} of ${arn}: ${why}` };
}

const notCollected = 'not in the snapshot: it was collected for other checks';

/** A resource with the facets that its policy is read of; a text where one of them was not read. */
function subjectOf({ item, outcomes }: ResourceRecord, source: Source): object | string {
  const facets: Record<string, unknown> = {};
  for (const name of facetsOf(source)) {
    const outcome: Outcome | undefined = outcomes[name];
    if (outcome === undefined) return notCollected;
    if (isGap(outcome)) return describeGap(outcome);
    facets[name] = outcome.kind === 'present' ? outcome.value : undefined;
  }
  return { ...item, ...facets };
}

/** undefined: resources of the service have no policy that is collected. */
export function policyIn(inventory: Inventory, arn: string): ResourcePolicy | undefined {
  const source = sourceOf(arn);
  if (source === undefined) return undefined;
  const { type, name, always, at, also, unless } = source;
  const missing = (why: string): ResourcePolicy => ({ policies: 'unknown', missing: `${name} of ${arn}: ${why}` });
  if (!inventory.collected.has(type.key)) return missing(notCollected);
  const holder = holderOf(source, arn);
  let gap: string | undefined;
  for (const { result } of inventory.listings(type)) {
    if (result.kind !== 'present') {
      if (result.kind !== 'unsupported') gap ??= describeGap(result);
      continue;
    }
    const record = result.records.find((one) => one.arn === holder);
    if (record === undefined) continue;
    const subject = subjectOf(record, source);
    if (typeof subject === 'string') return missing(subject);
    const other = unless?.(subject as never);
    if (other !== undefined) return missing(other);
    const policies = [{ name, at }, ...(also === undefined ? [] : [also])].flatMap((one) => {
      const document = valueAt(subject, one.at);
      return document === undefined || document === '' ? [] : [{ name: one.name, document }];
    });
    return always === true && policies.length === 0 ? missing('AWS gave none') : { policies };
  }
  return missing(gap ?? 'the account has no such resource in the regions that were read');
}

/**
 * Whether a resource is of the account that was read, by its lists of resources; undefined: they do not tell. A bucket
 * that is in none of them, where all were read, is somebody else's or nobody's.
 */
export function ownedBy(inventory: Inventory, arn: string): boolean | undefined {
  const holder = holderOf(sourceOf(arn), arn);
  for (const type of inventory.types) {
    for (const { result } of inventory.listings({ key: type }))
      if (result.kind === 'present' && result.records.some((record) => record.arn === holder)) return true;
  }
  if (parseArn(arn)?.[2] !== 's3' || !inventory.collected.has(bucket.key)) return undefined;
  const lists = inventory.listings(bucket);
  // buckets of every region are in one list
  return lists.length > 0 && lists.every(({ result }) => result.kind === 'present') ? false : undefined;
}
