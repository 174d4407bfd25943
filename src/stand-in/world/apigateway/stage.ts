import { answers, here } from '../../answers.ts';
import { plantedSecret } from '../../facts.ts';

export default answers(
  'api-gateway',
  {
    GetStages: here(({ path }) => ({
      item: [
        {
          deploymentId: 'd1',
          stageName: 'prod',
          variables: path.includes('restorders') ? { DB_PASSWORD: plantedSecret } : { table: 'orders' },
        },
      ],
    })),
  },
  { 'AWS::ApiGateway::Stage': 'resthidden/prod' },
);
