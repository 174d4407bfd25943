import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html */
export const sagemaker = service<typeof import('@aws-sdk/client-sagemaker')>({
  id: 'sagemaker',
  sdkId: 'SageMaker',
  // What it always sends: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html and its neighbours
  sends: {
    DescribeDataQualityJobDefinitionResponse: ['JobDefinitionArn', 'JobDefinitionName', 'JobResources'],
    DescribeModelBiasJobDefinitionResponse: ['JobDefinitionArn', 'JobDefinitionName', 'JobResources'],
    DescribeModelExplainabilityJobDefinitionResponse: ['JobDefinitionArn', 'JobDefinitionName', 'JobResources'],
    DescribeModelQualityJobDefinitionResponse: ['JobDefinitionArn', 'JobDefinitionName', 'JobResources'],
    DescribeNotebookInstanceOutput: ['NotebookInstanceArn', 'NotebookInstanceName', 'NotebookInstanceStatus'],
    ListDataQualityJobDefinitionsResponse: ['JobDefinitionSummaries'],
    ListModelBiasJobDefinitionsResponse: ['JobDefinitionSummaries'],
    ListModelExplainabilityJobDefinitionsResponse: ['JobDefinitionSummaries'],
    ListModelQualityJobDefinitionsResponse: ['JobDefinitionSummaries'],
    ListNotebookInstancesOutput: ['NotebookInstances'],
    MonitoringClusterConfig: ['InstanceCount'],
    MonitoringJobDefinitionSummary: ['MonitoringJobDefinitionArn', 'MonitoringJobDefinitionName'],
    MonitoringResources: ['ClusterConfig'],
    NotebookInstanceSummary: ['NotebookInstanceArn', 'NotebookInstanceName'],
  },
  load: () => import('./sdk.ts'),
});
