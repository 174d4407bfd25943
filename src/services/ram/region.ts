import { resource } from '../../inventory/resource.ts';
import { ram } from './service.ts';

/** What others offer to share with the account, in a region. */
export const ramRegion = resource(ram, 'AWS::::Account', {
  calls: ['GetResourceShareInvitations'],
  narrows: {
    GetResourceShareInvitations: { resourceShareInvitationArns: 'unless given', resourceShareArns: 'unless given' },
  },
  singleton: true,
  async *list(api) {
    const invitations = [];
    for await (const page of api.pages('GetResourceShareInvitations')) {
      for (const {
        resourceShareInvitationArn: arn,
        resourceShareName: name,
        senderAccountId: sender,
        status,
      } of page.resourceShareInvitations ?? [])
        if (arn !== undefined) invitations.push({ arn, name, sender, status });
    }
    yield { id: api.account, name: `Resource sharing in ${api.region}`, invitations };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:ram:${region}:${id}:invitations`,
});
