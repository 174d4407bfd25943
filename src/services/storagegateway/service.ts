import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstoragegateway.html */
export const storagegateway = service<typeof import('@aws-sdk/client-storage-gateway')>({
  id: 'storagegateway',
  sdkId: 'Storage Gateway',
  // What it always sends: https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_GatewayInfo.html and its like
  sends: {
    ListGatewaysOutput: ['Gateways'],
    GatewayInfo: ['GatewayARN'],
    ListFileSharesOutput: ['FileShareInfoList'],
    FileShareInfo: ['FileShareARN', 'FileShareType'],
    DescribeNFSFileSharesOutput: ['NFSFileShareInfoList'],
    DescribeSMBFileSharesOutput: ['SMBFileShareInfoList'],
    NFSFileShareInfo: ['FileShareARN'],
    SMBFileShareInfo: ['FileShareARN'],
  },
  load: () => import('./sdk.ts'),
});
