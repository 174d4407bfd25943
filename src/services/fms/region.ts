import { resource } from '../../inventory/resource.ts';
import { fms } from './service.ts';

/** Firewall Manager in a region: its policies stand in {@link firewallPolicy}. */
export const firewallManagerRegion = resource(fms, 'AWS::FMS::Region', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `Firewall Manager in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:fms:${region}:${id}:policies`,
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/working-with-policies.html'],
});
