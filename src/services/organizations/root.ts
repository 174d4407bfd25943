import { resource } from '../../inventory/resource.ts';
import { notTold, organizationDetails } from './organization.ts';
import { organizations } from './service.ts';
import { rootsOf } from './tree.ts';

/** The top of the organisation. Told to the management account and to delegated administrators; elsewhere there is none. */
export const organizationRoot = resource(organizations, 'AWS::Organizations::Root', {
  calls: ['DescribeOrganization', 'ListRoots'],
  noneOn: notTold,
  async *list(api) {
    await organizationDetails(api);
    yield* await rootsOf(api);
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:organizations::${account}:root/${id}`,
});
