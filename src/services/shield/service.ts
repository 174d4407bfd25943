import { service } from '../../aws/service.ts';

/** Shield's API answers in us-east-1 for everything, and in the commercial partition only (https://docs.aws.amazon.com/general/latest/gr/shield.html). */
export const shield = service<typeof import('@aws-sdk/client-shield')>({
  id: 'shield',
  sdkId: 'Shield',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_ListProtections.html
  sends: {
    DescribeProtectionResponse: ['Protection'],
    DescribeSubscriptionResponse: ['Subscription'],
    EmergencyContact: ['EmailAddress'],
    GetSubscriptionStateResponse: ['SubscriptionState'],
    ListProtectionsResponse: ['Protections'],
    Protection: ['Id', 'ResourceArn'],
  },
  load: () => import('./sdk.ts'),
});
