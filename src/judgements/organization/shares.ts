import { along } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import { permissionName, resourceShare } from '../../services/ram/share.ts';
import type { SharePermission, SharedResource } from '../../services/ram/share.ts';
import { few } from '../../text/few.ts';
import type { PlacedPrincipal } from './place.ts';
import { placeOf } from './place.ts';
import { standing } from './standing.ts';

/** With whom a resource is shared. */
export interface SharedWith {
  /** Name of the resource share. */
  readonly share: string;
  readonly principals: readonly PlacedPrincipal[];
}

/** What Resource Access Manager gives others of the account, beside any resource policy. */
export interface Shares {
  /** Where the principals of a share stand. */
  readonly principalsOf: (share: OwnShare) => readonly PlacedPrincipal[];
  /** Where its owner stands. */
  readonly ownerOf: (share: {
    readonly owner: string | undefined;
    readonly allowsExternal: boolean | undefined;
  }) => PlacedPrincipal;
  /** What a share gives, in words, and what its principals may do with it. */
  readonly given: (share: { readonly arn: string; readonly resources: readonly SharedResource[] }) => Given;
  /** The shares in which a resource is, by its ARN. */
  readonly of: (arn: string) => readonly SharedWith[];
}

interface Given {
  /** `ec2:Subnet subnet-1, subnet-2` */
  readonly resources: string;
  /** `; it permits them …`; no verdict rests on it, and where it was not read that is said. */
  readonly note: string;
  readonly permissions: readonly SharePermission[] | undefined;
}

interface OwnShare {
  readonly principals: readonly string[];
  readonly allowsExternal: boolean | undefined;
}

/**
 * RAM's shares widen who may use what they share: a subnet, transit gateway, prefix list or rule is used by whoever is in the
 * share, whatever else is attached to it.
 */
export const shares = derive(
  'what Resource Access Manager shares',
  {
    standing,
    shares: along(resourceShare, { needs: ['principals', 'resources'] }),
    sharePermissions: along(resourceShare, { needs: ['permissions'], optional: true }),
  },
  ({ standing: found, shares: all, sharePermissions }, { account, trustedAccounts, unreadAlong }): Shares => {
    const notRead = unreadAlong['sharePermissions']?.cause;
    const permissions =
      notRead === undefined ? new Map(sharePermissions.map((share) => [share.arn, share.permissions])) : undefined;
    const place = (principal: string, allowsExternal: boolean | undefined): PlacedPrincipal =>
      placeOf(principal, {
        account,
        standing: found,
        trustedAccounts,
        onlyOwnOrganization: allowsExternal === false,
      });
    const principalsOf: Shares['principalsOf'] = ({ principals, allowsExternal }) =>
      principals.map((principal) => place(principal, allowsExternal));
    const byResource = new Map<string, SharedWith[]>();
    for (const share of all.filter(({ received }) => !received))
      for (const { arn } of share.resources)
        byResource.set(arn, [...(byResource.get(arn) ?? []), { share: share.name, principals: principalsOf(share) }]);
    return {
      principalsOf,
      // What is shared within an organisation only was shared by an account of it.
      ownerOf: ({ owner, allowsExternal }) => place(owner ?? '', allowsExternal),
      given: ({ arn, resources }) => {
        const may = permissions?.get(arn);
        return { resources: called(resources), note: noteOf(resources, may, notRead), permissions: may };
      },
      of: (arn) => byResource.get(arn) ?? [],
    };
  },
);

/** The types of what is shared, and what is shared of each. */
const byType = (resources: readonly SharedResource[]): readonly (readonly [string | undefined, readonly string[]])[] =>
  [...new Set(resources.map(({ type }) => type))].map((type) => [
    type,
    resources.flatMap((one) => (one.type === type ? [one.arn.slice(one.arn.search(lastPart))] : [])),
  ]);

/** What an ARN calls the resource. */
const lastPart = /[^:/]*$/;

const called = (resources: readonly SharedResource[]): string =>
  few(byType(resources).map(([type, names]) => `${type ?? 'resources of no known type'} ${few(names)}`));

/** By permissions of the types that are shared; a type is written in any case (API_ResourceSharePermissionSummary.html). */
function noteOf(
  resources: readonly SharedResource[],
  permissions: readonly SharePermission[] | undefined,
  notRead: string | undefined,
): string {
  if (permissions === undefined) return `; its permissions were not read${notRead === undefined ? '' : `: ${notRead}`}`;
  const shared = new Set(resources.map(({ type }) => type?.toLowerCase()));
  const names = permissions.filter(({ type }) => shared.has(type?.toLowerCase())).map(permissionName);
  return names.length === 0 ? '' : `; what it permits: ${few(names)}`;
}
