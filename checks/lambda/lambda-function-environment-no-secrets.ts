import { defineCheck, unknown } from '../../src/engine/check.ts';
import { judgeSecrets } from '../../src/judgements/secrets/secrets.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';

export default defineCheck({
  id: 'lambda-function-environment-no-secrets',
  title: 'Lambda functions keep no secrets in the environment variables of their latest version',
  resource: lambdaFunction,
  needs: ['environmentSecrets'],
  risk: 'Everyone who may list or read functions sees their environment variables, and so do logs and crash reports of the code. A secret there is as good as shared.',
  fix: {
    text: 'Put the secret into Secrets Manager or a SecureString parameter, let the function read it at run time, remove the variable, and rotate the secret: it must be taken as known to others. Publish a new version and delete old ones, which keep the variable.',
    cli: 'aws secretsmanager create-secret --name {name} --secret-string file://secret.txt --region {region}\naws lambda update-function-configuration --function-name {name} --environment \'{"Variables":{"SECRET_ID":"{name}"}}\' --region {region}',
    terraform:
      'resource "aws_lambda_function" "this" {\n  function_name = "{name}"\n  environment {\n    variables = {\n      SECRET_ID = aws_secretsmanager_secret.this.arn\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html',
  ],
  evaluate({ name, environmentSecrets: { errorCode, secrets } }) {
    if (errorCode !== undefined)
      return unknown(
        `Lambda could not decrypt the environment variables of ${name} (${errorCode}): kms:Decrypt on their key is needed`,
        errorCode.startsWith('AccessDenied') ? ['kms:Decrypt'] : [],
      );
    return judgeSecrets({
      name,
      place: 'the environment variables of its latest version ($LATEST)',
      secrets,
      expected: 'references to Secrets Manager or Parameter Store',
    });
  },
});
