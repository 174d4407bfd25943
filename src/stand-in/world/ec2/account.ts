import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

export default answers('ec2', {
  GetEbsEncryptionByDefault: ({ region }) => ({ EbsEncryptionByDefault: region === mainRegion }),
  GetInstanceMetadataDefaults: ({ region }) => ({
    AccountLevel: region === mainRegion ? { HttpTokens: 'required', ManagedBy: 'account' } : {},
  }),
  GetSnapshotBlockPublicAccessState: { State: 'unblocked' },
});
