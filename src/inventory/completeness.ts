import type { InputOf } from '../aws/service.ts';

/** Members of a request that say how the answer is cut into pages, or how it is sorted: they hide nothing. */
const paging = [
  ...([
    'NextToken',
    'nextToken',
    'NextMarker',
    'Marker',
    'marker',
    'position',
    'ContinuationToken',
    'continuationToken',
    'PaginationToken',
    'pageToken',
  ] as const),
  ...([
    'MaxResults',
    'maxResults',
    'MaxItems',
    'MaxRecords',
    'MaxBuckets',
    'maxBuckets',
    'maxTables',
    'PageSize',
    'Limit',
    'limit',
  ] as const),
  ...(['sort', 'sortBy', 'sortOrder', 'SortBy', 'SortOrder', 'DryRun'] as const),
];
type Paging = (typeof paging)[number];
export const isPaging = (member: string): boolean => paging.some((one) => one === member);

type OptionalKey<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T];

/** Optional members of an operation's request that may narrow its answer. */
export type NarrowingOf<M, N extends string> = Exclude<OptionalKey<InputOf<M, N>>, Paging> & string;

/**
 * What such a member does to the list:
 * - `unless given`: without it nothing is left out (AWS's documentation of the operation says so, or of none of its values otherwise)
 * - `asked`: the list gives it a value with which nothing is left out that matters
 * - `hides …`: what is left out, and why that is no matter
 */
export type Narrowing = 'unless given' | 'asked' | `hides ${string}`;

/** What a type's list leaves out, and what that means, in its own words: `log alarms: they watch no metric`. */
export const leftOutOf = ({
  narrows,
  leavesOut,
}: {
  readonly narrows: Readonly<Record<string, Readonly<Record<string, Narrowing>>>>;
  readonly leavesOut?: string | undefined;
}): readonly string[] => [
  ...(leavesOut === undefined ? [] : [leavesOut]),
  ...Object.values(narrows)
    .flatMap((members) => Object.values(members))
    .flatMap((narrowing) => (narrowing.startsWith('hides ') ? [narrowing.slice('hides '.length)] : [])),
];

type Narrowed<M, C extends readonly string[]> = {
  readonly [N in C[number] as [NarrowingOf<M, N>] extends [never] ? never : N]: Readonly<
    Record<NarrowingOf<M, N>, Narrowing>
  >;
};

/**
 * The declaration that a list is complete. It is required of every operation whose request has members that may narrow its answer:
 * one that the SDK adds later does not compile before somebody has looked at it.
 */
export type Complete<M, C extends readonly string[]> = [keyof Narrowed<M, C>] extends [never]
  ? { readonly narrows?: never }
  : { readonly narrows: Narrowed<M, C> };
