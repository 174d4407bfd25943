import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { securityConfiguration } from '../../src/services/emr/security-configuration.ts';

export default state(securityConfiguration, 'emr-security-configuration-encrypted-at-rest', {
  title: 'Security configurations of EMR ask for encryption at rest',
  at: 'encryption.atRest',
  is: {
    true: pass('{label} asks for encryption at rest'),
    false: fail('{label} does not ask for encryption at rest'),
  },
  risk: 'Data in S3 and on the disks of clusters is in the open for whoever gets at them.',
  fix: {
    text: 'A security configuration cannot be changed: make another (`aws emr create-security-configuration`) that asks for it, start clusters with that one, and delete this one.',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
});
