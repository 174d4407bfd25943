import type { Along, AlongValues, UnreadReason } from './along.ts';

/** What a derivation knows besides the resources. */
export interface DeriveContext {
  readonly account: string;
  readonly partition: string;
  /** The run's clock in ms since 1970. */
  readonly now: number;
  readonly trustedAccounts: readonly string[];
  readonly unreadRegions: readonly string[];
  /** Of what it needs and declared `optional`: why it could not be read whole. */
  readonly unreadAlong: Readonly<Record<string, UnreadReason>>;
  /** Whether a report shows it: then with everything that pictures show and findings do not need. */
  readonly detail: boolean;
}

/**
 * Knowledge worked out once from several types, which checks and reports declare as an input.
 * @typeParam T what is worked out
 * @typeParam A the resources it is worked out of, those of derivations that it needs included
 */
export interface Derivation<T = unknown, A = unknown> {
  /** In words, for the plan: `attack paths`. */
  readonly name: string;
  readonly along: Readonly<Record<string, Along>>;
  readonly needs: Readonly<Record<string, Along | Derivation>>;
  readonly compute: (values: never, context: DeriveContext) => unknown;
  readonly '~value'?: T;
  readonly '~along'?: A;
}

type Needs = Readonly<Record<string, Along | Derivation>>;

/** The values a derivation gets: resources of what is read along, and what other derivations worked out. */
type ValuesOf<N> = AlongValues<{ readonly [K in keyof N as N[K] extends Along ? K : never]: N[K] }> &
  DerivedValues<{ readonly [K in keyof N as N[K] extends Derivation ? K : never]: N[K] }>;

export type DerivedValues<D> = { readonly [K in keyof D]: D[K] extends { readonly '~value'?: infer T } ? T : never };

type Both<U> = (U extends unknown ? (part: U) => void : never) extends (part: infer I) => void ? I : never;

/** All that is read along for some needs. */
export type AlongOf<N> = { readonly [K in keyof N as N[K] extends Along ? K : never]: N[K] } & Both<
  { [K in keyof N]: N[K] extends { readonly '~along'?: infer A } ? NonNullable<A> : object }[keyof N] | object
>;

const isDerivation = (need: Along | Derivation): need is Derivation => 'compute' in need;

/** The types that some needs read along, those of derivations included. @throws TypeError where two have one name */
export function alongOf(needs: Needs): Readonly<Record<string, Along>> {
  const found: Record<string, Along> = {};
  const add = (name: string, along: Along): void => {
    if (found[name] !== undefined && found[name] !== along)
      throw new TypeError(`two needs are called ${name} and are not the same`);
    found[name] = along;
  };
  for (const [name, need] of Object.entries(needs)) {
    if (!isDerivation(need)) add(name, need);
    else for (const [own, along] of Object.entries(need.along)) add(own, along);
  }
  return found;
}

/**
 * Declares knowledge that is worked out once for all checks and reports that read the same resources.
 * @param compute pure; what it throws is a failure of the check that looks at it
 */
export function derive<const N extends Needs, T>(
  name: string,
  needs: N,
  compute: (values: ValuesOf<N>, context: DeriveContext) => T,
): Derivation<T, AlongOf<N>> {
  return { name, needs, along: alongOf(needs), compute };
}

/** The derivations that something looks at, those of which they are worked out included. */
export function derivationsOf({ derived = {} }: { readonly derived?: Needs | undefined }): ReadonlySet<Derivation> {
  const found = new Set<Derivation>();
  for (const need of Object.values(derived)) {
    if (!isDerivation(need)) continue;
    found.add(need);
    for (const each of derivationsOf({ derived: need.needs })) found.add(each);
  }
  return found;
}

/** What reports show of what checks worked out. */
export class ReportInputs {
  readonly #values = new Map<Derivation, unknown>();
  /** What checks work out with all that pictures show; reports get it where a selected check needs it. */
  readonly wanted: readonly Derivation[];
  /** The same, as checks need it. */
  readonly kept: readonly Derivation[];
  /** What is worked out for reports at the end, of what was read: nothing is asked for it, and what it reads stays in memory. */
  readonly atEnd: readonly Derivation[];
  /** Ids of the checks that found something that the internet reaches. */
  readonly opened = new Set<string>();
  /** The same, where all that it needs was read, of any region. */
  readonly wholeAtEnd: readonly Derivation[];

  constructor(
    wanted: readonly Derivation[],
    {
      kept = [],
      atEnd = [],
      wholeAtEnd = [],
    }: { kept?: readonly Derivation[]; atEnd?: readonly Derivation[]; wholeAtEnd?: readonly Derivation[] } = {},
  ) {
    this.wanted = wanted;
    this.kept = kept;
    this.atEnd = atEnd;
    this.wholeAtEnd = wholeAtEnd;
  }

  keep(derivation: Derivation, value: unknown): void {
    this.#values.set(derivation, value);
  }

  /** What was worked out; undefined when no check that needs it could look at it. */
  get<T>(derivation: Derivation<T>): T | undefined {
    return this.#values.get(derivation) as T | undefined;
  }
}

interface Known {
  readonly along: Readonly<Record<string, readonly object[]>>;
  readonly unread: DeriveContext['unreadAlong'];
  readonly value: unknown;
}

/** What was worked out of one inventory. */
export class Derivations {
  readonly #known = new Map<Derivation, Known[]>();
  readonly #context: Omit<DeriveContext, 'unreadAlong' | 'detail'>;
  readonly #reports: ReportInputs | undefined;

  constructor(context: Omit<DeriveContext, 'unreadAlong' | 'detail'>, reports?: ReportInputs) {
    this.#context = context;
    this.#reports = reports;
  }

  /** What `derivations` work out of some resources, each when it is first looked at. */
  of(
    derivations: Readonly<Record<string, Derivation>>,
    along: Known['along'],
    unread: DeriveContext['unreadAlong'],
  ): object {
    const values = {};
    for (const [name, derivation] of Object.entries(derivations))
      Object.defineProperty(values, name, { enumerable: true, get: () => this.#value(derivation, along, unread) });
    return Object.freeze(values);
  }

  /** Works out for reports what of its needs was read. */
  conclude(derivation: Derivation, along: Known['along'], unread: DeriveContext['unreadAlong']): void {
    this.#reports?.keep(derivation, this.#value(derivation, along, unread));
  }

  /** Nobody looks at it any more. */
  forget(derivation: Derivation): void {
    this.#known.delete(derivation);
  }

  #value(derivation: Derivation, along: Known['along'], unread: DeriveContext['unreadAlong']): unknown {
    const names = Object.keys(derivation.along);
    const known = this.#known.get(derivation) ?? [];
    const same = known.find((one) =>
      names.every((name) => one.along[name] === along[name] && one.unread[name]?.cause === unread[name]?.cause),
    );
    if (same !== undefined) return same.value;
    const own = Object.fromEntries(Object.entries(unread).filter(([name]) => name in derivation.along));
    const needed = Object.entries(derivation.needs);
    const values = {
      ...Object.fromEntries(needed.flatMap(([name, need]) => (isDerivation(need) ? [] : [[name, along[name]]]))),
      ...Object.fromEntries(
        needed.flatMap(([name, need]) => (isDerivation(need) ? [[name, this.#value(need, along, unread)]] : [])),
      ),
    };
    const detail = this.#reports?.wanted.includes(derivation) === true;
    const value = derivation.compute(values as never, { ...this.#context, unreadAlong: own, detail });
    this.#known.set(derivation, [...known, { along, unread, value }]);
    if (detail || this.#reports?.kept.includes(derivation) === true) this.#reports?.keep(derivation, value);
    return value;
  }
}
