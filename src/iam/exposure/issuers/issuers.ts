import { ownIssuers } from './own.ts';
import { sharedIssuers } from './shared.ts';
import type { Issuer, SharedIssuer } from './types.ts';

export { sharedIssuers };

const shared: ReadonlyMap<string, SharedIssuer> = new Map(
  sharedIssuers.flatMap((one) => one.hosts.map((host) => [host, one] as const)),
);

/** What is known of an issuer, by its host and path in lower case; undefined: nothing. */
export const issuerOf = (host: string): Issuer | undefined =>
  shared.get(host) ?? ownIssuers.find((one) => one.host.test(host));
