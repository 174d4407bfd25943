import { resource } from '../../inventory/resource.ts';
import { route53 } from './service.ts';

/** A hosted zone, public or private. */
export const hostedZone = resource(route53, 'AWS::Route53::HostedZone', {
  calls: ['ListHostedZones'],
  narrows: { ListHostedZones: { DelegationSetId: 'unless given', HostedZoneType: 'unless given' } },
  resumable: 'ListHostedZones',
  async *list(api) {
    for await (const page of api.pages('ListHostedZones')) {
      for (const { Id, Name, Config, ResourceRecordSetCount, LinkedService } of page.HostedZones ?? []) {
        if (Id === undefined) continue;
        yield {
          id: Id.replace(/^\/hostedzone\//, ''),
          /** Without the final dot. */
          name: Name?.replace(/\.$/, ''),
          // Required in what comes back: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZoneConfig.html
          privateZone: Config?.PrivateZone,
          recordCount: ResourceRecordSetCount,
          /** The service that made the zone and owns it, e.g. AWS Cloud Map. */
          linkedService: LinkedService?.ServicePrincipal,
        };
      }
    }
  },
  label: ({ id, name }) => `${name} (${id})`,
  arn: ({ id }, { partition }) => `arn:${partition}:route53:::hostedzone/${id}`,
});
