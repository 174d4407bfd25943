import { MalformedAnswer } from './errors.ts';

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
 * Goes through the pages of an operation that the SDK has no paginator for.
 * @param ask for the page of a token, or the first
 * @param tokenOf the token of the page after, undefined or empty on the last
 * @throws MalformedAnswer when a page is repeated; whatever `ask` throws
 */
export async function* everyPage<P>(
  ask: (token: string | undefined) => Promise<P>,
  tokenOf: (page: P) => string | undefined,
): AsyncGenerator<P, void, undefined> {
  const tokens = new PageTokens();
  let token: string | undefined;
  do {
    if (token !== undefined) tokens.next(token);
    const page = await ask(token);
    yield page;
    token = tokenOf(page);
  } while (token !== undefined && token !== '');
}

/** How services say that a list goes on: IAM, S3, Route 53 and CloudFront in one way, KMS in the other. */
const flags = ['IsTruncated', 'Truncated'] as const;

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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
