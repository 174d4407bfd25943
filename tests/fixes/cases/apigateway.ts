import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'apigateway-stage-variables-no-secrets': async (aws) => {
    const api = await aws`apigateway create-rest-api --name shop --query id --output text`;
    const root = await aws`apigateway get-resources --rest-api-id ${api} --query items[0].id --output text`;
    await aws`apigateway put-method --rest-api-id ${api} --resource-id ${root} --http-method GET --authorization-type AWS_IAM`;
    await aws`apigateway put-integration --rest-api-id ${api} --resource-id ${root} --http-method GET --type MOCK`;
    await aws`apigateway create-deployment --rest-api-id ${api} --stage-name prod --variables ${{ dbPassword: 'Tr0ub4dor-and-3', color: 'blue' }}`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'apigateway-http-stage-variables-no-secrets': lacks('apigatewayv2', 'UpdateStage'),
};
