import { service } from '../../aws/service.ts';

/** Regional; what is global is shared from us-east-1 (https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html). */
export const ram = service<typeof import('@aws-sdk/client-ram')>({
  id: 'ram',
  sdkId: 'RAM',
  // The reference marks no member as required: a list is always there, and an entry is known by its ARN
  // (https://docs.aws.amazon.com/ram/latest/APIReference/API_ResourceShare.html).
  sends: {
    AssociatedPermission: ['arn', 'resourceShareArn'],
    GetResourceShareAssociationsResponse: ['resourceShareAssociations'],
    GetResourceShareInvitationsResponse: ['resourceShareInvitations'],
    GetResourceSharesResponse: ['resourceShares'],
    ListPermissionAssociationsResponse: ['permissions'],
    ListPrincipalsResponse: ['principals'],
    ListResourcesResponse: ['resources'],
    Principal: ['id', 'resourceShareArn'],
    Resource: ['arn', 'resourceShareArn'],
    ResourceShare: ['resourceShareArn'],
    ResourceShareAssociation: ['associatedEntity', 'resourceShareArn'],
    ResourceShareInvitation: ['resourceShareInvitationArn'],
  },
  load: () => import('./sdk.ts'),
});
