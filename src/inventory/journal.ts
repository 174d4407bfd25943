import type { Gap, Outcome } from './outcome.ts';
import type { ItemBase } from './resource.ts';

/**
 * What has been answered so far. The collector asks it before it calls and tells it after, so that an interrupted
 * collection goes on where it stopped.
 */
export interface Journal {
  list(type: string, region: string): ItemBase[] | Gap | undefined;
  addList(type: string, region: string, result: readonly ItemBase[] | Gap): void;
  facet(type: string, region: string, arn: string, name: string): Outcome | undefined;
  addFacet(type: string, region: string, arn: string, name: string, outcome: Outcome): void;
}
