import { answers, here } from '../../answers.ts';
import { arnOf, mainRegion } from '../../facts.ts';

export default answers(
  'apigatewayv2',
  {
    GetApis: here({
      Items: ['shop', 'inside', 'ledger'].map((Name) => ({
        ApiId: `http${Name}`,
        Name,
        ProtocolType: 'HTTP',
        ApiEndpoint: `https://http${Name}.execute-api.${mainRegion}.amazonaws.com`,
        RouteSelectionExpression: '${request.method} ${request.path}',
        DisableExecuteApiEndpoint: Name === 'inside',
      })),
    }),
    GetRoutes: here(({ path }) => ({
      Items: [
        {
          RouteId: 'r1',
          RouteKey: 'GET /items',
          AuthorizationType: path.includes('httpledger') ? 'AWS_IAM' : 'NONE',
          ApiKeyRequired: false,
          Target: 'integrations/i1',
        },
      ],
    })),
    GetIntegrations: here({
      Items: [
        { IntegrationId: 'i1', IntegrationType: 'AWS_PROXY', IntegrationUri: arnOf('lambda', 'function:orders') },
      ],
    }),
  },
  { 'AWS::ApiGatewayV2::Api': 'httpledger' },
);
