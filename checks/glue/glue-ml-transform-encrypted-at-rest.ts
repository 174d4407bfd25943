import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { mlTransform, transformEncryption } from '../../src/services/glue/ml-transform.ts';

export default encryptedAtRest(mlTransform, 'glue-ml-transform-encrypted-at-rest', {
  title: 'Machine learning transforms of Glue are encrypted',
  by: transformEncryption,
  risk: 'Labels and examples are copies of the rows that the transform was taught with, in the open.',
  fix: {
    text: 'It is decided when a transform is made: make it again with encryption by a KMS key, and teach it the same labels.',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/glue-controls.html#glue-3'],
});
