import { listed } from '../../inventory/listed.ts';
import { glue } from './service.ts';

/** A machine learning transform. */
export const mlTransform = listed(glue, 'AWS::Glue::MLTransform', 'GetMLTransforms', {
  at: 'Transforms',
  input: { MaxResults: 100 },
  narrows: { Filter: 'unless given', Sort: 'unless given' },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/machine-learning.html'],
  id: ({ TransformId }) => TransformId,
  keep: {
    name: ({ Name, TransformId = '' }) => Name ?? TransformId,
    encryption: ({ TransformEncryption }) => TransformEncryption?.MlUserDataEncryption?.MlUserDataEncryptionMode,
    keyId: ({ TransformEncryption }) => TransformEncryption?.MlUserDataEncryption?.KmsKeyId,
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:glue:${region}:${account}:mlTransform/${id}`,
});

/** Left out where it was not asked for: https://docs.aws.amazon.com/glue/latest/webapi/API_CreateMLTransform.html */
export const transformEncryption = {
  at: 'encryption',
  is: { DISABLED: 'none', 'SSE-KMS': 'kms' },
  unsaid: 'none',
  key: 'keyId',
  what: 'its data',
} as const;
