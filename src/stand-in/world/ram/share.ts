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
