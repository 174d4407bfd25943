import { parseArn } from '../../text/arn.ts';
import type { PolicySource } from '../../iam/types.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { describeGap, isGap } from '../../aws/outcome.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { key } from '../../services/kms/key.ts';
import { lambdaFunction } from '../../services/lambda/function.ts';
import { bucket } from '../../services/s3/bucket.ts';
import { topic } from '../../services/sns/topic.ts';

/** A type of resource whose policy is collected. */
interface Source {
  readonly type: AnyResourceType;
  /** What people call the policy. */
  readonly name: string;
  /** The resource that holds the policy for an ARN of the service. */
  readonly holder: (arn: string) => string;
  /** Every resource has one: an empty answer says that it was not read. */
  readonly always?: boolean;
}

const itself = (arn: string): string => arn;

const sources: Readonly<Record<string, Source>> = {
  s3: { type: bucket, name: 'bucket policy', holder: (arn) => arn.split('/', 1)[0] ?? arn },
  kms: { type: key, name: 'key policy', holder: itself, always: true },
  lambda: { type: lambdaFunction, name: 'function policy', holder: itself },
  sns: { type: topic, name: 'topic policy', holder: itself, always: true },
};

const sourceOf = (arn: string | undefined): Source | undefined =>
  arn === undefined ? undefined : sources[parseArn(arn)?.[2] ?? ''];

/** The type whose facet `policy` is to be collected for a resource; undefined: none is. */
export const policyTypeOf = (arn: string | undefined): AnyResourceType | undefined => sourceOf(arn)?.type;

/** Whether a resource holds the policy for an ARN. */
export const holdsPolicyOf = (arn: string | undefined, holder: string): boolean =>
  arn !== undefined && sourceOf(arn)?.holder(arn) === holder;

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

/** undefined: resources of the service have no policy that is collected. */
export function policyIn(inventory: Inventory, arn: string): ResourcePolicy | undefined {
  const source = sourceOf(arn);
  if (source === undefined) return undefined;
  const { type, name, always } = source;
  const missing = (why: string): ResourcePolicy => ({ policies: 'unknown', missing: `${name} of ${arn}: ${why}` });
  if (!inventory.collected.has(type.key)) return missing('not in the snapshot: it was collected for other checks');
  const holder = source.holder(arn);
  let gap: string | undefined;
  for (const { result } of inventory.listings(type)) {
    if (result.kind !== 'present') {
      if (result.kind !== 'unsupported') gap ??= describeGap(result);
      continue;
    }
    const record = result.records.find((one) => one.arn === holder);
    if (record === undefined) continue;
    const outcome = record.outcomes['policy'];
    if (outcome === undefined) return missing('not in the snapshot: it was collected for other checks');
    if (isGap(outcome)) return missing(describeGap(outcome));
    const document = outcome.kind === 'present' ? outcome.value : undefined;
    if (document !== undefined && document !== '') return { policies: [{ name, document }] };
    return always ? missing('AWS gave none') : { policies: [] };
  }
  return missing(gap ?? 'the account has no such resource in the regions that were read');
}

/**
 * Whether a resource is of the account that was read, by its lists of resources; undefined: they do not tell. A bucket
 * that is in none of them, where all were read, is somebody else's or nobody's.
 */
export function ownedBy(inventory: Inventory, arn: string): boolean | undefined {
  const holder = sourceOf(arn)?.holder(arn) ?? arn;
  for (const type of inventory.types) {
    for (const { result } of inventory.listings({ key: type }))
      if (result.kind === 'present' && result.records.some((record) => record.arn === holder)) return true;
  }
  if (parseArn(arn)?.[2] !== 's3' || !inventory.collected.has(bucket.key)) return undefined;
  const lists = inventory.listings(bucket);
  // buckets of every region are in one list
  return lists.length > 0 && lists.every(({ result }) => result.kind === 'present') ? false : undefined;
}
