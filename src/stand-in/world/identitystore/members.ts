import { answers } from '../../answers.ts';

/** A group with one member, and one whose id ends in 3, which nobody is in. */
export default answers('identitystore', {
  ListGroupMemberships: ({ input }) => ({
    GroupMemberships: String(input['GroupId']).endsWith('3')
      ? []
      : [
          {
            IdentityStoreId: input['IdentityStoreId'],
            MembershipId: '99990000-1111-2222-3333-444455556666',
            GroupId: input['GroupId'],
            MemberId: { UserId: '11112222-3333-4444-5555-666677778881' },
          },
        ],
  }),
});
