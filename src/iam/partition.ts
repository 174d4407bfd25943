import { partitions } from '../partitions/partitions.ts';

/**
 * Policies are judged as of the commercial partition: the names that are tried are built there. A document of another partition
 * is judged under names that stand for its own, and what is found is given back in its names. A policy names resources and
 * principals of its own partition only, since IAM refuses others
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
 */
const others = new Set(partitions.map(({ id }) => id).filter((id) => id !== 'aws'));

/** An ARN's beginning wherever it stands in a text: in a document, or URL-encoded in one. */
const beginning = /arn(:|%3A)([a-z*?-]+)(?=\1)/gi;

/** The partition of which a document's ARNs are: the commercial one when it names none, or several. */
export function partitionNamed(document: unknown): string {
  if (typeof document === 'object' && document !== null) {
    let known = named.get(document);
    if (known === undefined) named.set(document, (known = partitionIn(JSON.stringify(document))));
    return known;
  }
  return typeof document === 'string' ? partitionIn(document) : 'aws';
}

const named = new WeakMap<object, string>();

function partitionIn(text: string): string {
  const found = new Set([...text.matchAll(beginning)].flatMap(([, , id = '']) => (/[*?]/.test(id) ? [] : [id])));
  const [only] = found;
  return only !== undefined && found.size === 1 && others.has(only) ? only : 'aws';
}

const translated = new Map<string, WeakMap<object, unknown>>();

/** Plain data of a partition in commercial names; the same object for the same, since documents are compiled once. */
export function asCommercial<T>(value: T, partition: string): T {
  if (!others.has(partition)) return value;
  let known = translated.get(partition);
  if (known === undefined) translated.set(partition, (known = new WeakMap()));
  return mapped(value, (text) => toCommercial(text, partition), known) as T;
}

/** What was found in commercial names, in a partition's own. */
export function asOf<T>(value: T, partition: string): T {
  if (!others.has(partition)) return value;
  return mapped(value, (text) => text.replaceAll('arn:aws:', `arn:${partition}:`), undefined) as T;
}

/** A pattern that takes in the partition takes in the name that stands for it; another partition's name stays another's. */
function toCommercial(text: string, partition: string): string {
  return text.replaceAll(beginning, (all, colon: string, id: string) => {
    if (id === partition) return `arn${colon}aws`;
    if (id === 'aws') return `arn${colon}aws-other`;
    if (!/[*?]/.test(id)) return all;
    const pattern = new RegExp(`^${id.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    return pattern.test(partition) ? `arn${colon}*` : `arn${colon}aws-other`;
  });
}

function mapped(value: unknown, map: (text: string) => string, known: WeakMap<object, unknown> | undefined): unknown {
  if (typeof value === 'string') return map(value);
  if (typeof value !== 'object' || value === null) return value;
  const before = known?.get(value);
  if (before !== undefined) return before;
  let copy: unknown = value;
  if (Array.isArray(value)) copy = value.map((each) => mapped(each, map, known));
  else if (Object.getPrototypeOf(value) === Object.prototype)
    copy = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(each, map, known)]));
  known?.set(value, copy);
  return copy;
}
