import { answers } from '../../answers.ts';
import { account, daysAgo, mainRegion, otherAccount } from '../../facts.ts';

export default answers('ram', {
  GetResourceShareInvitations: ({ region }) => ({
    resourceShareInvitations: [
      {
        resourceShareInvitationArn: `arn:aws:ram:${region}:${otherAccount}:resource-share-invitation/00000000-0000-4000-8000-000000000009`,
        resourceShareArn: `arn:aws:ram:${region}:${otherAccount}:resource-share/00000000-0000-4000-8000-000000000008`,
        resourceShareName: 'build-images',
        senderAccountId: otherAccount,
        receiverAccountId: account,
        invitationTimestamp: daysAgo(3),
        status: region === mainRegion ? 'ACCEPTED' : 'PENDING',
      },
    ],
  }),
});
