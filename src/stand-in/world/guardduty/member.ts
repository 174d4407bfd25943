import { answers } from '../../answers.ts';
import { account, otherAccount } from '../../facts.ts';

export default answers('guardduty', {
  ListMembers: {
    Members: [
      {
        AccountId: otherAccount,
        MasterId: account,
        Email: 'shop@example.com',
        RelationshipStatus: 'Enabled',
        UpdatedAt: '2026-01-05T10:00:00.000Z',
      },
    ],
  },
});
