import type { NFSFileShareInfo, SMBFileShareInfo } from '@aws-sdk/client-storage-gateway';
import { resource } from '../../inventory/resource.ts';
import { storagegateway } from './service.ts';

/** So many in a request: https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_DescribeNFSFileShares.html */
const most = 10;

/** A bucket, or a part of one, as a network file system. */
export const fileShare = resource(storagegateway, 'AWS::StorageGateway::FileShare', {
  calls: ['ListFileShares', 'DescribeNFSFileShares', 'DescribeSMBFileShares'],
  often: { DescribeNFSFileShares: 'per 10 file shares', DescribeSMBFileShares: 'per 10 file shares' },
  narrows: { ListFileShares: { GatewayARN: 'unless given' } },
  references: ['https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_NFSFileShareInfo.html'],
  async *list(api) {
    const arns: Record<'NFS' | 'SMB', string[]> = { NFS: [], SMB: [] };
    for await (const { FileShareInfoList } of api.pages('ListFileShares', { Limit: 100 }))
      for (const { FileShareARN: arn, FileShareType: kind, FileShareStatus: status } of FileShareInfoList ?? [])
        if (arn !== undefined && kind !== undefined && !leaving.includes(status ?? '')) arns[kind].push(arn);
    for (const FileShareARNList of chunksOf(arns.NFS))
      for (const share of (await api.call('DescribeNFSFileShares', { FileShareARNList })).NFSFileShareInfoList ?? [])
        yield* kept(share);
    for (const FileShareARNList of chunksOf(arns.SMB))
      for (const share of (await api.call('DescribeSMBFileShares', { FileShareARNList })).SMBFileShareInfoList ?? [])
        yield* kept(share);
  },
  label: ({ id, name }) => (name === id ? `file share ${id}` : `file share ${name} (${id})`),
});

const leaving = ['DELETING', 'FORCE_DELETING'];

const chunksOf = (arns: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(arns.length / most) }, (_, n) => arns.slice(n * most, (n + 1) * most));

function* kept({
  FileShareARN: arn,
  FileShareName,
  EncryptionType,
  KMSEncrypted,
}: NFSFileShareInfo | SMBFileShareInfo) {
  const id = arn?.split('/').at(-1);
  if (arn === undefined || id === undefined) return;
  // What told only whether it is a key of KMS, before there were three ways.
  const encryption = EncryptionType ?? (KMSEncrypted === undefined ? undefined : KMSEncrypted ? 'SseKms' : 'SseS3');
  yield { id, arn, name: FileShareName, encryption };
}
