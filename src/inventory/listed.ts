import type { Api, Place } from '../aws/api.ts';
import type { InputOf, OperationOf, OutputOf, PagedOperationOf, Service } from '../aws/service.ts';
import { everyPage } from '../aws/pages.ts';
import type { Narrowing, NarrowingOf } from './completeness.ts';
import { isPaging } from './completeness.ts';
import type { ItemBase, ResourceType } from './resource.ts';
import { resource } from './resource.ts';

type Inner<V> = NonNullable<V> extends readonly (infer E)[] ? E : NonNullable<V>;
/** Where an answer's lists stand: `Volumes`, in what wraps them all (`DistributionList.Items`) or each of a list (`Reservations.Instances`). */
type ListIn<O> = {
  [K in keyof O & string]:
    | (NonNullable<O[K]> extends readonly unknown[] ? K : never)
    | (Inner<O[K]> extends infer S extends object
        ? { [L in keyof S & string]: NonNullable<S[L]> extends readonly unknown[] ? `${K}.${L}` : never }[keyof S &
            string]
        : never);
}[keyof O & string];
type ElementOf<O, A> = A extends `${infer K}.${infer L}`
  ? K extends keyof O
    ? L extends keyof Inner<O[K]>
      ? Inner<Inner<O[K]>[L]>
      : never
    : never
  : A extends keyof O
    ? Inner<O[A]>
    : never;

/** Times are kept as ISO 8601. */
type Plain<T> = T extends Date ? string : T;
/** What is kept, by name: a member of the element, or what a function makes of it. */
type Keep<E> = Readonly<Record<string, (keyof E & string) | ((element: E) => unknown)>>;
type Kept<E, P> = {
  readonly [K in keyof P]: P[K] extends keyof E
    ? Plain<E[P[K]]> | (undefined extends E[P[K]] ? undefined : never)
    : P[K] extends (element: never) => infer T
      ? T
      : never;
};

/** Some members of a request. */
type Asking<I> = { readonly [K in keyof I]?: Unchanging<I[K]> };
/** Lists and objects as they are inferred of what is written: otherwise every member would count as asked. */
type Unchanging<T> = T extends readonly (infer E)[]
  ? readonly Unchanging<E>[]
  : T extends Date | Uint8Array
    ? T
    : T extends object
      ? { readonly [K in keyof T]: Unchanging<T[K]> }
      : T;

/** Members that may narrow the answer and that the request does not give: each says why nothing is missing. */
type Left<M, N extends string, Q> = Exclude<NarrowingOf<M, N>, keyof Q>;
type Declared<M, N extends string, Q> = [Left<M, N, Q>] extends [never]
  ? { readonly narrows?: never }
  : { readonly narrows: Readonly<Record<Left<M, N, Q>, Exclude<Narrowing, 'asked'>>> };

/** Where the SDK has no paginator: `token` names the member by which pages follow, `whole` says that one answer holds everything. */
type Whole<M, N extends string> =
  N extends PagedOperationOf<M>
    ? { readonly whole?: never; readonly token?: never }
    : 'NextToken' extends keyof OutputOf<M, N>
      ? { readonly token: 'NextToken'; readonly whole?: never }
      : { readonly whole: true; readonly token?: never };

/**
 * A type that one operation lists whole: which list of its answer, and what of an element is kept, under which name.
 * What waits, joins or holds secrets is a `resource`.
 */
export function listed<
  M,
  const N extends OperationOf<M>,
  const A extends ListIn<OutputOf<M, N>>,
  const P extends Keep<ElementOf<OutputOf<M, N>, A>>,
  const Q extends Asking<InputOf<M, N>> = Record<never, never>,
>(
  service: Service<M>,
  type: string,
  operation: N,
  spec: {
    readonly at: A;
    /** Asked of each page: its size, and what is needed to get all of it. */
    readonly input?: Q;
    /** Undefined leaves the element out: AWS did not say which it is, or it is on its way out. */
    readonly id: (element: ElementOf<OutputOf<M, N>, A>, place: Place) => string | undefined;
    readonly keep: P;
    /**
     * Other types keep other elements of the same answer, and give it the same name: it is then asked once in each region for all of
     * them, and an interrupted list begins again.
     */
    readonly sharedAs?: string;
    readonly arn?: (item: ItemBase & Kept<ElementOf<OutputOf<M, N>, A>, P>, place: Place) => string;
    readonly label?: (item: { readonly id: string; readonly name: string }) => string;
    readonly noneOn?: readonly string[];
    readonly revision?: number;
    readonly leavesOut?: string;
    readonly tagsFrom?: string;
    readonly references?: readonly string[];
  } & Declared<M, N, Q> &
    Whole<M, N>,
): ResourceType<M, ItemBase & Kept<ElementOf<OutputOf<M, N>, A>, P>, object> {
  const { at, input, id, keep, narrows, whole, token, sharedAs, ...rest } = spec;
  const paged = whole === undefined && token === undefined;
  const asked = Object.fromEntries(
    Object.keys(input ?? {})
      .filter((member) => !isPaging(member))
      .map((member) => [member, 'asked']),
  );
  return resource(service, type, {
    ...rest,
    calls: [operation],
    narrows: { [operation]: { ...narrows, ...asked } },
    ...(paged && sharedAs === undefined ? { resumable: operation } : {}),
    async *list(api: Api<M>) {
      const one = (next: object): Promise<object> =>
        api.call(operation, { ...input, ...next } as never) as Promise<object>;
      const pages = paged
        ? api.pages(operation as never, input as never)
        : everyPage(
            (next: string | undefined) => one(next === undefined ? {} : { NextToken: next }),
            (page) => (token === undefined ? undefined : (page as { readonly NextToken?: string }).NextToken),
          );
      const elements = elementsOf(pages as AsyncIterable<object>, at.split('.'));
      for await (const element of sharedAs === undefined ? elements : await api.once(sharedAs, () => allOf(elements))) {
        const found = id(element as never, api);
        if (found !== undefined) yield { id: found, ...kept(element, keep) };
      }
    },
    // What the signature above holds the spec to, the looser one cannot see.
  } as never) as never;
}

async function* elementsOf(pages: AsyncIterable<object>, at: readonly string[]): AsyncIterable<object> {
  for await (const page of pages) yield* elementsAt(page, at);
}

async function allOf<T>(elements: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const element of elements) all.push(element);
  return all;
}

function elementsAt(from: object, [step = '', ...rest]: readonly string[]): readonly object[] {
  const found = (from as Readonly<Record<string, unknown>>)[step] ?? [];
  const inner = (Array.isArray(found) ? found : [found]) as readonly object[];
  return rest.length === 0 ? inner : inner.flatMap((one) => elementsAt(one, rest));
}

const kept = (element: object, keep: Keep<never>): object =>
  Object.fromEntries(
    Object.entries(keep).map(([name, of]) => {
      const value: unknown =
        typeof of === 'function' ? of(element as never) : (element as Readonly<Record<string, unknown>>)[of];
      return [name, value instanceof Date ? value.toISOString() : value];
    }),
  );
