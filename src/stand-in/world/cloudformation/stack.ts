import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, iamArn, plantedSecret } from '../../facts.ts';

const stackId = (name: string): string => arnOf('cloudformation', `stack/${name}/0a1b2c3d-0000-4000-8000-000000000001`);

const stack = (name: string, value: string): object => ({
  StackName: name,
  StackId: stackId(name),
  StackStatus: name === 'tidy' ? 'CREATE_COMPLETE' : 'UPDATE_ROLLBACK_FAILED',
  DriftInformation: { StackDriftStatus: name === 'tidy' ? 'IN_SYNC' : 'DRIFTED' },
  NotificationARNs: name === 'tidy' ? [arnOf('sns', 'deployments')] : [],
  DisableRollback: name !== 'tidy',
  EnableTerminationProtection: name === 'tidy',
  ...(name === 'tidy' ? { RoleARN: iamArn('role/deployments') } : {}),
  CreationTime: daysAgo(300),
  Outputs: [
    { OutputKey: 'DbPassword', OutputValue: value },
    { OutputKey: 'BootstrapVersion', OutputValue: name === 'tidy' ? '25' : '8' },
  ],
  Parameters: [{ ParameterKey: 'DbPassword', ParameterValue: value }],
});

export default answers(
  'cloudformation',
  {
    DescribeStacks: here({ Stacks: [stack('shop', plantedSecret), stack('tidy', '****')] }),
    GetTemplate: ({ input }) => ({
      TemplateBody: JSON.stringify({
        Resources: {
          Database: {
            Type: 'AWS::RDS::DBInstance',
            Properties: String(input['StackName']).includes('/shop/') ? { MasterUserPassword: plantedSecret } : {},
          },
        },
      }),
      StagesAvailable: ['Original', 'Processed'],
    }),
  },
  { 'AWS::CloudFormation::Stack': 'tidy' },
);
