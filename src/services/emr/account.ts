import { resource } from '../../inventory/resource.ts';
import { emr } from './service.ts';

/** EMR's settings of an account in one region. They always exist, so nothing is listed. */
export const emrSettings = resource(emr, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ region }) {
    yield { id: 'settings', name: `EMR in ${region}` };
  },
  arn: (_item, { partition, region, account }) => `arn:${partition}:elasticmapreduce:${region}:${account}:settings`,
}).facets((facet) => ({
  /**
   * Whether clusters may be started with security groups that are open to the world, and on which ports they may nevertheless.
   * https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html
   */
  blockPublicAccess: facet.call('GetBlockPublicAccessConfiguration', {
    keep: ({ BlockPublicAccessConfiguration: block }) => ({
      on: block?.BlockPublicSecurityGroupRules,
      /** Ranges of ports, ends included; of one port, twice the same. */
      permitted: block?.PermittedPublicSecurityGroupRuleRanges?.map(({ MinRange, MaxRange }) => ({
        from: MinRange,
        to: MaxRange ?? MinRange,
      })),
    }),
  }),
}));
