import { resource } from '../../inventory/resource.ts';
import { artifact } from './service.ts';

/** AWS Artifact of the account. */
export const artifactAccount = resource(artifact, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'AWS Artifact' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:artifact::${id}:settings`,
  references: ['https://docs.aws.amazon.com/artifact/latest/ug/what-is-aws-artifact.html'],
}).facets((facet) => ({
  /** Agreements with AWS that apply to the account: its own, and those that its organisation's management account accepted. */
  agreements: facet({
    calls: ['ListCustomerAgreements'],
    async read(api) {
      const found = [];
      for await (const page of api.pages('ListCustomerAgreements')) {
        for (const { id, name, state, type, organizationArn, effectiveEnd } of page.customerAgreements ?? [])
          found.push({
            id,
            name,
            /** `ACTIVE`, `CUSTOMER_TERMINATED` or `AWS_TERMINATED`. */
            state,
            /** `DEFAULT`, or what was agreed with the customer alone: `CUSTOM`, `MODIFIED`. */
            type,
            /** The organisation's, accepted for all accounts. */
            organization: organizationArn,
            /** ISO 8601, where an end was set. */
            end: effectiveEnd?.toISOString(),
          });
      }
      return found;
    },
  }),
  /** Absent where nobody has set anything. */
  settings: facet.call('GetAccountSettings', {
    absentOn: ['ResourceNotFoundException'],
    keep: ({ accountSettings }) => ({ notifications: accountSettings?.notificationSubscriptionStatus }),
  }),
}));
