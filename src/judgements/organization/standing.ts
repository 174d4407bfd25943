import type { UnreadReason, Verdict } from '../../engine/check.ts';
import { along, notApplicable, unknownWithout } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import { organization } from '../../services/organizations/organization.ts';
import type { DelegatedAdministrator } from '../../services/organizations/delegated.ts';

/** The principals under which services are delegated; AWS's own list: orgs_integrate_services_list.html of its user guide. */
export type ServicePrincipal = `${string}.amazonaws.com`;

/** Who administers what, as far as this account is told. */
export type Delegations =
  | { readonly kind: 'told'; readonly administrators: readonly DelegatedAdministrator[] }
  /** Only the management account and delegated administrators are told: this is neither. */
  | { readonly kind: 'not told' }
  | ({ readonly kind: 'unknown' } & UnreadReason);

/** Where the account that was read stands in an organisation, and so what it may be told of it. */
export type Standing =
  | { readonly kind: 'alone'; readonly because: string }
  | { readonly kind: 'management'; readonly organization: string | undefined; readonly delegations: Delegations }
  | {
      readonly kind: 'member';
      readonly organization: string | undefined;
      readonly managementAccount: string | undefined;
      /** Principals of the services that the account administers for the organisation. */
      readonly administers: readonly string[];
      readonly delegations: Delegations;
    }
  | ({ readonly kind: 'unknown' } & UnreadReason);

/**
 * Who may look: what every judgement of an organisation asks first. `DescribeOrganization` answers every account; who is a
 * delegated administrator is told to those and to the management account
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html).
 */
export const standing = derive(
  'who may look into the organization',
  {
    ownOrganization: along(organization, { needs: ['details'], optional: true }),
    delegations: along(organization, { needs: ['delegatedAdministrators'], optional: true }),
  },
  ({ ownOrganization, delegations }, { account, unreadAlong }): Standing => {
    const unread = unreadAlong['ownOrganization'];
    if (unread !== undefined) return { kind: 'unknown', ...unread };
    const [found] = ownOrganization;
    if (found === undefined) return { kind: 'alone', because: 'the partition has no organizations' };
    const { details } = found;
    if (details === undefined) return { kind: 'alone', because: 'the account is not in an organization' };
    const told = delegationsOf(delegations, unreadAlong['delegations']);
    if (details.isManagement) return { kind: 'management', organization: details.id, delegations: told };
    const own = told.kind === 'told' ? told.administrators.filter(({ id }) => id === account) : [];
    return {
      kind: 'member',
      organization: details.id,
      managementAccount: details.managementAccount,
      administers: own.flatMap(({ services }) => services),
      delegations: told,
    };
  },
);

function delegationsOf(
  read: readonly { readonly delegatedAdministrators: readonly DelegatedAdministrator[] | undefined }[],
  unread: UnreadReason | undefined,
): Delegations {
  if (unread !== undefined) return { kind: 'unknown', ...unread };
  const administrators = read[0]?.delegatedAdministrators;
  return administrators === undefined ? { kind: 'not told' } : { kind: 'told', administrators };
}

/** The account that manages the organisation; undefined where AWS does not say, and where there is none. */
export const managerOf = (found: Standing, account: string): string | undefined =>
  found.kind === 'management' ? account : found.kind === 'member' ? found.managementAccount : undefined;

/** Whether a question about the organisation is judged in this account. */
export type Look =
  | { readonly here: true; readonly as: 'management account' | 'delegated administrator' }
  /** `why` goes on after a colon, or stands alone. */
  | { readonly here: false; readonly kind: 'alone' | 'elsewhere'; readonly why: string }
  | ({ readonly here: 'unknown'; readonly without: readonly string[] } & UnreadReason);

/**
 * Whether this account is told what Organizations keeps: its roots, units, accounts and policies. The management account and the
 * delegated administrators of any service are (https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html).
 */
export function looksIntoOrganization(found: Standing): Look {
  if (found.kind === 'alone') return { here: false, kind: 'alone', why: found.because };
  if (found.kind === 'unknown') return unread(found, 'ownOrganization');
  if (found.kind === 'management') return { here: true, as: 'management account' };
  const { delegations } = found;
  if (delegations.kind === 'unknown') return unread(delegations, 'delegations');
  return delegations.kind === 'told'
    ? { here: true, as: 'delegated administrator' }
    : { here: false, kind: 'elsewhere', why: elsewhere(found) };
}

/**
 * Whether this account is the one in which a service is run for the organisation: its delegated administrator, or the management
 * account where there is none.
 */
export function administers(found: Standing, service: ServicePrincipal): Look {
  if (found.kind === 'alone') return { here: false, kind: 'alone', why: found.because };
  if (found.kind === 'unknown') return unread(found, 'ownOrganization');
  const { delegations } = found;
  if (found.kind === 'member' && found.administers.includes(service))
    return { here: true, as: 'delegated administrator' };
  if (delegations.kind === 'unknown') return unread(delegations, 'delegations');
  const others = administratorsOf(delegations, service);
  if (others.length > 0) return { here: false, kind: 'elsewhere', why: `judged in account ${others.join(', ')}` };
  return found.kind === 'management'
    ? { here: true, as: 'management account' }
    : { here: false, kind: 'elsewhere', why: elsewhere(found) };
}

const administratorsOf = (delegations: Delegations, service: ServicePrincipal): readonly string[] =>
  delegations.kind === 'told'
    ? delegations.administrators.flatMap(({ id, services }) => (services.includes(service) ? [id] : []))
    : [];

/** The words for a question that another account answers: `judged in account …`. */
export const elsewhere = (found: Standing): string =>
  found.kind === 'member'
    ? `judged in account ${found.managementAccount ?? 'that manages the organization'}, or in the one to which that delegates it`
    : found.kind === 'management'
      ? 'judged in the account to which it is delegated'
      : found.kind === 'alone'
        ? found.because
        : found.cause;

const unread = ({ actions, cause }: UnreadReason, name: string): Look => ({
  here: 'unknown',
  actions,
  cause,
  without: [name],
});

/** The verdict where a question is not judged here; undefined where it is. */
export function notHere(look: Look, what: string): Verdict | undefined {
  if (look.here === true) return undefined;
  if (look.here === 'unknown')
    return unknownWithout(`who may look into the organization is not known: ${look.cause}`, look.without);
  return notApplicable(look.kind === 'alone' ? look.why : `${what}: ${look.why}`);
}

/** The verdict where the account is in no organisation, or it is not known; undefined where it is in one. */
export function notInOne(found: Standing): Verdict | undefined {
  if (found.kind === 'alone') return notApplicable(found.because);
  if (found.kind === 'unknown')
    return unknownWithout(`whether the account is in an organization is not known: ${found.cause}`, [
      'ownOrganization',
    ]);
  return undefined;
}
