import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

const deployed = async (aws: Parameters<Build>[0]) => {
  const api = await aws`apigateway create-rest-api --name shop --query id --output text`;
  const root = await aws`apigateway get-resources --rest-api-id ${api} --query items[0].id --output text`;
  await aws`apigateway put-method --rest-api-id ${api} --resource-id ${root} --http-method GET --authorization-type AWS_IAM`;
  await aws`apigateway put-integration --rest-api-id ${api} --resource-id ${root} --http-method GET --type MOCK`;
  await aws`apigateway create-deployment --rest-api-id ${api} --stage-name prod --variables ${{ dbPassword: 'Tr0ub4dor-and-3', color: 'blue' }}`;
  return api;
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'apigateway-stage-execution-logging-enabled': async (aws) => {
    await deployed(aws);
  },
  'apigateway-stage-variables-no-secrets': async (aws) => {
    await deployed(aws);
  },
  'apigateway-stage-xray-tracing-enabled': async (aws) => {
    const api = await deployed(aws);
    // AWS says so from the beginning, the emulator once it was set.
    await aws`apigateway update-stage --rest-api-id ${api} --stage-name prod --patch-operations op=replace,path=/tracingEnabled,value=false`;
  },
};

const authorizer = 'no command: which authorizer fits, and a person has to decide';
const policy = 'no command: whether clients can negotiate it is seen in the access logs first';

export const untried: Readonly<Record<string, string>> = {
  'apigateway-domain-name-tls-policy-strong': policy,
  'apigateway-method-authorization-configured': authorizer,
  'apigateway-rest-api-endpoint-private':
    'no command: whether the API is meant for the internet is for a person to say',
  'apigateway-stage-cache-encrypted': 'the emulator does not change the cache of a stage',
  'apigateway-stage-client-certificate-enabled': 'the emulator keeps no client certificates',
  'apigateway-rest-api-authorizer-configured': authorizer,
  'apigateway-rest-api-endpoint-access-mode-strict': policy,
  'apigateway-rest-api-public-endpoint-authorized': authorizer,
  'apigateway-rest-api-resource-policy-restrictive': 'no command: who is meant to call the API a person has to say',
  'apigateway-rest-api-security-policy-strong': policy,
  'apigateway-v2-api-authorizer-configured': authorizer,
  'apigateway-http-stage-variables-no-secrets': lacks('apigatewayv2', 'UpdateStage'),
  'apigateway-stage-waf-attached': 'the emulator tells no web ACL of a stage',
  'apigateway-v2-stage-access-logging-enabled': lacks('apigatewayv2', 'UpdateStage'),
};
