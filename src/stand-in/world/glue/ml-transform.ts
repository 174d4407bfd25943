import { answers, here } from '../../answers.ts';
import { keyArn } from '../../facts.ts';

const one = (Name: string, MlUserDataEncryption: object) => ({
  TransformId: `tfm-${Name}`,
  Name,
  Status: 'READY',
  TransformEncryption: { MlUserDataEncryption },
});

export default answers(
  'glue',
  {
    GetMLTransforms: here({
      Transforms: [
        one('match-customers', { MlUserDataEncryptionMode: 'DISABLED' }),
        one('match-orders', { MlUserDataEncryptionMode: 'SSE-KMS', KmsKeyId: keyArn }),
      ],
    }),
  },
  { 'AWS::Glue::MLTransform': 'tfm-match-orders' },
);
