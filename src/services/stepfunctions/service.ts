import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
export const stepfunctions = service<typeof import('@aws-sdk/client-sfn')>({
  id: 'stepfunctions',
  sdkId: 'SFN',
  iamPrefix: 'states',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachines.html
  sends: {
    DescribeStateMachineOutput: ['stateMachineArn', 'definition'],
    ListStateMachinesOutput: ['stateMachines'],
    StateMachineListItem: ['stateMachineArn', 'name'],
  },
  load: () => import('./sdk.ts'),
});
