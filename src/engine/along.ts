import type { AnyResourceType, FacetsOf, ItemOf } from '../inventory/resource.ts';

/** Another resource type a check reads as a whole. */
export interface Along<R extends AnyResourceType = AnyResourceType, N extends string = string> {
  readonly resource: R;
  readonly needs: readonly N[];
  /** `account`: all regions; `region`: the resources of the same region as the judged one (and global ones). */
  readonly reach: 'account' | 'region';
  /**
   * True when one resource found can prove a pass ("a trail exists that…"): then a pass stands although some could not
   * be read, and only a fail needs all of them.
   */
  readonly witness: boolean;
  /**
   * True when the check judges without what could not be read, and says so: the resources are then missing from
   * `along`, and `unreadAlong` of the context tells why.
   */
  readonly optional: boolean;
}

/** Why something could not be read. */
export interface UnreadReason {
  /** The IAM actions that were denied; empty when it failed for another reason. */
  readonly actions: readonly string[];
  readonly cause: string;
}

/**
 * Declares that a check reads all resources of another type.
 * A list or facet that could not be read makes the check unknown (see `witness` and `optional` for the exceptions).
 */
export function along<R extends AnyResourceType, const N extends readonly (keyof FacetsOf<R> & string)[] = []>(
  resource: R,
  options: { needs?: N; reach?: 'account' | 'region'; witness?: boolean; optional?: boolean } = {},
): Along<R, N[number]> {
  return {
    resource,
    needs: options.needs ?? [],
    reach: options.reach ?? 'account',
    witness: options.witness ?? false,
    optional: options.optional ?? false,
  };
}

/** What every subject has besides its item and facets. */
export interface SubjectBase {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A resource with the facets a check declared: reading another one does not compile. */
export type Subject<R, N extends PropertyKey> = Omit<ItemOf<R>, keyof SubjectBase> &
  SubjectBase &
  Pick<FacetsOf<R>, N & keyof FacetsOf<R>>;

export type AlongValues<A> = {
  readonly [K in keyof A]: A[K] extends Along<infer R, infer N> ? readonly Subject<R, N>[] : never;
};
