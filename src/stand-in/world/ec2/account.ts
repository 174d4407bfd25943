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
  GetSnapshotBlockPublicAccessState: { State: 'unblocked' },
});
