import { stage } from '../../src/services/apigateway/stage.ts';
import { shell } from '../../src/text/shell.ts';
import { noSecrets, variablesWith } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(stage, 'apigateway-stage-variables-no-secrets', {
  title: 'API Gateway stage variables hold no secrets',
  in: 'variableSecrets',
  place: 'its stage variables',
  expected: 'ARNs of secrets, or no variable',
  risk: 'Stage variables are stored in plain text, shown to everyone who may read the API, and copied into exports and into the requests that integrations get.',
  fix: {
    text: 'Let the integration read the secret from Secrets Manager (or an authorizer check it), then remove the variable (of a canary: path=/canarySettings/stageVariableOverrides/…), deploy, and rotate the secret: it must be taken as known to others.',
    exact({ restApiId, stageName, variableSecrets: { secrets } }) {
      const removals = variablesWith(secrets).map((name) => `op=remove,path=/variables/${name}`);
      if (removals.length === 0) return {};
      return {
        cli: shell`aws apigateway update-stage --rest-api-id ${restApiId} --stage-name ${stageName} --patch-operations ${removals}`,
      };
    },
    terraform:
      'resource "aws_api_gateway_stage" "this" {\n  rest_api_id   = aws_api_gateway_rest_api.this.id\n  deployment_id = aws_api_gateway_deployment.this.id\n  stage_name    = "prod"\n  variables = {\n    secret_arn = aws_secretsmanager_secret.this.arn\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
});
