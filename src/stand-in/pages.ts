import type { CannedBody } from './front.ts';

/** How a list operation pages: the member names of its input and output. */
export interface Paging {
  /** The output's list: `Users`. */
  readonly list: string;
  /** The input's token: `Marker`, `NextToken`, `nextToken`. Default: the same as `next`. */
  readonly token?: string;
  /** The output's token: `Marker`, `NextToken`, `NextMarker`. */
  readonly next: string;
  /** The output's flag, where there is one: `IsTruncated`, `Truncated`. */
  readonly more?: string;
  readonly size: number;
}

/** A canned answer that gives `items` in pages, whatever page size the client asks for: the emulator gives them all at once. */
export function paged(items: readonly unknown[], { list, token, next, more, size }: Paging): CannedBody {
  return ({ input }) => {
    const sent = input[token ?? next];
    const from = typeof sent === 'string' ? Number(sent.replace('page-', '')) : 0;
    const to = from + size;
    const rest = to < items.length;
    return {
      [list]: items.slice(from, to),
      ...(rest ? { [next]: `page-${to}` } : {}),
      ...(more === undefined ? {} : { [more]: rest }),
    };
  };
}
