import { answers } from '../../answers.ts';
import { account, arnOf, daysAgo, idIn, mainRegion, otherAccount } from '../../facts.ts';

const share = (region: string, id: string, owner: string) =>
  `arn:aws:ram:${region}:${owner}:resource-share/00000000-0000-4000-8000-${id}`;
const times = { creationTime: daysAgo(90), lastUpdatedTime: daysAgo(90) };
const own = (region: string) => ({
  ...times,
  resourceShareArn: share(region, '000000000001', account),
  name: 'network',
  owningAccountId: account,
  allowExternalPrincipals: region !== mainRegion,
  status: 'ACTIVE',
  featureSet: 'STANDARD',
  tags: [{ key: 'team', value: 'network' }],
});

/** A share of a subnet in each region: in the main one within the organisation, in the other one with a stranger. */
export default answers('ram', {
  GetResourceShares: ({ region, input }) => ({
    resourceShares:
      input['resourceOwner'] === 'SELF'
        ? [own(region), { ...own(region), resourceShareArn: share(region, '000000000002', account), status: 'DELETED' }]
        : [
            {
              ...own(region),
              resourceShareArn: share(region, '000000000003', otherAccount),
              name: 'resolver-rules',
              owningAccountId: otherAccount,
            },
          ],
  }),
  ListPrincipals: ({ region }) => ({
    principals: [
      {
        ...times,
        id: region === mainRegion ? 'arn:aws:organizations::210987654321:organization/o-example' : otherAccount,
        resourceShareArn: own(region).resourceShareArn,
      },
    ],
  }),
  ListPermissionAssociations: ({ region }) => ({
    permissions: [
      {
        arn: 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet',
        permissionVersion: region === mainRegion ? '2' : '1',
        defaultVersion: region === mainRegion,
        resourceType: 'ec2:Subnet',
        status: 'ATTACHABLE',
        featureSet: 'STANDARD',
        lastUpdatedTime: daysAgo(90),
        resourceShareArn: own(region).resourceShareArn,
      },
    ],
  }),
  GetResourceShareAssociations: ({ region, input }) => ({
    resourceShareAssociations: [
      {
        ...times,
        resourceShareArn: own(region).resourceShareArn,
        resourceShareName: 'network',
        associatedEntity:
          input['associationType'] === 'PRINCIPAL'
            ? otherAccount
            : arnOf('ec2', `subnet/${idIn(region, 'subnet')}`, region),
        associationType: String(input['associationType']),
        status: input['associationType'] === 'RESOURCE' && region !== mainRegion ? 'FAILED' : 'ASSOCIATED',
      },
    ],
  }),
  ListResources: ({ region }) => ({
    resources: [
      {
        ...times,
        arn: arnOf('ec2', `subnet/${idIn(region, 'subnet')}`, region),
        type: 'ec2:Subnet',
        resourceShareArn: own(region).resourceShareArn,
        status: 'AVAILABLE',
      },
    ],
  }),
});
