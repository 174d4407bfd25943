import { answers } from '../../answers.ts';
import { account, daysAgo } from '../../facts.ts';

/** An addendum that the account accepted, and no subscription. */
export default answers('artifact', {
  ListCustomerAgreements: {
    customerAgreements: [
      {
        id: 'customer-agreement-0a1b2c3d4e5f6a7b',
        name: 'AWS Business Associate Addendum',
        arn: `arn:aws:artifact::${account}:customer-agreement/customer-agreement-0a1b2c3d4e5f6a7b`,
        agreementArn: 'arn:aws:artifact:::agreement/agreement-0a1b2c3d4e5f6a7b',
        awsAccountId: account,
        effectiveStart: daysAgo(400),
        state: 'ACTIVE',
        type: 'DEFAULT',
      },
    ],
  },
  GetAccountSettings: { accountSettings: { notificationSubscriptionStatus: 'NOT_SUBSCRIBED' } },
});
