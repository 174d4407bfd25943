import { resource } from '../../inventory/resource.ts';
import { shield } from './service.ts';
import { subscriptionState } from './subscription-state.ts';

/** The one client error of the calls below that says "there is none", e.g. because the account is not subscribed. */
const none = ['ResourceNotFoundException'] as const;

/**
 * Shield Advanced in the account. Shield Standard protects every account and has no settings
 * (https://docs.aws.amazon.com/waf/latest/developerguide/ddos-standard-summary.html).
 */
export const shieldSettings = resource(shield, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'The account' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:iam::${id}:root`,
}).facets((facet) => ({
  state: facet({
    calls: ['GetSubscriptionState'],
    read: (api) => subscriptionState(api),
  }),
  subscription: facet.call('DescribeSubscription', {
    absentOn: none,
    keep: ({ Subscription }) => ({
      autoRenew: Subscription?.AutoRenew,
      proactiveEngagement: Subscription?.ProactiveEngagementStatus,
      endsAt: Subscription?.EndTime?.toISOString(),
    }),
  }),
  responseTeamAccess: facet.call('DescribeDRTAccess', {
    absentOn: none,
    keep: ({ RoleArn, LogBucketList }) => ({ roleArn: RoleArn, logBuckets: LogBucketList ?? [] }),
  }),
  /** How many contacts there are and what they can be reached by; who they are stays in AWS. */
  emergencyContacts: facet({
    calls: ['DescribeEmergencyContactSettings'],
    absentOn: none,
    async read(api) {
      const contacts = (await api.call('DescribeEmergencyContactSettings')).EmergencyContactList ?? [];
      return {
        count: contacts.length,
        withEmail: contacts.filter(({ EmailAddress }) => filled(EmailAddress)).length,
        withPhone: contacts.filter(({ PhoneNumber }) => filled(PhoneNumber)).length,
      };
    },
  }),
}));

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
