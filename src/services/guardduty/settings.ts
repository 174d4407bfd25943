import { resource } from '../../inventory/resource.ts';
import { organizationFacet } from '../organizations/organization.ts';
import { organizations } from '../organizations/service.ts';
import { detectorIdOf } from './detector-id.ts';
import { guardduty } from './service.ts';

/** How GuardDuty is run for the organisation, in a region. */
export const guarddutySettings = resource(guardduty, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `GuardDuty in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:guardduty:${region}:${id}:settings`,
})
  .facets((facet) => ({
    organization: facet.from(organizations, organizationFacet),
  }))
  .facets((facet) => ({
    /**
     * The delegated administrators, as the organisation's management account sees them; no other account is asked:
     * "Only the organization's management account can run this API operation"
     * (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListOrganizationAdminAccounts.html).
     */
    organizationAdmins: facet({
      calls: ['ListOrganizationAdminAccounts'],
      after: ['organization'],
      async read(api, _item, { organization }) {
        if (organization?.isManagement !== true) return undefined;
        const admins: { account: string | undefined; status: string | undefined }[] = [];
        for await (const { AdminAccounts } of api.pages('ListOrganizationAdminAccounts')) {
          for (const { AdminAccountId, AdminStatus } of AdminAccounts ?? [])
            admins.push({ account: AdminAccountId, status: AdminStatus });
        }
        return admins;
      },
    }),
    /**
     * What the delegated administrator set for its members; absent for an account that is not the delegated administrator
     * of the region (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DescribeOrganizationConfiguration.html).
     */
    organizationConfiguration: facet({
      calls: ['ListDetectors', 'DescribeOrganizationConfiguration'],
      absentOn: ['BadRequestException'],
      after: ['organization'],
      async read(api, _item, { organization }) {
        if (organization === undefined) return undefined;
        const detectorId = await detectorIdOf(api);
        if (detectorId === undefined) return undefined;
        // Every page repeats the settings; only the list of features goes on.
        for await (const page of api.pages('DescribeOrganizationConfiguration', { DetectorId: detectorId })) {
          // Before there was NEW, ALL and NONE, a boolean said whether new accounts were taken in.
          const before = page.AutoEnable === undefined ? undefined : page.AutoEnable ? 'NEW' : 'NONE';
          return { autoEnableMembers: page.AutoEnableOrganizationMembers ?? before };
        }
        return undefined;
      },
    }),
  }));
