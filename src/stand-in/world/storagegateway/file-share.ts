import { answers, here } from '../../answers.ts';
import { arnOf, keyArn } from '../../facts.ts';

const share = (FileShareId: string) => ({
  FileShareId,
  FileShareARN: arnOf('storagegateway', `share/${FileShareId}`),
  FileShareStatus: 'AVAILABLE',
  GatewayARN: arnOf('storagegateway', 'gateway/sgw-12A3456B'),
});

export default answers('storage-gateway', {
  ListFileShares: here({
    FileShareInfoList: [
      { ...share('share-0A1B2C3D'), FileShareType: 'NFS' },
      { ...share('share-4E5F6A7B'), FileShareType: 'SMB' },
    ],
  }),
  DescribeNFSFileShares: {
    NFSFileShareInfoList: [
      { ...share('share-0A1B2C3D'), FileShareName: 'drawings', EncryptionType: 'SseKms', KMSKey: keyArn },
    ],
  },
  DescribeSMBFileShares: {
    SMBFileShareInfoList: [{ ...share('share-4E5F6A7B'), FileShareName: 'scans', EncryptionType: 'SseS3' }],
  },
});
