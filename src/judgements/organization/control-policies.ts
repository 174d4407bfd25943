import { along } from '../../engine/check.ts';
import type { UnreadReason } from '../../engine/check.ts';
import { denies, everything } from '../../iam/graph/subject.ts';
import type { ControlSource } from '../../iam/graph/types.ts';
import type { OrganizationPolicies, PolicySource } from '../../iam/types.ts';
import type { ControlLevel, ControlPolicies } from '../../services/organizations/control-policies.ts';
import { organization } from '../../services/organizations/organization.ts';

/**
 * Service control policies above the account. Most accounts are not told them: checks judge without them then, and say so.
 * Use {@link serviceControlsOf}.
 */
export const serviceControlAlong = {
  serviceControls: along(organization, { needs: ['serviceControls'], optional: true }),
} as const;

/** The same of resource control policies, which also keep outsiders out. Use {@link resourceControlsOf}. */
export const resourceControlAlong = {
  resourceControls: along(organization, { needs: ['resourceControls'], optional: true }),
} as const;

/** What is known of the policies of one type. */
export interface Controls {
  /** Levels that take something away; `'unknown'`: they could not be read; undefined: there are none. */
  readonly policies: OrganizationPolicies | 'unknown' | undefined;
  readonly source: ControlSource;
}

interface Companions {
  readonly serviceControls?: readonly { readonly serviceControls: ControlPolicies }[];
  readonly resourceControls?: readonly { readonly resourceControls: ControlPolicies }[];
}
type Unread = Readonly<Record<string, UnreadReason>>;

/**
 * @param unread `unreadAlong` of the check's context
 * @param member the account is known to be in an organisation: then an answer is missing where there is none
 */
export const serviceControlsOf = ({ serviceControls }: Companions, unread: Unread, member = false): Controls => {
  const [found] = serviceControls ?? [];
  return found === undefined
    ? without(serviceControls, unread['serviceControls'], member)
    : collected(found.serviceControls, serviceControl);
};

/** The same of resource control policies. */
export const resourceControlsOf = ({ resourceControls }: Companions, unread: Unread, member = false): Controls => {
  const [found] = resourceControls ?? [];
  return found === undefined
    ? without(resourceControls, unread['resourceControls'], member)
    : collected(found.resourceControls, resourceControl);
};

function without(
  organizations: readonly object[] | undefined,
  unread: UnreadReason | undefined,
  member: boolean,
): Controls {
  const reason =
    unread ??
    (organizations === undefined || member ? { actions: [], cause: 'AWS was not asked for them' } : undefined);
  return reason === undefined
    ? { policies: undefined, source: { source: 'collected', levels: [], none: 'the partition has no organizations' } }
    : { policies: 'unknown', source: { source: 'unknown', reason: reason.cause, actions: reason.actions } };
}

const converted = new WeakMap<ControlPolicies, Controls>();

function collected(
  found: ControlPolicies,
  convert: (levels: readonly ControlLevel[]) => OrganizationPolicies,
): Controls {
  let known = converted.get(found);
  if (known === undefined) converted.set(found, (known = judged(found, convert)));
  return known;
}

function judged(found: ControlPolicies, convert: (levels: readonly ControlLevel[]) => OrganizationPolicies): Controls {
  if ('none' in found) return { policies: undefined, source: { source: 'collected', levels: [], none: found.none } };
  const levels = convert(found.levels);
  const limiting = levels.filter(takesAway);
  return { policies: limiting.length === 0 ? undefined : limiting, source: { source: 'collected', levels } };
}

/** Whether the policies of a level take anything away: one that lets everything through beside no denial does not. */
export const takesAway = (level: readonly PolicySource[]): boolean =>
  !level.some(isFull) || level.some(({ document }) => denies(document));

const isFull = ({ document }: PolicySource): boolean => document === everything || document === everythingForAll;

/** What RCPFullAWSAccess says, which nobody can change. */
export const everythingForAll = Object.freeze({
  Version: '2012-10-17',
  Statement: Object.freeze([Object.freeze({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' })]),
});

const fullResourceControl = 'p-RCPFullAWSAccess';

/** A service control policy as the engine takes it. @param document as AWS gives it, text or JSON */
export const scpSource = ({ id, name, document }: Attached): PolicySource => ({
  name: `SCP ${name}`,
  document: id === 'p-FullAWSAccess' ? everything : document,
});

interface Attached {
  readonly id: string;
  readonly name: string;
  readonly document: unknown;
}

const serviceControl = (levels: readonly ControlLevel[]): OrganizationPolicies =>
  levels.map(({ policies }) => policies.map(scpSource));

/**
 * RCPFullAWSAccess is attached everywhere and cannot be taken away; only it may allow
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html).
 */
const resourceControl = (levels: readonly ControlLevel[]): OrganizationPolicies =>
  levels.map(({ policies }) => [
    { name: 'RCP RCPFullAWSAccess', document: everythingForAll },
    ...policies
      .filter(({ id }) => id !== fullResourceControl)
      .map(({ name, document }) => ({ name: `RCP ${name}`, document })),
  ]);

export interface ResourceLimits {
  readonly rcps?: OrganizationPolicies;
  /** Where they are not known, what a failing message adds; else empty. */
  readonly note: string;
  /** All of them, which may name the organisation. */
  readonly documents: readonly unknown[];
}

/** What a judgement of exposure takes into account, and what a failing message adds where they are not known. */
export function resourceLimits(companions: Companions, unread: Unread): ResourceLimits {
  const { policies, source } = resourceControlsOf(companions, unread);
  if (policies === 'unknown')
    return { note: `; resource control policies were not read${because(source)} and may narrow it`, documents: [] };
  if (policies === undefined) return { note: '', documents: [] };
  return { rcps: policies, note: '', documents: policies.flatMap((level) => level.map(({ document }) => document)) };
}

/** Where in the organisation the account is, `o-…/r-…/ou-…/`, as far as its policies tell. */
export function organizationPathOf(id: string, { serviceControls, resourceControls }: Companions): string | undefined {
  for (const found of [serviceControls?.[0]?.serviceControls, resourceControls?.[0]?.resourceControls]) {
    if (found === undefined || 'none' in found) continue;
    // the last level is the account itself
    return `${[id, ...found.levels.slice(0, -1).map(({ target }) => target)].join('/')}/`;
  }
  return undefined;
}

/** ` (organizations:ListRoots denied)`, where a permission is what is missing. */
export const because = (source: ControlSource): string =>
  source.source === 'unknown' && source.actions.length > 0 ? ` (${source.actions.join(', ')} denied)` : '';
