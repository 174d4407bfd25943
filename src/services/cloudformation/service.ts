import { service } from '../../aws/service.ts';

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
 *
 * To describe all stacks both actions are needed
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html).
 */
export const cloudformation = service<typeof import('@aws-sdk/client-cloudformation')>({
  id: 'cloudformation',
  sdkId: 'CloudFormation',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html
  sends: {
    DescribeStacksOutput: ['Stacks'],
    GetTemplateOutput: ['TemplateBody'],
    Output: ['OutputKey'],
    Parameter: ['ParameterKey'],
    Stack: ['StackName', 'StackId', 'StackStatus'],
  },
  load: () => import('./sdk.ts'),
  actionsOf: { DescribeStacks: ['cloudformation:DescribeStacks', 'cloudformation:ListStacks'] },
});
