import { along } from '../engine/check.ts';
import { organization } from '../services/organizations/organization.ts';

/**
 * The organisation, for checks that tell grants to its members from grants to strangers. Most verdicts do not depend on
 * it, so its denial alone makes nothing unknown: `judgeTrusted` says where it matters.
 */
export const organizationAlong = {
  organizations: along(organization, { needs: ['details'], optional: true }),
} as const;

/** The id of the own organisation; null: the account is in none; undefined: it could not be read. */
export function ownOrganizationOf(
  organizations: readonly { readonly details: { readonly id: string | undefined } | undefined }[],
): string | null | undefined {
  const [found] = organizations;
  if (found === undefined) return undefined;
  return found.details === undefined ? null : found.details.id;
}
