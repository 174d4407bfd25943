export {
  AccountClient as Client,
  GetContactInformationCommand,
  GetAlternateContactCommand,
  ListRegionsCommand,
  paginateListRegions,
} from '@aws-sdk/client-account';
