import { answers } from '../../answers.ts';
import { account, arnOf, keyArn, mainRegion, policy } from '../../facts.ts';

/** Encrypted, for the account alone in the main region; neither in the other. */
export default answers('glue', {
  GetDataCatalogEncryptionSettings: ({ region }) => ({
    DataCatalogEncryptionSettings:
      region === mainRegion
        ? {
            EncryptionAtRest: { CatalogEncryptionMode: 'SSE-KMS', SseAwsKmsKeyId: keyArn },
            ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: true, AwsKmsKeyId: keyArn },
          }
        : {
            EncryptionAtRest: { CatalogEncryptionMode: 'DISABLED' },
            ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: false },
          },
  }),
  GetResourcePolicy: ({ region }) => ({
    PolicyInJson: policy({
      Effect: 'Allow',
      Principal: region === mainRegion ? { AWS: `arn:aws:iam::${account}:root` } : '*',
      Action: 'glue:GetTables',
      Resource: arnOf('glue', '*', region),
    }),
  }),
});
