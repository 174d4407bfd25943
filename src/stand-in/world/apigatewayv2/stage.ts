import { answers, here } from '../../answers.ts';

export default answers('apigatewayv2', {
  GetStages: here({ Items: [{ StageName: '$default', AutoDeploy: true, DeploymentId: 'd1' }] }),
});
