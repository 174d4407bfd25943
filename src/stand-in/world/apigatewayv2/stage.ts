import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

/** That of `shop` writes an access log. */
export default answers(
  'apigatewayv2',
  {
    GetStages: here(({ path }) => ({
      Items: [
        {
          StageName: '$default',
          AutoDeploy: true,
          DeploymentId: 'd1',
          ...(path.includes('httpshop')
            ? {
                AccessLogSettings: {
                  DestinationArn: arnOf('logs', 'log-group:/apis/shop'),
                  Format: '$context.requestId',
                },
              }
            : {}),
        },
      ],
    })),
  },
  { 'AWS::ApiGatewayV2::Stage': 'httpshop/$default' },
);
