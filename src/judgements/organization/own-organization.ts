import { along } from '../../engine/check.ts';
import { organization } from '../../services/organizations/organization.ts';

/** The organisation, for checks that tell grants to its members from grants to strangers; see `judgeTrusted`. */
export const organizationAlong = { organizations: along(organization, { needs: ['details'] }) } as const;

/** The id of the own organisation; null: the account is in none; undefined: the answer does not say. */
export function ownOrganizationOf(
  organizations: readonly { readonly details: { readonly id: string | undefined } | undefined }[],
): string | null | undefined {
  const [found] = organizations;
  // No item: the partition has no Organizations.
  return found?.details === undefined ? null : found.details.id;
}
