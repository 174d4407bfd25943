import { defineCheck, notApplicable, unknown } from '../../src/engine/check.ts';
import { judgeSecrets } from '../../src/judgements/secrets/secrets.ts';
import { parameter } from '../../src/services/ssm/parameter.ts';

export default defineCheck({
  id: 'ssm-parameter-no-plaintext-secrets',
  title: 'SSM parameters of type String and StringList hold no secrets',
  resource: parameter,
  needs: ['valueSecrets'],
  risk: 'A String or StringList parameter is stored and shown unencrypted to everyone who may get parameters, and its earlier values stay in its history. No key protects it.',
  fix: {
    text: 'Store the value as a new SecureString parameter or in Secrets Manager, point its readers there, delete the plain parameter with its history, and rotate the secret.',
    cli: 'aws ssm put-parameter --name {name}-secure --type SecureString --value file://secret.txt --region {region}\naws ssm delete-parameter --name {name} --region {region}',
    terraform:
      'resource "aws_ssm_parameter" "this" {\n  name             = "{name}"\n  type             = "SecureString"\n  value_wo         = var.secret\n  value_wo_version = 1\n}',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/security-best-practices.html',
  ],
  evaluate({ name, type, valueSecrets }) {
    if (valueSecrets === undefined) {
      if (type === undefined) return unknown(`AWS did not say of which type ${name} is`);
      if (type === 'String' || type === 'StringList') return unknown(`the value of ${name} was not examined`);
      return notApplicable(`${name} is of type ${type}, not String or StringList`);
    }
    return judgeSecrets({ name, place: 'its value', secrets: valueSecrets.secrets, expected: 'type SecureString' });
  },
});
