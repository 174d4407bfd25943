export { AccountClient as Client, GetContactInformationCommand, GetAlternateContactCommand } from '@aws-sdk/client-account';
