import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatabasemigrationservice.html */
export const dms = service<typeof import('@aws-sdk/client-database-migration-service')>({
  id: 'dms',
  sdkId: 'Database Migration Service',
  // What it always sends: https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationInstance.html
  sends: {
    DescribeReplicationInstancesResponse: ['ReplicationInstances'],
    DescribeCertificatesResponse: ['Certificates'],
    Certificate: ['CertificateIdentifier', 'CertificateArn'],
    DescribeEndpointsResponse: ['Endpoints'],
    Endpoint: ['EndpointIdentifier', 'EndpointArn', 'EngineName'],
    DescribeReplicationTasksResponse: ['ReplicationTasks'],
    ReplicationTask: ['ReplicationTaskIdentifier', 'ReplicationTaskArn'],
    ReplicationInstance: ['ReplicationInstanceIdentifier', 'ReplicationInstanceArn'],
  },
  load: () => import('./sdk.ts'),
});
