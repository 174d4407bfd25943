import type { Gap, Outcome } from '../aws/outcome.ts';
import type { ItemBase } from './resource.ts';

/**
 * What has been answered so far. The collector asks it before it calls and tells it after, so that an interrupted
 * collection goes on where it stopped.
 */
export interface Journal {
  /** The pages of a list that was cut off: their items, and the token of the page that comes next. */
  pages(type: string, region: string): Pages | undefined;
  /** One more page was taken; `next` is the token of the one after it. */
  addPage(type: string, region: string, items: readonly ItemBase[], next: string): void;
  /** Forgets a list's pages: AWS no longer takes their token. */
  dropPages(type: string, region: string): void;
  list(type: string, region: string): ItemBase[] | Gap | undefined;
  /** The whole list, the items of its pages included. */
  addList(type: string, region: string, result: readonly ItemBase[] | Gap): void;
  facet(type: string, region: string, arn: string, name: string): Outcome | undefined;
  addFacet(type: string, region: string, arn: string, name: string, outcome: Outcome): void;
}

export interface Pages {
  readonly items: readonly ItemBase[];
  readonly next: string;
}
