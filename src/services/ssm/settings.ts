import { resource } from '../../inventory/resource.ts';
import { ssm } from './service.ts';

/** Systems Manager's settings of an account in one region. They always exist, so nothing is listed. */
export const ssmSettings = resource(ssm, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ region }) {
    yield { id: 'settings', name: `Systems Manager in ${region}` };
  },
  arn: (_item, { partition, region, account }) => `arn:${partition}:ssm:${region}:${account}:servicesetting`,
}).facets((facet) => ({
  /** Whether documents may be shared with everybody: `Enable` or `Disable`. */
  publicSharing: facet.call('GetServiceSetting', {
    input: () => ({ SettingId: '/ssm/documents/console/public-sharing-permission' }),
    keep: ({ ServiceSetting }) => ({ value: asSharing(ServiceSetting?.SettingValue) }),
  }),
}));

const values = ['Enable', 'Disable'] as const;
const asSharing = (value: string | undefined) => values.find((one) => one === value);
