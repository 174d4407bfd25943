import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, iamArn } from '../../facts.ts';
import type { CannedBody } from '../../front.ts';

const arn = (kind: string, name: string): string => arnOf('sagemaker', `${kind}-job-definition/${name}`);

/** Of each kind one that is isolated and encrypted, and one that says nothing of its network. */
const jobs = (kind: string) =>
  here({
    JobDefinitionSummaries: ['churn', 'prices'].map((name) => ({
      MonitoringJobDefinitionName: `${name}-${kind}`,
      MonitoringJobDefinitionArn: arn(kind, `${name}-${kind}`),
      CreationTime: daysAgo(30),
      EndpointName: name,
    })),
  });

const described =
  (kind: string): CannedBody =>
  ({ input }) => {
    const name = String(input['JobDefinitionName']);
    return {
      JobDefinitionName: name,
      JobDefinitionArn: arn(kind, name),
      CreationTime: daysAgo(30),
      RoleArn: iamArn('role/monitoring'),
      JobResources: { ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.large', VolumeSizeInGB: 20 } },
      ...(name.startsWith('churn')
        ? { NetworkConfig: { EnableNetworkIsolation: true, EnableInterContainerTrafficEncryption: true } }
        : {}),
    };
  };

export default answers(
  'sagemaker',
  {
    ListDataQualityJobDefinitions: jobs('data-quality'),
    DescribeDataQualityJobDefinition: described('data-quality'),
    ListModelBiasJobDefinitions: jobs('model-bias'),
    DescribeModelBiasJobDefinition: described('model-bias'),
    ListModelExplainabilityJobDefinitions: jobs('model-explainability'),
    DescribeModelExplainabilityJobDefinition: described('model-explainability'),
    ListModelQualityJobDefinitions: jobs('model-quality'),
    DescribeModelQualityJobDefinition: described('model-quality'),
  },
  {
    'AWS::SageMaker::DataQualityJobDefinition': 'churn-data-quality',
    'AWS::SageMaker::ModelBiasJobDefinition': 'churn-model-bias',
    'AWS::SageMaker::ModelExplainabilityJobDefinition': 'churn-model-explainability',
    'AWS::SageMaker::ModelQualityJobDefinition': 'churn-model-quality',
  },
);
