import { answers, here } from '../../answers.ts';
import { arnOf, iamArn, plantedSecret } from '../../facts.ts';

const machine = {
  stateMachineArn: arnOf('states', 'stateMachine:flow'),
  name: 'flow',
  type: 'STANDARD',
  creationDate: '2026-01-05T10:00:00Z',
};

export default answers('sfn', {
  ListStateMachines: here({ stateMachines: [machine] }),
  DescribeStateMachine: here({
    ...machine,
    definition: JSON.stringify({
      StartAt: 'Done',
      States: { Done: { Type: 'Pass', Parameters: { DB_PASSWORD: plantedSecret }, End: true } },
    }),
    roleArn: iamArn('role/job'),
  }),
  ListTagsForResource: { tags: [] },
});
