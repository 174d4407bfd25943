import { defineCheck } from '../../src/engine/check.ts';
import { judgeSecrets } from '../../src/judgements/secrets/secrets.ts';
import { httpStage } from '../../src/services/apigatewayv2/stage.ts';

export default defineCheck({
  id: 'apigateway-http-stage-variables-no-secrets',
  title: 'Stage variables of HTTP and WebSocket APIs hold no secrets',
  resource: httpStage,
  needs: ['variableSecrets'],
  risk: 'Stage variables are stored in plain text, shown to everyone who may read the API, and copied into the requests that integrations get.',
  fix: {
    text: 'Remove the variable, let the integration read the secret from Secrets Manager (or an authorizer check it), deploy, and rotate the secret: it must be taken as known to others.',
    cli: "aws apigatewayv2 get-stages --api-id API_ID --query 'Items[].StageName' --region {region}\naws apigatewayv2 update-stage --api-id API_ID --stage-name STAGE --stage-variables 'VARIABLE=' --region {region}",
    terraform:
      'resource "aws_apigatewayv2_stage" "this" {\n  api_id = aws_apigatewayv2_api.this.id\n  name   = "prod"\n  stage_variables = {\n    secret_arn = aws_secretsmanager_secret.this.arn\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
  evaluate({ name, variableSecrets: { secrets } }) {
    return judgeSecrets({ name, place: 'its stage variables', secrets, expected: 'ARNs of secrets, or no variable' });
  },
});
