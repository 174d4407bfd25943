import { along } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import { resourceShare } from '../../services/ram/share.ts';
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
  /** The shares in which a resource is, by its ARN. */
  readonly of: (arn: string) => readonly SharedWith[];
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
  },
  ({ standing: found, shares: all }, { account, trustedAccounts }): Shares => {
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
      of: (arn) => byResource.get(arn) ?? [],
    };
  },
);
