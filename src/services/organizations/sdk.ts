export {
  OrganizationsClient as Client,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  paginateListAccounts,
  ListDelegatedAdministratorsCommand,
  paginateListDelegatedAdministrators,
} from '@aws-sdk/client-organizations';
