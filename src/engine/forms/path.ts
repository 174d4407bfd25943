/** What of a value may be gone into: an object that is no list and no text. */
type Step<T> =
  Extract<NonNullable<T>, object> extends infer O
    ? O extends readonly unknown[] | ((...args: never[]) => unknown)
      ? never
      : O
    : never;

type Below<T, Depth extends readonly unknown[]> = [T] extends [never]
  ? never
  : Depth['length'] extends 3
    ? never
    : { [K in keyof T & string]: K | `${K}.${Below<Step<T[K]>, [...Depth, 0]>}` }[keyof T & string];

/** Where a value stands in what a check sees: a member of an item (`status`), a facet or a member of one (`encryption.by`). */
export type PathOf<T> = Below<T, []>;

/** The value at a path; what is missing on the way counts as undefined. */
export type ValueAt<T, P> = P extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? ValueAt<NonNullable<T[Head]>, Rest>
    : never
  : P extends keyof T
    ? T[P]
    : never;

/** Whether a value may be left out on the way from the first step of a path to its end. */
type SilentBelow<T, P> = P extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? Nothing<T[Head]> extends true
      ? true
      : SilentBelow<NonNullable<T[Head]>, Rest>
    : never
  : P extends keyof T
    ? Nothing<T[P]>
    : never;

type Nothing<V> = [Extract<V, undefined | null>] extends [never] ? false : true;

/** Whether AWS may leave out the value at a path, though it said what the value is part of. */
export type Silent<T, P> = P extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? SilentBelow<NonNullable<T[Head]>, Rest>
    : never
  : P extends keyof T
    ? Nothing<T[P]>
    : never;

/** Whether what the value is part of may be none: a facet whose service says so, or that does not arise. */
export type HeadAbsent<T, P> = P extends `${infer Head}.${string}`
  ? Head extends keyof T
    ? Nothing<T[Head]>
    : never
  : false;

/** The first step of a path: the item's member or the facet. */
export type HeadOf<P> = P extends `${infer Head}.${string}` ? Head : P;

/** The value at a path; undefined where a step on the way is missing. */
export const valueAt = (from: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((found, step) => (found as Readonly<Record<string, unknown>> | null | undefined)?.[step], from);

export const headOf = (path: string): string => path.split('.', 1)[0] ?? path;

/** A value as the key of a table. */
export const keyOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');

/** A subject that says something else at a path. */
export function withValue(subject: object, path: string, value: unknown): object {
  const head = headOf(path);
  const rest = path.slice(head.length + 1);
  const old = (subject as Readonly<Record<string, object | undefined>>)[head];
  return { ...subject, [head]: rest === '' ? value : withValue(old ?? {}, rest, value) };
}
