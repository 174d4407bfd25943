import { unknown } from '../../src/engine/check.ts';
import { parameter } from '../../src/services/ssm/parameter.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(parameter, 'ssm-parameter-no-plaintext-secrets', {
  title: 'SSM parameters of type String and StringList hold no secrets',
  unless: [
    { at: 'type', is: [undefined], verdict: unknown('AWS did not say of which type {name} is') },
    {
      such: { type: 'SecureString' },
      when: ({ name, type }) =>
        type === 'String' || type === 'StringList' ? undefined : `${name} is of type ${type}, not String or StringList`,
    },
    { at: 'valueSecrets', is: [undefined], verdict: unknown('the value of {name} was not examined') },
  ],
  in: 'valueSecrets',
  place: 'its value',
  expected: 'type SecureString',
  risk: 'A String or StringList parameter is stored and shown unencrypted to everyone who may get parameters, and its earlier values stay in its history. No key protects it.',
  fix: {
    text: 'Store the value as a new SecureString parameter or in Secrets Manager, point its readers there, delete the plain parameter with its history, and rotate the secret.',
    terraform:
      'resource "aws_ssm_parameter" "this" {\n  name             = "{name}"\n  type             = "SecureString"\n  value_wo         = var.secret\n  value_wo_version = 1\n}',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/security-best-practices.html',
  ],
});
