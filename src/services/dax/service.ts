import { service } from '../../aws/service.ts';

/** DynamoDB Accelerator: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodbacceleratordax.html */
export const dax = service<typeof import('@aws-sdk/client-dax')>({
  id: 'dax',
  sdkId: 'DAX',
  missingIn: ['eusc-de-east-1', 'me-central-1', 'me-south-1'],
  // What it always sends: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_DescribeClusters.html
  sends: { DescribeClustersResponse: ['Clusters'], Cluster: ['ClusterName', 'ClusterArn'] },
  load: () => import('./sdk.ts'),
});
