import { answers } from '../../answers.ts';
import { account, daysAgo, otherAccount } from '../../facts.ts';

export default answers('guardduty', {
  ListMembers: {
    Members: [
      {
        AccountId: otherAccount,
        MasterId: account,
        Email: 'shop@example.com',
        RelationshipStatus: 'Enabled',
        UpdatedAt: daysAgo(300).toISOString(),
      },
    ],
  },
});
