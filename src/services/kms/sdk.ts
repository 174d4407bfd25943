export {
  KMSClient as Client,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  paginateListAliases,
  ListKeysCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
