import { answers, here } from '../../answers.ts';
import { keyArn } from '../../facts.ts';

/** One that encrypts everything, and one that encrypts nothing. */
export default answers(
  'glue',
  {
    GetSecurityConfigurations: here({
      SecurityConfigurations: [
        {
          Name: 'all',
          EncryptionConfiguration: {
            S3Encryption: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: keyArn }],
            CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: keyArn },
            JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: keyArn },
          },
        },
        {
          Name: 'nothing',
          EncryptionConfiguration: {
            S3Encryption: [{ S3EncryptionMode: 'DISABLED' }],
            CloudWatchEncryption: { CloudWatchEncryptionMode: 'DISABLED' },
            JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'DISABLED' },
          },
        },
      ],
    }),
  },
  { 'AWS::Glue::SecurityConfiguration': 'all' },
);
