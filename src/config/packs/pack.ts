import type { Check } from '../../engine/check.ts';
import type { Framework } from '../../engine/frameworks.ts';
import type { Reporter } from '../../engine/reporter.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';

/** What somebody else adds to the program: the default export of a package or of a folder's `index`. */
export interface Pack {
  readonly checks?: readonly Check[];
  /** Types for the checks of others: held to reading only when the pack is loaded, though no check of its own uses them. */
  readonly resourceTypes?: readonly AnyResourceType[];
  /** `requirements[].checks` name checks of the pack and built-in ones. */
  readonly frameworks?: readonly Framework[];
  /** Formats that `--format` takes by their `name`. */
  readonly reports?: readonly Reporter[];
}

/** Declares a pack. Its name is its package's or its folder's. */
export const definePack = (pack: Pack): Pack => pack;
