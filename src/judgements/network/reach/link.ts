/**
 * One link of a way in. `possible`: what is there decides by rules that are not read, such as a firewall's; `unknown`: what
 * decides could not be read, or is not visible to the account.
 */
export type Link =
  | { readonly is: 'open' }
  | { readonly is: 'possible'; readonly on: string }
  | { readonly is: 'unknown'; readonly cause: string; readonly part?: string | undefined }
  | { readonly is: 'closed'; readonly reason: string };

export const open: Link = { is: 'open' };
export const closed = (reason: string): Link => ({ is: 'closed', reason });
export const possible = (on: string): Link => ({ is: 'possible', on });
export const unknown = (cause: string): Link => ({ is: 'unknown', cause });

const rank: Readonly<Record<Link['is'], number>> = { open: 0, possible: 1, unknown: 2, closed: 3 };

/** A way is as good as its worst link: one that is missing closes it, whatever is not known of the others. */
export function chain(links: readonly Link[]): Link {
  let worst: Link = open;
  for (const link of links) if (rank[link.is] > rank[worst.is]) worst = link;
  return worst;
}

/** Among several ways, the one that is most surely there; undefined where there are none. */
export function best<T extends { readonly link: Link }>(ways: readonly T[]): T | undefined {
  let found: T | undefined;
  for (const way of ways) if (found === undefined || rank[way.link.is] < rank[found.link.is]) found = way;
  return found;
}
