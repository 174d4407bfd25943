import { encryptedByConfiguration } from '../../src/judgements/encryption/glue.ts';
import { devEndpoint } from '../../src/services/glue/dev-endpoint.ts';

export default encryptedByConfiguration(devEndpoint, 'glue-dev-endpoint-s3-encrypted', {
  title: 'Development endpoints encrypt what they write to S3',
  part: 's3',
  risk: 'Without it results and temporary files have what the bucket happens to give, not the key that protects the data.',
  fix: {
    text: 'Make a security configuration that encrypts it with a key of your own (`aws glue create-security-configuration`), let the role use the key, and name the configuration in the endpoint, which is made again: one keeps its configuration.',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
});
