import { answers } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

export default answers('shield', {
  GetSubscriptionState: { SubscriptionState: 'ACTIVE' },
  DescribeSubscription: {
    Subscription: {
      StartTime: daysAgo(30),
      EndTime: daysAgo(-300),
      AutoRenew: 'ENABLED',
      ProactiveEngagementStatus: 'DISABLED',
      SubscriptionLimits: {
        ProtectionLimits: { ProtectedResourceTypeLimits: [] },
        ProtectionGroupLimits: {
          MaxProtectionGroups: 1,
          PatternTypeLimits: { ArbitraryPatternLimits: { MaxMembers: 1 } },
        },
      },
    },
  },
  DescribeEmergencyContactSettings: { EmergencyContactList: [] },
  DescribeDRTAccess: {},
});
