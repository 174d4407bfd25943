import { shell } from '../../src/text/shell.ts';
import { httpStage } from '../../src/services/apigatewayv2/stage.ts';
import { noSecrets, variablesWith } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(httpStage, 'apigateway-http-stage-variables-no-secrets', {
  title: 'Stage variables of HTTP and WebSocket APIs hold no secrets',
  in: 'variableSecrets',
  place: 'its stage variables',
  expected: 'ARNs of secrets, or no variable',
  risk: 'Stage variables are stored in plain text, shown to everyone who may read the API, and copied into the requests that integrations get.',
  fix: {
    text: 'Let the integration read the secret from Secrets Manager (or an authorizer check it), then remove the variable, deploy, and rotate the secret: it must be taken as known to others.',
    // A variable is removed by an empty value, as Terraform's provider does; the API reference does not say how.
    exact({ apiId, stageName, variableSecrets: { secrets } }) {
      const removed = Object.fromEntries(variablesWith(secrets).map((name) => [name, '']));
      if (Object.keys(removed).length === 0) return {};
      return {
        cli: shell`aws apigatewayv2 update-stage --api-id ${apiId} --stage-name ${stageName} --stage-variables ${removed}`,
      };
    },
    terraform:
      'resource "aws_apigatewayv2_stage" "this" {\n  api_id = aws_apigatewayv2_api.this.id\n  name   = "prod"\n  stage_variables = {\n    secret_arn = aws_secretsmanager_secret.this.arn\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
});
