import { encryptedByConfiguration } from '../../src/judgements/encryption/glue.ts';
import { devEndpoint } from '../../src/services/glue/dev-endpoint.ts';

export default encryptedByConfiguration(devEndpoint, 'glue-dev-endpoint-job-bookmark-encrypted', {
  title: 'Development endpoints encrypt their bookmarks',
  part: 'bookmarks',
  risk: 'Bookmarks are kept in S3 and tell which data there is and how far it was read.',
  fix: {
    text: 'Make a security configuration that encrypts it with a key of your own (`aws glue create-security-configuration`), let the role use the key, and name the configuration in the endpoint, which is made again: one keeps its configuration.',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
});
