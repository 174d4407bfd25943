import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { securityConfiguration } from '../../src/services/emr/security-configuration.ts';

export default state(securityConfiguration, 'emr-security-configuration-local-disk-encrypted', {
  title: 'Security configurations of EMR ask for encryption of local disks',
  at: 'encryption.localDisks',
  is: {
    true: pass('{label} asks for encryption of local disks'),
    false: fail('{label} does not ask for encryption of local disks'),
  },
  risk: 'What is spilled and cached on the disks of nodes is in the open.',
  fix: {
    text: 'A security configuration cannot be changed: make another (`aws emr create-security-configuration`) that asks for it, start clusters with that one, and delete this one.',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
});
