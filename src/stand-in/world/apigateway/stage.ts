import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

export default answers(
  'api-gateway',
  {
    GetStages: here(({ path }) => ({
      item: [
        {
          deploymentId: 'd1',
          stageName: 'prod',
          variables: path.includes('restorders') ? { DB_PASSWORD: plantedSecret } : { table: 'orders' },
          ...(path.includes('restledger')
            ? {
                tracingEnabled: true,
                clientCertificateId: 'cert01',
                cacheClusterEnabled: true,
                webAclArn: arnOf('wafv2', 'regional/webacl/shop/00000000-0000-4000-8000-0000000000a1'),
                methodSettings: {
                  '*/*': {
                    loggingLevel: 'ERROR',
                    metricsEnabled: true,
                    dataTraceEnabled: false,
                    cachingEnabled: true,
                    cacheDataEncrypted: true,
                  },
                },
              }
            : { tracingEnabled: false, methodSettings: {} }),
        },
      ],
    })),
  },
  { 'AWS::ApiGateway::Stage': 'restledger/prod' },
);
