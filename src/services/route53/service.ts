import { service } from '../../aws/service.ts';

/** Route 53 has one endpoint a partition (https://docs.aws.amazon.com/general/latest/gr/r53.html). */
export const route53 = service<typeof import('@aws-sdk/client-route-53')>({
  id: 'route53',
  sdkId: 'Route 53',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZones.html
  sends: {
    AccountLimit: ['Type', 'Value'],
    GetAccountLimitResponse: ['Limit', 'Count'],
    GetDNSSECResponse: ['Status', 'KeySigningKeys'],
    KeySigningKey: ['Name', 'KmsArn', 'Status'],
    HostedZone: ['Id', 'Name'],
    ListQueryLoggingConfigsResponse: ['QueryLoggingConfigs'],
    QueryLoggingConfig: ['Id', 'HostedZoneId', 'CloudWatchLogsLogGroupArn'],
    ListHostedZonesResponse: ['HostedZones', 'IsTruncated'],
  },
  load: () => import('./sdk.ts'),
});
