import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { httpStage } from '../../src/services/apigatewayv2/stage.ts';

export default state(httpStage, 'apigateway-v2-stage-access-logging-enabled', {
  title: 'Stages of HTTP and WebSocket APIs write an access log',
  at: 'accessLog',
  otherwise: pass('{label} writes an access log to {accessLog}'),
  unsaid: fail('{label} writes no access log; expected a log group'),
  risk: 'Who called the API, when, and what it answered is not known when something has happened.',
  fix: {
    text: 'Make a log group with a retention and give its ARN (without `:*` at the end) and a format that holds $context.requestId. Whoever sets it needs logs:CreateLogDelivery. Keep tokens and bodies out of the format. It costs what CloudWatch Logs takes in; delete-access-log-settings undoes it.',
    cli: 'aws apigatewayv2 update-stage --api-id {apiId} --stage-name {stageName} --access-log-settings DestinationArn=LOG_GROUP_ARN,Format=FORMAT',
    terraform:
      'resource "aws_apigatewayv2_stage" "this" {\n  api_id = "{apiId}"\n  name   = "{stageName}"\n  access_log_settings {\n    destination_arn = aws_cloudwatch_log_group.this.arn\n    format          = "$context.requestId $context.identity.sourceIp $context.routeKey $context.status"\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-9',
  ],
});
