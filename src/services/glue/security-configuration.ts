import { listed } from '../../inventory/listed.ts';
import { glue } from './service.ts';

/** What jobs, crawlers and development endpoints encrypt, and with which keys. */
export const securityConfiguration = listed(glue, 'AWS::Glue::SecurityConfiguration', 'GetSecurityConfigurations', {
  at: 'SecurityConfigurations',
  input: { MaxResults: 100 },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
  id: ({ Name }) => Name,
  keep: {
    s3: ({ EncryptionConfiguration: found }) => found?.S3Encryption?.map(({ S3EncryptionMode }) => S3EncryptionMode),
    logs: ({ EncryptionConfiguration: found }) => found?.CloudWatchEncryption?.CloudWatchEncryptionMode,
    bookmarks: ({ EncryptionConfiguration: found }) => found?.JobBookmarksEncryption?.JobBookmarksEncryptionMode,
  },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:glue:${region}:${account}:securityConfiguration/${id}`,
});
