import { encryptedByConfiguration } from '../../src/judgements/encryption/glue.ts';
import { devEndpoint } from '../../src/services/glue/dev-endpoint.ts';

export default encryptedByConfiguration(devEndpoint, 'glue-dev-endpoint-cloudwatch-logs-encrypted', {
  title: 'Development endpoints encrypt their logs',
  part: 'logs',
  risk: 'Logs hold what scripts print: rows, paths, and what went wrong with them.',
  fix: {
    text: 'Make a security configuration that encrypts it with a key of your own (`aws glue create-security-configuration`), let the role use the key, and name the configuration in the endpoint, which is made again: one keeps its configuration.',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
});
