import type { Network } from './network.ts';
import { accountIds, type World } from './world.ts';

const stranger = '999988887777';
const shareOf = (region: string, n: number, owner: string) =>
  `arn:aws:ram:${region}:${owner}:resource-share/00000000-0000-4000-8000-00000000000${n}`;

/**
 * Not in the emulator: who is in a share, what it holds, and invitations. `main` shares its open subnet with a stranger and its closed one
 * with its organization, and takes what a stranger shares, in eu-west-1; in us-east-1 there is nothing.
 */
export function cannedSharing({ front }: World, { openSubnet, closedSubnet }: Network): void {
  const at = { service: 'ram', account: accountIds.main, region: 'eu-west-1' };
  const share = (n: number, name: string, allowExternalPrincipals: boolean, owner: string = accountIds.main) => ({
    resourceShareArn: shareOf('eu-west-1', n, owner),
    name,
    owningAccountId: owner,
    allowExternalPrincipals,
    status: 'ACTIVE',
  });
  const own = [share(1, 'subnets-for-all', true), share(2, 'subnets-for-us', false)];
  const received = [
    share(3, 'rules-of-a-stranger', true, stranger),
    share(4, 'rules-of-ours', false, accountIds.second),
  ];
  front.answer({ service: 'ram', operation: 'GetResourceShares' }, { resourceShares: [] });
  front.answer({ service: 'ram', operation: 'GetResourceShareInvitations' }, { resourceShareInvitations: [] });
  front.answer({ ...at, operation: 'GetResourceShares' }, ({ input }) => ({
    resourceShares: input['resourceOwner'] === 'SELF' ? own : received,
  }));
  front.answer(
    { ...at, operation: 'ListPrincipals' },
    {
      principals: [
        { id: stranger, resourceShareArn: own[0]?.resourceShareArn },
        {
          id: `arn:aws:organizations::${accountIds.second}:organization/o-e2e0example`,
          resourceShareArn: own[1]?.resourceShareArn,
        },
      ],
    },
  );
  front.answer(
    { ...at, operation: 'ListResources' },
    {
      resources: [openSubnet, closedSubnet].map((subnet, n) => ({
        arn: `arn:aws:ec2:eu-west-1:${accountIds.main}:subnet/${subnet}`,
        type: 'ec2:Subnet',
        resourceShareArn: own[n]?.resourceShareArn,
      })),
    },
  );
  front.answer(
    { ...at, operation: 'ListPermissionAssociations' },
    {
      permissions: own.map(({ resourceShareArn }, n) => ({
        arn: 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet',
        permissionVersion: String(n + 1),
        defaultVersion: n === 1,
        resourceType: 'ec2:Subnet',
        resourceShareArn,
      })),
    },
  );
  front.answer({ ...at, operation: 'GetResourceShareAssociations' }, ({ input }) => ({
    resourceShareAssociations:
      input['associationType'] === 'RESOURCE'
        ? [openSubnet, closedSubnet].map((subnet, n) => ({
            resourceShareArn: own[n]?.resourceShareArn,
            associatedEntity: `arn:aws:ec2:eu-west-1:${accountIds.main}:subnet/${subnet}`,
            associationType: 'RESOURCE',
            status: n === 0 ? 'FAILED' : 'ASSOCIATED',
          }))
        : [],
  }));
  front.answer(
    { ...at, operation: 'GetResourceShareInvitations' },
    {
      resourceShareInvitations: [
        {
          resourceShareInvitationArn: `arn:aws:ram:eu-west-1:${stranger}:resource-share-invitation/1`,
          resourceShareName: 'images',
          senderAccountId: stranger,
          status: 'PENDING',
        },
      ],
    },
  );
}
