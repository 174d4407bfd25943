export {
  KMSClient as Client,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  paginateListGrants,
  paginateListAliases,
  ListKeysCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
