export {
  KMSClient as Client,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  paginateListAliases,
  ListGrantsCommand,
  paginateListGrants,
  ListKeysCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
