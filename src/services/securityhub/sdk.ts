export {
  SecurityHubClient as Client,
  DescribeHubCommand,
  GetEnabledStandardsCommand,
  paginateGetEnabledStandards,
  ListEnabledProductsForImportCommand,
  paginateListEnabledProductsForImport,
} from '@aws-sdk/client-securityhub';
