/**
 * What a message adds where a session token may leave the instance: with more than one hop containers on it get tokens too
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html). Empty where it may not, or nothing says.
 */
export const hops = (limit: number | undefined): string =>
  limit === undefined || limit <= 1 ? '' : `; its tokens may travel ${limit} hops, so that containers get them too`;
