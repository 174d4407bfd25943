import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, iamArn, keyArn } from '../../facts.ts';

const summary = (NotebookInstanceName: string) => ({
  NotebookInstanceName,
  NotebookInstanceArn: arnOf('sagemaker', `notebook-instance/${NotebookInstanceName}`),
  NotebookInstanceStatus: 'InService',
  InstanceType: 'ml.t3.medium',
  CreationTime: daysAgo(60),
});

/** `forecasts` is in a VPC and closed; `sandbox` was made as the console proposes. */
export default answers(
  'sagemaker',
  {
    ListNotebookInstances: here({ NotebookInstances: [summary('forecasts'), summary('sandbox')] }),
    DescribeNotebookInstance: ({ input }) => ({
      ...summary(String(input['NotebookInstanceName'])),
      RoleArn: iamArn('role/notebooks'),
      VolumeSizeInGB: 20,
      PlatformIdentifier: 'notebook-al2023-v1',
      ...(input['NotebookInstanceName'] === 'forecasts'
        ? {
            SubnetId: 'subnet-a1',
            SecurityGroups: ['sg-a1'],
            DirectInternetAccess: 'Disabled',
            RootAccess: 'Disabled',
            KmsKeyId: keyArn,
          }
        : { DirectInternetAccess: 'Enabled', RootAccess: 'Enabled' }),
    }),
  },
  { 'AWS::SageMaker::NotebookInstance': 'forecasts' },
);
