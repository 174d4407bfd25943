import type { Kind } from './population.ts';

/** A list operation and what it lists. */
export interface Listed {
  readonly kind: Kind;
  /** As the stand-in names it: `ec2`, `cloudwatch-logs`. */
  readonly service: string;
  readonly operation: string;
  /** The output's list. */
  readonly list: string;
  /** The input's and the output's token; default `NextToken`. */
  readonly token?: string;
  readonly next?: string;
  /** The output's flag, where there is one. */
  readonly more?: string;
  /** Resources on a page. */
  readonly size: number;
  /** What else is in the output. */
  readonly besides?: object;
  /** Requests whose answer is an empty list. */
  readonly none?: (input: Readonly<Record<string, unknown>>) => boolean;
  /** The resource at a position of its page; its make is `position % makes`. */
  readonly item: (position: number) => unknown;
}
