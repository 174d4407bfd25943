import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { securityConfiguration } from '../../src/services/emr/security-configuration.ts';

export default state(securityConfiguration, 'emr-security-configuration-encrypted-in-transit', {
  title: 'Security configurations of EMR ask for encryption between nodes',
  at: 'encryption.inTransit',
  is: {
    true: pass('{label} asks for encryption between nodes'),
    false: fail('{label} does not ask for encryption between nodes'),
  },
  risk: 'What nodes send each other is read by whoever sits between them.',
  fix: {
    text: 'A security configuration cannot be changed: make another (`aws emr create-security-configuration`) that asks for it, start clusters with that one, and delete this one.',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
});
