import { resource } from '../../inventory/resource.ts';
import { notTold, organizationDetails } from './organization.ts';
import { organizations } from './service.ts';
import { unitsOf } from './tree.ts';

/** Organisational units, of every depth. Told to the management account and to delegated administrators; elsewhere there are none. */
export const organizationalUnit = resource(organizations, 'AWS::Organizations::OrganizationalUnit', {
  calls: ['DescribeOrganization', 'ListRoots', 'ListOrganizationalUnitsForParent'],
  often: { ListOrganizationalUnitsForParent: 'per root and organizational unit' },
  noneOn: notTold,
  async *list(api) {
    await organizationDetails(api);
    yield* await unitsOf(api);
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:organizations::${account}:ou/${id}`,
  label: ({ id, name }) => (name === id ? `Organizational unit ${id}` : `Organizational unit ${name} (${id})`),
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_ous.html'],
});
