import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';

const blocks = ['block-new-sharing', 'unblocked'] as const;
const asBlock = (state: string | undefined) =>
  state === undefined ? undefined : (blocks.find((one) => one === state) ?? ('OTHER' as const));

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
  ebsEncryptionByDefault: facet.call('GetEbsEncryptionByDefault', {
    keep: ({ EbsEncryptionByDefault }) => ({ enabled: EbsEncryptionByDefault }),
  }),
  /**
   * What new instances get where neither the launch nor its template says it. Only what was set is answered: a setting that is left
   * out has no value for the account, and then the AMI decides
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataDefaultsResponse.html).
   */
  metadataDefaults: facet({
    calls: ['GetInstanceMetadataDefaults'],
    async read(api) {
      const { AccountLevel: set } = await api.call('GetInstanceMetadataDefaults');
      if (set === undefined) return { told: false };
      return {
        told: true,
        /** `required` or `optional`. */
        tokens: set.HttpTokens,
        endpoint: set.HttpEndpoint,
        hopLimit: set.HttpPutResponseHopLimit,
        /** `enabled`: nothing starts, and nothing is changed, that does not require IMDSv2. */
        enforced: set.HttpTokensEnforced,
        managedBy: set.ManagedBy,
      };
    },
  }),
  /**
   * What the account asks of the encryption of traffic in its VPCs, and how far that came. A VPC moves to enforcing only when nothing in it
   * carries plain text, so that what is asked for is not yet what holds.
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AccountVpcEncryptionControl.html
   */
  vpcEncryptionControl: facet.call('DescribeAccountVpcEncryptionControl', {
    keep: ({ AccountVpcEncryptionControl: control }) => ({
      mode: control?.Mode,
      /** How the last change went over the VPCs. */
      state: control?.State,
      managedBy: control?.ManagedBy,
      /** What may carry plain text nevertheless: `InternetGateway`, `Lambda`. */
      exclusions:
        control?.Exclusions &&
        Object.entries(control.Exclusions)
          .filter(([, state]) => state === 'enabled' || state === 'enabling')
          .map(([what]) => what)
          .sort(),
    }),
  }),
  /**
   * `block-all-sharing` also hides the snapshots that are public already, `block-new-sharing` keeps them public.
   * https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
   */
  snapshotBlockPublicAccess: facet.call('GetSnapshotBlockPublicAccessState', {
    keep: ({ State }) => ({ state: State }),
  }),
  /** `block-new-sharing` leaves AMIs public that are: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html */
  imageBlockPublicAccess: facet.call('GetImageBlockPublicAccessState', {
    keep: ({ ImageBlockPublicAccessState: state }) => ({ state: asBlock(state) }),
  }),
  serialAccess: facet.call('GetSerialConsoleAccessStatus', {
    keep: ({ SerialConsoleAccessEnabled: enabled }) => ({ enabled }),
  }),
  /** What internet gateways may carry: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html */
  vpcBlockPublicAccess: facet.call('DescribeVpcBlockPublicAccessOptions', {
    keep: ({ VpcBlockPublicAccessOptions: options }) => ({ mode: options?.InternetGatewayBlockMode }),
  }),
}));
