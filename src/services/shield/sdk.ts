export {
  ShieldClient as Client,
  DescribeDRTAccessCommand,
  DescribeEmergencyContactSettingsCommand,
  DescribeProtectionCommand,
  DescribeSubscriptionCommand,
  GetSubscriptionStateCommand,
  ListProtectionsCommand,
  paginateListProtections,
} from '@aws-sdk/client-shield';
