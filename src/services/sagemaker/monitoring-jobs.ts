import type { MonitoringNetworkConfig, MonitoringResources } from '@aws-sdk/client-sagemaker';
import { listed } from '../../inventory/listed.ts';
import { sagemaker } from './service.ts';

/** The operations of the four kinds take and give the same. */
const alike = {
  at: 'JobDefinitionSummaries',
  input: { MaxResults: 100 },
  narrows: {
    CreationTimeAfter: 'unless given',
    CreationTimeBefore: 'unless given',
    EndpointName: 'unless given',
    NameContains: 'unless given',
  },
  id: (one: { readonly MonitoringJobDefinitionName: string | undefined }): string | undefined =>
    one.MonitoringJobDefinitionName,
  keep: { arn: 'MonitoringJobDefinitionArn' },
} as const;
const named = (one: { readonly id: string }) => ({ JobDefinitionName: one.id });

interface Described {
  readonly NetworkConfig?: MonitoringNetworkConfig | undefined;
  readonly JobResources: MonitoringResources | undefined;
}

const networkOf = ({ NetworkConfig, JobResources }: Described) => ({
  isolated: NetworkConfig?.EnableNetworkIsolation,
  encrypted: NetworkConfig?.EnableInterContainerTrafficEncryption,
  instances: JobResources?.ClusterConfig?.InstanceCount,
});

/** How jobs look for data of an endpoint that is not like the data its model was trained with. */
export const dataQualityJob = listed(
  sagemaker,
  'AWS::SageMaker::DataQualityJobDefinition',
  'ListDataQualityJobDefinitions',
  {
    ...alike,
    references: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDataQualityJobDefinition.html'],
  },
).facets((facet) => ({
  network: facet.call('DescribeDataQualityJobDefinition', { input: named, keep: networkOf }),
}));

/** How jobs look for bias of a model. */
export const modelBiasJob = listed(sagemaker, 'AWS::SageMaker::ModelBiasJobDefinition', 'ListModelBiasJobDefinitions', {
  ...alike,
  references: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelBiasJobDefinition.html'],
}).facets((facet) => ({
  network: facet.call('DescribeModelBiasJobDefinition', { input: named, keep: networkOf }),
}));

/** How jobs explain what a model's predictions rest on. */
export const explainabilityJob = listed(
  sagemaker,
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'ListModelExplainabilityJobDefinitions',
  {
    ...alike,
    references: [
      'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelExplainabilityJobDefinition.html',
    ],
  },
).facets((facet) => ({
  network: facet.call('DescribeModelExplainabilityJobDefinition', { input: named, keep: networkOf }),
}));

/** How jobs compare a model's predictions with what came true. */
export const modelQualityJob = listed(
  sagemaker,
  'AWS::SageMaker::ModelQualityJobDefinition',
  'ListModelQualityJobDefinitions',
  {
    ...alike,
    references: [
      'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelQualityJobDefinition.html',
    ],
  },
).facets((facet) => ({
  network: facet.call('DescribeModelQualityJobDefinition', { input: named, keep: networkOf }),
}));
