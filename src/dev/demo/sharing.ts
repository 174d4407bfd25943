import type { Front } from '../../stand-in/front.ts';
import {
  account,
  ago,
  arnIn,
  inRegion,
  managementAccount,
  organizationArn,
  partnerAccount,
  tagsOf,
  uuidOf,
  type ByRegion,
  type Team,
} from './company.ts';
import { subnetId } from './network.ts';

interface Share {
  readonly name: string;
  readonly team: Team;
  /** Another account's, which it was received from. */
  readonly owner?: string;
  readonly principals?: readonly string[];
  readonly subnets?: readonly (readonly [vpc: string, tier: string, zone: string])[];
  readonly external?: boolean;
}

/** The payments network is lent within the organization; the data team lent a public subnet to the logistics partner. */
const shares: ByRegion<Share> = {
  'eu-west-1': [
    {
      name: 'payments-network',
      team: 'payments',
      principals: [organizationArn],
      subnets: [
        ['payments', 'private', 'a'],
        ['payments', 'private', 'b'],
      ],
    },
    { name: 'corporate-resolver-rules', team: 'platform', owner: managementAccount },
  ],
  'eu-central-1': [
    {
      name: 'notebooks-for-partner',
      team: 'data',
      principals: [partnerAccount],
      subnets: [['analytics', 'public', 'a']],
      external: true,
    },
  ],
};

const times = { creationTime: ago(260), lastUpdatedTime: ago(260) };
const arnOf = (region: string, { name, owner = account }: Share): string =>
  `arn:aws:ram:${region}:${owner}:resource-share/${uuidOf(`share/${name}`)}`;
const ownIn = (region: string) => inRegion(shares, region).filter(({ owner }) => owner === undefined);

/** What the account shares with others, and others with it. */
export function answerSharing(front: Front): void {
  const service = 'ram';
  front.answer({ service, operation: 'GetResourceShares' }, ({ input, region }) => ({
    resourceShares: inRegion(shares, region)
      .filter(({ owner }) => (owner === undefined) === (input['resourceOwner'] === 'SELF'))
      .map((share) => ({
        ...times,
        resourceShareArn: arnOf(region, share),
        name: share.name,
        owningAccountId: share.owner ?? account,
        allowExternalPrincipals: share.external === true,
        status: 'ACTIVE',
        featureSet: 'STANDARD',
        ...(share.owner === undefined
          ? { tags: Object.entries(tagsOf(share.team)).map(([key, value]) => ({ key, value })) }
          : {}),
      })),
  }));
  front.answer({ service, operation: 'ListPrincipals' }, ({ region }) => ({
    principals: ownIn(region).flatMap((share) =>
      (share.principals ?? []).map((id) => ({ ...times, id, resourceShareArn: arnOf(region, share) })),
    ),
  }));
  front.answer({ service, operation: 'ListResources' }, ({ region }) => ({
    resources: ownIn(region).flatMap((share) =>
      (share.subnets ?? []).map((subnet) => ({
        ...times,
        arn: arnIn('ec2', region, `subnet/${subnetId(...subnet)}`),
        type: 'ec2:Subnet',
        resourceShareArn: arnOf(region, share),
        status: 'AVAILABLE',
      })),
    ),
  }));
  front.answer({ service, operation: 'ListPermissionAssociations' }, ({ region }) => ({
    permissions: ownIn(region).map((share) => ({
      arn: 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet',
      permissionVersion: '1',
      defaultVersion: true,
      resourceType: 'ec2:Subnet',
      status: 'ATTACHABLE',
      featureSet: 'STANDARD',
      lastUpdatedTime: ago(260),
      resourceShareArn: arnOf(region, share),
    })),
  }));
  front.answer({ service, operation: 'GetResourceShareAssociations' }, ({ input, region }) => ({
    resourceShareAssociations: ownIn(region).flatMap((share) => {
      const subnets = (share.subnets ?? []).map((subnet) => arnIn('ec2', region, `subnet/${subnetId(...subnet)}`));
      return (input['associationType'] === 'PRINCIPAL' ? (share.principals ?? []) : subnets).map(
        (associatedEntity) => ({
          ...times,
          resourceShareArn: arnOf(region, share),
          resourceShareName: share.name,
          associatedEntity,
          associationType: String(input['associationType']),
          status: 'ASSOCIATED',
        }),
      );
    }),
  }));
  // The partner offers its tracking feed; nobody has answered yet.
  front.answer({ service, operation: 'GetResourceShareInvitations' }, ({ region }) => ({
    resourceShareInvitations:
      region === 'eu-west-1'
        ? [
            {
              resourceShareInvitationArn: `arn:aws:ram:${region}:${partnerAccount}:resource-share-invitation/${uuidOf('invitation/tracking-feed')}`,
              resourceShareArn: `arn:aws:ram:${region}:${partnerAccount}:resource-share/${uuidOf('share/tracking-feed')}`,
              resourceShareName: 'tracking-feed',
              senderAccountId: partnerAccount,
              receiverAccountId: account,
              invitationTimestamp: ago(5),
              status: 'PENDING',
            },
          ]
        : [],
  }));
}
