import { service } from '../../aws/service.ts';

/**
 * The users and groups of IAM Identity Center. It answers in the region of its instance.
 * https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/welcome.html
 */
export const identitystore = service<typeof import('@aws-sdk/client-identitystore')>({
  id: 'identitystore',
  sdkId: 'identitystore',
  // https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroupMemberships.html
  sends: { ListGroupMembershipsResponse: ['GroupMemberships'], GroupMembership: ['MembershipId'] },
  load: () => import('./sdk.ts'),
});
