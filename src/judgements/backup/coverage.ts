import type { Selection } from '../../services/backup/plan.ts';

/** What is asked about: a resource that AWS Backup can back up. */
export interface Candidate {
  readonly arn: string;
  /** Undefined: AWS did not say which. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** The type as AWS Backup calls it, the key of the region's settings: `RDS`, `Aurora`, `EFS`; undefined: not known. */
  readonly type: string | undefined;
}

/** Whether a selection chooses a resource; `regardless`: whether the region's settings do not matter for it. */
export type Choice =
  | { readonly is: 'yes'; readonly regardless: boolean }
  | { readonly is: 'no' }
  | { readonly is: 'unknown' };

/** For these the region's settings matter even where a selection names them. */
const alwaysAsked = new Set<string | undefined>(['Aurora', 'Neptune', 'DocumentDB', undefined]);

/** Whether a text is as a pattern says in which `*` stands for anything; nothing else has a meaning. */
function like(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return pattern === text;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}

/** Names a service: `arn:aws:rds:*`, not `*`, which stands for all that the region's settings include. */
const namesService = (pattern: string): boolean => !['', '*'].includes(pattern.split(':')[2] ?? '');

/** Conditions name tags `aws:ResourceTag/backup`; no key of a customer's begins so. */
const keyOf = (key: string): string => key.replace(/^aws:ResourceTag\//, '');

/**
 * Of each operator, whether a tag's value is as it says. A resource without the tag is not equal to any value: AWS's documentation
 * does not say it in so many words, and IAM's operators of the same names mean it.
 */
const holds: Readonly<Record<string, (expected: string, found: string | undefined) => boolean>> = {
  StringEquals: (expected, found) => found === expected,
  StringLike: (expected, found) => found !== undefined && like(expected, found),
  StringNotEquals: (expected, found) => found !== expected,
  StringNotLike: (expected, found) => found === undefined || !like(expected, found),
};

/**
 * Whether a selection chooses a resource: one of its ARNs or (OR) one of its tags, all if it has neither; then all of its conditions; and
 * none of what it excludes. What an ARN names is chosen whatever the region's settings say, except for Aurora, Neptune and DocumentDB.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export function choiceOf({ resources, notResources, anyTag, conditions }: Selection, candidate: Candidate): Choice {
  const { arn, type } = candidate;
  if (notResources.some((pattern) => like(pattern, arn))) return { is: 'no' };
  const named = resources.filter((pattern) => like(pattern, arn));
  // Looked at only where something is chosen by tags: what names a resource stands without.
  const own = (key: string): string | undefined => {
    const { tags } = candidate;
    return tags !== undefined && Object.hasOwn(tags, key) ? tags[key] : undefined;
  };
  const tagged = named.length === 0 && anyTag.some(({ key, value }) => own(keyOf(key)) === value);
  const open = resources.length === 0 && anyTag.length === 0;
  const within = open || named.length > 0 || tagged;
  if (!within) return { is: anyTag.length > 0 && candidate.tags === undefined ? 'unknown' : 'no' };
  if (conditions.length > 0 && candidate.tags === undefined) return { is: 'unknown' };
  if (!conditions.every(({ operator, key, value }) => holds[operator]?.(value, own(keyOf(key))) === true))
    return { is: 'no' };
  return { is: 'yes', regardless: !alwaysAsked.has(type) && named.some(namesService) };
}
