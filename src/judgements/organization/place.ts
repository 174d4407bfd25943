import { parseArn } from '../../text/arn.ts';
import type { Standing } from './standing.ts';

/** Where somebody who is let in stands to the account that lets him in. */
export type Place =
  | 'own account'
  /** The organisation of the account, a unit of it, or an account that can only be a member. */
  | 'own organization'
  /** An account that the configuration calls trusted. */
  | 'trusted account'
  /** Another organisation, or a unit of one. */
  | 'other organization'
  /** An account that is none of these, as far as can be told by its number. */
  | 'outside'
  /** AWS itself. */
  | 'service'
  /** It cannot be told, e.g. which organisation the own one is. */
  | 'unknown';

export interface PlacedPrincipal {
  readonly principal: string;
  readonly place: Place;
  /** `account 111122223333`, `role deploy of account …`, `organization o-…`, `unit ou-… of organization o-…`, `service x.amazonaws.com` */
  readonly called: string;
}

export interface Surroundings {
  readonly account: string;
  readonly standing: Standing;
  readonly trustedAccounts: readonly string[];
  /** AWS lets only principals of the own organisation in (a share without external principals). */
  readonly onlyOwnOrganization?: boolean;
}

/**
 * Where a principal stands, as RAM and other services name it: an account's id, the ARN of an organisation, a unit, a role or a
 * user, or a service (https://docs.aws.amazon.com/ram/latest/APIReference/API_AssociateResourceShare.html). Who the members of an organisation
 * are is told to few, and a verdict must not depend on where it was asked: an account that is named by its id counts as a member only where
 * nobody else could be let in, and as known where the configuration calls it trusted.
 */
export function placeOf(principal: string, surroundings: Surroundings): PlacedPrincipal {
  const { account, standing, trustedAccounts, onlyOwnOrganization = false } = surroundings;
  const parts = parseArn(principal);
  if (parts === undefined && !/^\d{12}$/.test(principal)) {
    const service = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(principal);
    return service
      ? { principal, place: 'service', called: `service ${principal}` }
      : { principal, place: 'unknown', called: principal };
  }
  if (parts?.[2] === 'organizations') {
    const [kind = '', id, unit] = parts[5].split('/');
    if (id === undefined || (kind !== 'organization' && kind !== 'ou'))
      return { principal, place: 'unknown', called: principal };
    const called = kind === 'ou' ? `unit ${unit ?? '?'} of organization ${id}` : `organization ${id}`;
    return { principal, place: organizationPlace(id, standing), called };
  }
  const owner = parts === undefined ? principal : parts[4];
  if (!/^\d{12}$/.test(owner)) return { principal, place: 'unknown', called: principal };
  const called =
    parts === undefined || parts[5] === 'root'
      ? `account ${owner}`
      : `${parts[5].replace('/', ' ')} of account ${owner}`;
  const place: Place =
    owner === account
      ? 'own account'
      : onlyOwnOrganization
        ? 'own organization'
        : trustedAccounts.includes(owner)
          ? 'trusted account'
          : 'outside';
  return { principal, place, called };
}

function organizationPlace(id: string, standing: Standing): Place {
  if (standing.kind === 'alone') return 'other organization';
  if (standing.kind === 'unknown' || standing.organization === undefined) return 'unknown';
  return standing.organization === id ? 'own organization' : 'other organization';
}

/** Places of those who are no strangers. */
export const isKnown = ({ place }: PlacedPrincipal): boolean =>
  place === 'own account' || place === 'own organization' || place === 'trusted account' || place === 'service';
