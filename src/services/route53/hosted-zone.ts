import { listed } from '../../inventory/listed.ts';
import { route53 } from './service.ts';

/** A hosted zone, public or private. */
export const hostedZone = listed(route53, 'AWS::Route53::HostedZone', 'ListHostedZones', {
  at: 'HostedZones',
  narrows: { DelegationSetId: 'unless given', HostedZoneType: 'unless given' },
  id: ({ Id }) => Id?.replace(/^\/hostedzone\//, ''),
  keep: {
    /** Without the final dot. */
    name: ({ Name }) => Name?.replace(/\.$/, ''),
    // Required in what comes back: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZoneConfig.html
    privateZone: ({ Config }) => Config?.PrivateZone,
    recordCount: 'ResourceRecordSetCount',
    /** The service that made the zone and owns it, e.g. AWS Cloud Map. */
    linkedService: ({ LinkedService }) => LinkedService?.ServicePrincipal,
  },
  label: ({ id, name }) => `${name} (${id})`,
  arn: ({ id }, { partition }) => `arn:${partition}:route53:::hostedzone/${id}`,
});
