/** The SDK has no paginators for this service: follows `NextToken` to the end. */
export async function everyPage<T>(
  ask: (
    page: { MaxResults: string } & { NextToken?: string },
  ) => Promise<{ Items?: T[] | undefined; NextToken?: string | undefined }>,
): Promise<T[]> {
  const found: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const { Items, NextToken }: { Items?: T[] | undefined; NextToken?: string | undefined } = await ask({
      MaxResults: '500',
      ...(token === undefined ? {} : { NextToken: token }),
    });
    found.push(...(Items ?? []));
    token = NextToken === '' ? undefined : NextToken;
    if (token !== undefined && seen.has(token)) throw new Error('the same page was given twice');
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return found;
}
