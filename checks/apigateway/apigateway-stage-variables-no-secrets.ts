import { stage } from '../../src/services/apigateway/stage.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(stage, 'apigateway-stage-variables-no-secrets', {
  title: 'API Gateway stage variables hold no secrets',
  in: 'variableSecrets',
  place: 'its stage variables',
  expected: 'ARNs of secrets, or no variable',
  risk: 'Stage variables are stored in plain text, shown to everyone who may read the API, and copied into exports and into the requests that integrations get.',
  fix: {
    text: 'Remove the variable, let the integration read the secret from Secrets Manager (or an authorizer check it), deploy, and rotate the secret: it must be taken as known to others.',
    cli: "aws apigateway get-stages --rest-api-id REST_API_ID --query 'item[].stageName' --region {region}\naws apigateway update-stage --rest-api-id REST_API_ID --stage-name STAGE --patch-operations op=remove,path=/variables/VARIABLE --region {region}",
    terraform:
      'resource "aws_api_gateway_stage" "this" {\n  rest_api_id   = aws_api_gateway_rest_api.this.id\n  deployment_id = aws_api_gateway_deployment.this.id\n  stage_name    = "prod"\n  variables = {\n    secret_arn = aws_secretsmanager_secret.this.arn\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
});
