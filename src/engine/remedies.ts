import type { DeniedBy } from '../aws/outcome.ts';
import type { CoverageGap } from './result.ts';

/** What has to be done about denied actions. Adding them to the caller's policy helps only where they are missing there. */
export interface Remedies {
  /** Actions that no policy allows the caller. */
  readonly grant: readonly string[];
  /** Sentences about the others, each naming its actions. */
  readonly ask: readonly string[];
}

type Denial = Pick<CoverageGap, 'kind' | 'actions' | 'deniedBy'>;

const askWhom: Readonly<Record<Exclude<DeniedBy, 'missing-permission' | 'unspecified'>, (actions: string) => string>> =
  {
    'identity-policy': (actions) => `A policy of the caller's own denies ${actions}: take the denial out of it`,
    scp: (actions) =>
      `A service control policy denies ${actions}: ask whoever administers the organization; nothing in this account can allow it`,
    rcp: (actions) =>
      `A resource control policy denies ${actions}: ask whoever administers the organization; nothing in this account can allow it`,
    'permissions-boundary': (actions) =>
      `The caller's permissions boundary leaves out ${actions}: ask whoever set the boundary`,
    'session-policy': (actions) =>
      `The policy of the caller's session leaves out ${actions}: begin the session without that policy`,
    'resource-policy': (actions) => `The resource's own policy denies ${actions}: ask the owner of the resource`,
    'vpc-endpoint-policy': (actions) =>
      `The policy of the VPC endpoint denies ${actions}: ask whoever runs that network, or call from elsewhere`,
  };

/** Decrypting gives away what is encrypted: nothing to be allowed on every key there is. */
const decrypt = 'kms:Decrypt';

/** Sorts the actions behind gaps by what has to be done to have them allowed. */
export function remediesFor(gaps: readonly Denial[]): Remedies {
  const actionsBy = new Map<DeniedBy, Set<string>>();
  for (const { kind, actions, deniedBy = 'unspecified' } of gaps) {
    if (kind !== 'denied') continue;
    const known = actionsBy.get(deniedBy) ?? new Set();
    actionsBy.set(deniedBy, known);
    for (const action of actions) known.add(action);
  }
  // AWS often gives no reason where no policy allows: that is the usual one.
  const grant = new Set([...(actionsBy.get('missing-permission') ?? []), ...(actionsBy.get('unspecified') ?? [])]);
  const ask = [...actionsBy].flatMap(([by, actions]) =>
    by === 'missing-permission' || by === 'unspecified' || actions.size === 0
      ? []
      : [askWhom[by]([...actions].sort().join(', '))],
  );
  if (grant.delete(decrypt))
    ask.push(
      `${decrypt} is needed on the keys of what could not be decrypted: allow the caller to use these keys only`,
    );
  return { grant: [...grant].sort(), ask: ask.sort() };
}
