import { answers, here } from '../../answers.ts';
import { arnOf, mainRegion } from '../../facts.ts';

const orders = `arn:aws:apigateway:${mainRegion}:lambda:path/2015-03-31/functions/${arnOf('lambda', 'function:orders')}/invocations`;

/** One with an address of its own and one that only a custom domain name leads to. */
export default answers('api-gateway', {
  GetRestApis: here({
    items: ['orders', 'hidden'].map((name) => ({
      id: `rest${name}`,
      name,
      endpointConfiguration: { types: ['REGIONAL'] },
      disableExecuteApiEndpoint: name === 'hidden',
    })),
  }),
  GetResources: here({
    items: [
      {
        id: 'root',
        path: '/',
        resourceMethods: {
          GET: {
            httpMethod: 'GET',
            authorizationType: 'NONE',
            apiKeyRequired: false,
            methodIntegration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: orders },
          },
        },
      },
    ],
  }),
});
