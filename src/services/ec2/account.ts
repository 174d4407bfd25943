import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';

/** EC2's settings of an account in one region. They always exist, so nothing is listed. */
export const ec2Settings = resource(ec2, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ region }) {
    yield { id: 'settings', name: `EC2 settings in ${region}` };
  },
  arn: (_item, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:settings`,
}).facets((facet) => ({
  /** Whether new EBS volumes and snapshot copies are encrypted without being asked. */
  ebsEncryptionByDefault: facet({
    calls: ['GetEbsEncryptionByDefault'],
    async read(api) {
      const { EbsEncryptionByDefault } = await api.call('GetEbsEncryptionByDefault');
      return { enabled: EbsEncryptionByDefault };
    },
  }),
  /**
   * `block-all-sharing` also hides the snapshots that are public already, `block-new-sharing` keeps them public.
   * https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
   */
  snapshotBlockPublicAccess: facet({
    calls: ['GetSnapshotBlockPublicAccessState'],
    async read(api) {
      const { State } = await api.call('GetSnapshotBlockPublicAccessState');
      return { state: State };
    },
  }),
}));
