import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

export default answers('ec2', {
  DescribeAccountVpcEncryptionControl: ({ region }) => ({
    AccountVpcEncryptionControl:
      region === mainRegion
        ? {
            State: 'transitions-successful',
            Mode: 'attempt-enforce',
            ManagedBy: 'account',
            Exclusions: { InternetGateway: 'enabled', Lambda: 'disabled' },
          }
        : { State: 'default-state', Mode: 'unmanaged', ManagedBy: 'account' },
  }),
  GetEbsEncryptionByDefault: ({ region }) => ({ EbsEncryptionByDefault: region === mainRegion }),
  GetInstanceMetadataDefaults: ({ region }) => ({
    AccountLevel: region === mainRegion ? { HttpTokens: 'required', ManagedBy: 'account' } : {},
  }),
  DescribeVpcBlockPublicAccessOptions: ({ region }) => ({
    VpcBlockPublicAccessOptions: {
      AwsRegion: region,
      State: 'default-state',
      InternetGatewayBlockMode: region === mainRegion ? 'block-ingress' : 'off',
      ManagedBy: 'account',
      ExclusionsAllowed: 'allowed',
    },
  }),
  GetImageBlockPublicAccessState: ({ region }) => ({
    ImageBlockPublicAccessState: region === mainRegion ? 'block-new-sharing' : 'unblocked',
    ManagedBy: 'account',
  }),
  GetSerialConsoleAccessStatus: ({ region }) => ({
    SerialConsoleAccessEnabled: region !== mainRegion,
    ManagedBy: 'account',
  }),
  GetSnapshotBlockPublicAccessState: { State: 'unblocked' },
});
