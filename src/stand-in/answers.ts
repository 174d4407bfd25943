import type { CannedBody, CannedError } from './front.ts';
import { mainRegion } from './facts.ts';

/** What a region alone is answered; everywhere else there is nothing. */
export class InRegion {
  readonly region: string;
  readonly body: CannedBody;
  constructor(region: string, body: CannedBody) {
    this.region = region;
    this.body = body;
  }
}

/** Answered in the main region only, so that the other one shows what a region with nothing in it says. */
export const here = (body: CannedBody): InRegion => new InRegion(mainRegion, body);

export type WorldAnswer = CannedBody | CannedError | InRegion;

/** What AWS answers about one kind of resource of the {@link ./world.ts world}. */
export interface AnswerSet {
  /** The service's id as in `RecordedRequest.service`: `s3`, `s3-control`, `cloudwatch-logs`. */
  readonly service: string;
  readonly answers: Readonly<Record<string, WorldAnswer>>;
  /** By resource type, the id of the resource that is as it should be; otherwise the first one of the main region. */
  readonly good: Readonly<Record<string, string>>;
}

/**
 * Declares what a service answers to the operations of one resource type: values as the SDK gives them, of resources that are
 * as they should be and of some that are not. Times may be `Date`, ISO text or epoch seconds. The service's model is held
 * against them when the world starts, and what goes over the wire is made from them.
 */
export const answers = (
  service: string,
  all: Readonly<Record<string, WorldAnswer>>,
  good: Readonly<Record<string, string>> = {},
): AnswerSet => ({ service, answers: all, good });
