import { unknown } from '../../src/engine/check.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(lambdaFunction, 'lambda-function-environment-no-secrets', {
  title: 'Lambda functions keep no secrets in the environment variables of their latest version',
  unless: [
    {
      needs: ['environmentSecrets'],
      such: { environmentSecrets: { variables: 0, secrets: [], errorCode: 'AccessDeniedException' } },
      when: ({ name, environmentSecrets: { errorCode } }) =>
        errorCode === undefined
          ? undefined
          : unknown(
              `Lambda could not decrypt the environment variables of ${name} (${errorCode}): kms:Decrypt on their key is needed`,
              errorCode.startsWith('AccessDenied') ? ['kms:Decrypt'] : [],
            ),
    },
  ],
  in: 'environmentSecrets',
  place: 'the environment variables of its latest version ($LATEST)',
  expected: 'references to Secrets Manager or Parameter Store',
  risk: 'Everyone who may list or read functions sees their environment variables, and so do logs and crash reports of the code. A secret there is as good as shared.',
  fix: {
    text: 'Put the secret into Secrets Manager or a SecureString parameter, let the function read it at run time, remove the variable, and rotate the secret: it must be taken as known to others. Publish a new version and delete old ones, which keep the variable.',
    terraform:
      'resource "aws_lambda_function" "this" {\n  function_name = "{name}"\n  environment {\n    variables = {\n      SECRET_ID = aws_secretsmanager_secret.this.arn\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html',
  ],
});
