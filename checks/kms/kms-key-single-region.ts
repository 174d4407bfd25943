import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { key } from '../../src/services/kms/key.ts';

export default state(key, 'kms-key-single-region', {
  title: 'Customer managed keys are kept in one region',
  at: 'details.multiRegion',
  unless: [
    { at: 'details.manager', is: ['AWS'], because: '{label} is managed by AWS' },
    {
      at: 'details.state',
      is: ['PendingDeletion', 'PendingReplicaDeletion'],
      because: '{label} is about to be deleted',
    },
  ],
  is: {
    false: pass('{label} is in {region} alone'),
    true: fail('{label} is a multi-Region key[ ({details.multiRegionType})]; expected one that stays in its region'),
  },
  unsaid: unknown('AWS does not say whether {label} is a multi-Region key'),
  risk: 'The same key material is in several regions, or can be put there, and each copy has a policy of its own: the weakest of them says who decrypts.',
  fix: {
    text: 'Where nothing needs to be decrypted in another region without a call to this one, encrypt with a key of one region and then delete this one. A multi-Region key cannot be made one of a single region.',
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
});
