import type { DeniedBy } from '../aws/outcome.ts';
import { mayPass, wayFaultOf } from '../aws/way-faults.ts';
import type { WayFault } from '../aws/way-faults.ts';
import type { CoverageGap } from './result.ts';

/** What has to be done about what could not be read. Adding actions to the caller's policy helps only where they are missing there. */
export interface Remedies {
  /** Actions that no policy allows the caller. */
  readonly grant: readonly string[];
  /** Sentences about the others, each naming its actions. */
  readonly ask: readonly string[];
  /** Sentences about calls that did not reach AWS, one for each thing that is wrong on the way, naming the services. */
  readonly reach: readonly string[];
  /** Whether something failed that may have been passing. */
  readonly again: boolean;
}

type Unread = Pick<CoverageGap, 'kind' | 'actions' | 'deniedBy' | 'code'> & Partial<Pick<CoverageGap, 'facet'>>;

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
export const decrypt = 'kms:Decrypt';

/** Sorts what is behind gaps by what has to be done about it. */
export function remediesFor(gaps: readonly Unread[]): Remedies {
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
  const failed = gaps.filter(({ kind, facet }) => kind === 'failed' && facet !== 'evaluation');
  return {
    grant: [...grant].sort(),
    ask: ask.sort(),
    reach: reachOf(failed),
    again: failed.some(({ code = '' }) => mayPass(wayFaultOf(code))),
  };
}

const wayHelp: Readonly<Record<WayFault, (services: string) => string>> = {
  name: (services) =>
    `Hosts of ${services} did not resolve: check the endpoints that are named and the name server, or name a proxy by HTTPS_PROXY`,
  untrusted: (services) =>
    `Certificates for ${services} were not trusted: where a proxy or firewall inspects TLS, name a file with its CA's certificate by AWS_CA_BUNDLE`,
  certificate: (services) =>
    `There was no TLS with the hosts of ${services}: check the endpoints that are named, the clock, and whether a proxy or firewall answers in AWS's place`,
  proxy: (services) =>
    `A proxy did not let calls to ${services} through: ask whoever runs it to allow these hosts, or name hosts that need none by NO_PROXY`,
  page: (services) =>
    `A page of a proxy or firewall came in place of answers of ${services}: ask whoever runs it to allow these hosts`,
  silence: (services) =>
    `Hosts of ${services} did not answer: see whether this network lets through to them (a firewall, a VPC without an endpoint for the service), or name a proxy by HTTPS_PROXY`,
};

function reachOf(failed: readonly Unread[]): string[] {
  const services = new Map<WayFault, Set<string>>();
  for (const { actions, code = '' } of failed) {
    const fault = wayFaultOf(code);
    if (fault === undefined) continue;
    const known = services.get(fault) ?? new Set();
    services.set(fault, known);
    for (const action of actions) known.add(action.replace(/:.*$/, ''));
  }
  return [...services]
    .map(([fault, names]) => wayHelp[fault](names.size === 0 ? 'AWS' : [...names].sort().join(', ')))
    .sort();
}
