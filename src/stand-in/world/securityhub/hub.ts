import { answers } from '../../answers.ts';
import { arnOf, daysAgo, mainRegion } from '../../facts.ts';
import { fails } from '../../front.ts';

export default answers('securityhub', {
  DescribeHub: ({ region }) =>
    region === mainRegion
      ? { HubArn: arnOf('securityhub', 'hub/default'), SubscribedAt: daysAgo(9).toISOString() }
      : fails({ code: 'InvalidAccessException', message: 'Account is not subscribed to AWS Security Hub' }),
  DescribeSecurityHubV2: ({ region }) =>
    region === mainRegion
      ? { HubV2Arn: arnOf('securityhub', 'hubv2/0a1b2c3d'), SubscribedAt: daysAgo(9).toISOString() }
      : fails({ code: 'ResourceNotFoundException', status: 404 }),
  GetEnabledStandards: {
    StandardsSubscriptions: [
      {
        StandardsSubscriptionArn: arnOf('securityhub', 'subscription/fsbp/v/1.0.0'),
        StandardsArn: 'arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0',
        StandardsInput: {},
        StandardsStatus: 'READY',
      },
    ],
  },
  ListEnabledProductsForImport: {
    ProductSubscriptions: [arnOf('securityhub', 'product-subscription/aws/guardduty')],
  },
});
