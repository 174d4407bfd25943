import { answers, here } from '../../answers.ts';
import { arnOf, mainRegion } from '../../facts.ts';

const orders = `arn:aws:apigateway:${mainRegion}:lambda:path/2015-03-31/functions/${arnOf('lambda', 'function:orders')}/invocations`;

/** As the service sends it: the inside of a JSON string. */
const policyFor = (condition?: object) =>
  JSON.stringify(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/*',
          ...(condition === undefined ? {} : { Condition: condition }),
        },
      ],
    }),
  ).slice(1, -1);

const apis = [
  { name: 'orders', endpoint: 'REGIONAL', securityPolicy: 'TLS_1_0' },
  {
    name: 'hidden',
    endpoint: 'REGIONAL',
    securityPolicy: 'TLS_1_2',
    disableExecuteApiEndpoint: true,
    policy: policyFor(),
  },
  {
    name: 'ledger',
    endpoint: 'REGIONAL',
    securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
    endpointAccessMode: 'STRICT',
    policy: policyFor({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } }),
  },
];

/** One with an address of its own, one that only a custom domain name leads to, and one that asks who calls. */
export default answers(
  'api-gateway',
  {
    GetRestApis: here({
      items: apis.map(({ name, endpoint, ...rest }) => ({
        id: `rest${name}`,
        name,
        endpointConfiguration: { types: [endpoint] },
        disableExecuteApiEndpoint: false,
        ...rest,
      })),
    }),
    GetResources: here(({ path }) => ({
      items: [
        {
          id: 'root',
          path: '/',
          resourceMethods: {
            GET: {
              httpMethod: 'GET',
              authorizationType: path.includes('restledger') ? 'AWS_IAM' : 'NONE',
              apiKeyRequired: false,
              methodIntegration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: orders },
            },
          },
        },
      ],
    })),
  },
  { 'AWS::ApiGateway::RestApi': 'restledger' },
);
