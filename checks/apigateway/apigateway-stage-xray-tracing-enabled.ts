import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { stage } from '../../src/services/apigateway/stage.ts';

export default state(stage, 'apigateway-stage-xray-tracing-enabled', {
  title: 'Stages of REST APIs trace requests with X-Ray',
  at: 'tracingEnabled',
  is: {
    true: pass('{label} traces requests with X-Ray'),
    false: fail('{label} does not trace requests with X-Ray'),
  },
  unsaid: unknown('AWS does not say whether {label} traces requests with X-Ray'),
  risk: 'Where requests are slow, fail or come from is not seen across the services behind the API.',
  fix: {
    text: 'Switch active tracing on: API Gateway samples requests by the rules of X-Ray, which charges for traces beyond the free ones. It takes effect without a new deployment, and value=false undoes it.',
    cli: 'aws apigateway update-stage --rest-api-id {restApiId} --stage-name {stageName} --patch-operations op=replace,path=/tracingEnabled,value=true',
    terraform:
      'resource "aws_api_gateway_stage" "this" {\n  rest_api_id          = "{restApiId}"\n  stage_name           = "{stageName}"\n  deployment_id        = aws_api_gateway_deployment.this.id\n  xray_tracing_enabled = true\n}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-3',
  ],
});
