import { everyPage as pagesOf } from '../../aws/pages.ts';

/** The SDK has no paginators for this service: follows `NextToken` to the end. */
export async function everyPage<T>(
  ask: (
    page: { MaxResults: string } & { NextToken?: string },
  ) => Promise<{ Items?: T[] | undefined; NextToken?: string | undefined }>,
): Promise<T[]> {
  const found: T[] = [];
  const page = (NextToken: string | undefined) =>
    ask({ MaxResults: '500', ...(NextToken === undefined ? {} : { NextToken }) });
  for await (const { Items = [] } of pagesOf(page, (answer) => answer.NextToken)) found.push(...Items);
  return found;
}
