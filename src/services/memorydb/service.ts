import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmemorydb.html */
export const memorydb = service<typeof import('@aws-sdk/client-memorydb')>({
  id: 'memorydb',
  sdkId: 'MemoryDB',
  missingIn: [
    'af-south-1',
    'ap-east-2',
    'ap-northeast-3',
    'ap-south-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'eu-central-2',
    'eusc-de-east-1',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
  ],
  actionsOf: { DescribeACLs: 'memorydb:DescribeAcls' },
  // What it always sends: https://docs.aws.amazon.com/memorydb/latest/APIReference/API_Cluster.html and its neighbours
  sends: {
    ACL: ['Name', 'UserNames'],
    Authentication: ['Type'],
    Cluster: ['Name', 'ARN'],
    DescribeACLsResponse: ['ACLs'],
    DescribeClustersResponse: ['Clusters'],
    DescribeUsersResponse: ['Users'],
    User: ['Name', 'Authentication'],
  },
  load: () => import('./sdk.ts'),
});
