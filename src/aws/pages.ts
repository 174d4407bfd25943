import { createHash } from 'node:crypto';
import { MalformedAnswer } from './errors.ts';
import { isRecord } from '../text/record.ts';

/** The tokens a list has gone on from. A service that gives one twice would be asked for ever. */
export class PageTokens {
  readonly #seen = new Set<string>();

  /** Notes the token of the page that is asked for next. @throws MalformedAnswer when that page was asked for before */
  next(token: string): void {
    if (this.#seen.has(token)) throw new MalformedAnswer('the service repeats a page: the list has no end');
    this.#seen.add(token);
  }
}

/**
 * Notices a list that has no end though each of its pages comes with a token of its own.
 *
 * Services do send pages without entries: those that filter what they have gone through, such as EC2's snapshots and
 * Systems Manager's parameters (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html), so
 * many of them in a row are let pass. Pages that begin with what an earlier one began with are no part of a list; some may
 * be, where entries were made or deleted meanwhile.
 */
export class PageContents {
  readonly #begun = new Set<string>();
  #empty = 0;
  #repeated = 0;

  /** Looks at a page that came. @throws MalformedAnswer when too many in a row brought nothing new */
  came(page: object): void {
    const beginnings = [...beginningsOf(page)];
    if (beginnings.length === 0) this.#empty++;
    else if (beginnings.every((each) => this.#begun.has(each))) this.#repeated++;
    else {
      for (const each of beginnings) this.#begun.add(each);
      this.#empty = this.#repeated = 0;
    }
    if (this.#empty > mostEmpty || this.#repeated > mostRepeated)
      throw new MalformedAnswer('the service goes on with pages that bring nothing new: the list has no end');
  }
}

/** How many pages in a row may be without entries. */
const mostEmpty = 200;
/** How many in a row may begin as earlier ones did. */
const mostRepeated = 50;

/** The first entry of each list of a page, as a short text. Some services wrap their lists. */
function* beginningsOf(page: object): Iterable<string> {
  for (const [name, member] of Object.entries(page) as [string, unknown][]) {
    if (name === '$metadata') continue;
    const lists = isRecord(member) ? Object.entries(member) : [[name, member] as const];
    for (const [inner, list] of lists)
      if (Array.isArray(list) && list.length > 0) yield `${name}.${inner} ${shortened(inText(list[0]))}`;
  }
}

const shortened = (text: string): string =>
  text.length < 100 ? text : createHash('sha256').update(text).digest('base64');

/** As JSON, which has no large numbers. */
export const inText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));

/**
 * Goes through the pages of an operation that the SDK has no paginator for.
 * @param ask for the page of a token, or the first
 * @param tokenOf the token of the page after, undefined or empty on the last
 * @throws MalformedAnswer when a page is repeated or too many bring nothing new; whatever `ask` throws
 */
export async function* everyPage<P extends object | string>(
  ask: (token: string | undefined) => Promise<P>,
  tokenOf: (page: P) => string | undefined,
): AsyncGenerator<P, void, undefined> {
  const tokens = new PageTokens();
  const contents = new PageContents();
  let token: string | undefined;
  do {
    if (token !== undefined) tokens.next(token);
    const page = await ask(token);
    if (typeof page === 'object') contents.came(page);
    yield page;
    token = tokenOf(page);
  } while (token !== undefined && token !== '');
}

/** How services say that a list goes on: S3 and Route 53, IAM and CloudFront, KMS, Kinesis. */
const flags = ['isTruncated', 'IsTruncated', 'Truncated', 'HasMoreStreams'] as const;

/** `Marker`, `NextToken`, `NextContinuationToken`, `NextMarker`, `NextRecordName`, `NextKeyMarker`… */
const isToken = (name: string): boolean => /^Next|Marker$|Token$/i.test(name);

/**
 * Refuses an answer that says there is more and not where: the SDK's paginators take it for the last page, and what is
 * missing would count as not being there. CloudFront wraps its lists, so one level below the answer is looked at too.
 * S3, CloudFront and others also repeat the token that was asked with, which leads to the same page again.
 * @param request what was asked
 * @throws MalformedAnswer
 */
export function assertGoesOn(answer: object, request: Readonly<Record<string, unknown>>): void {
  for (const list of [answer, ...Object.values(answer)]) {
    if (!isRecord(list) || !flags.some((flag) => list[flag] === true)) continue;
    const told = Object.entries(list).some(
      ([name, value]) => isToken(name) && value !== undefined && value !== '' && value !== request[name],
    );
    if (!told)
      throw new MalformedAnswer('the answer is cut off: it says that there is more, and not how to ask for it');
  }
}
