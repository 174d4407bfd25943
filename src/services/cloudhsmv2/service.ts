import { service } from '../../aws/service.ts';

/**
 * AWS CloudHSM of today; the API called `cloudhsm` is that of CloudHSM Classic. The client is made of botocore's model: the registry's
 * knows neither the mode of clusters nor resource policies.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudhsm.html
 */
export const cloudhsmv2 = service<typeof import('./client.ts')>({
  id: 'cloudhsmv2',
  sdkId: 'CloudHSM V2',
  iamPrefix: 'cloudhsm',
  // https://docs.aws.amazon.com/general/latest/gr/cloudhsm.html
  missingIn: ['ap-east-2', 'ap-southeast-4', 'cn-north-1', 'cn-northwest-1', 'eusc-de-east-1'],
  // What it always sends: https://docs.aws.amazon.com/cloudhsm/latest/APIReference/API_Cluster.html
  sends: {
    Backup: ['BackupId'],
    Cluster: ['ClusterId'],
    DescribeBackupsResponse: ['Backups'],
    DescribeClustersResponse: ['Clusters'],
    Hsm: ['HsmId'],
  },
  load: () => import('./sdk.ts'),
});
