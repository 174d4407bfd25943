import { along } from '../engine/check.ts';
import { derive, type ReportInputs } from '../engine/derive.ts';
import type { OrganizationPlace } from '../engine/result.ts';
import { organization } from '../services/organizations/organization.ts';
import { organizationalUnit } from '../services/organizations/unit.ts';

/** Where the account stands in its organization, of whatever was read. */
export const place = derive(
  'the account in its organization',
  {
    ownOrganization: along(organization, { needs: ['details'], optional: true }),
    // Told to few accounts: apart, so that the rest is known without it.
    levelsAbove: along(organization, { needs: ['levels'], optional: true }),
    unitsAbove: along(organizationalUnit, { optional: true }),
  },
  ({ ownOrganization, levelsAbove, unitsAbove }, { account }): OrganizationPlace | undefined => {
    // What could not be read is not there; a resource without details is an answer: the account is in no organization.
    const [one] = ownOrganization;
    if (one === undefined) return undefined;
    const { id, managementAccount } = one.details ?? {};
    const path = (levelsAbove[0]?.levels ?? []).filter((level) => level !== account);
    const names = path.flatMap((level, at) => {
      const name = at === 0 ? 'Root' : unitsAbove.find((unit) => unit.id === level)?.name;
      return name ?? [];
    });
    return {
      ...(id === undefined ? {} : { id }),
      ...(managementAccount === undefined ? {} : { managementAccount }),
      ...(path.length === 0 ? {} : { path }),
      ...(path.length === 0 || names.length < path.length ? {} : { names }),
    };
  },
);

export const placeIn = (inputs: ReportInputs): OrganizationPlace | undefined => inputs.get(place);
