import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-zone-awareness-enabled', {
  title: 'OpenSearch domains stand in several Availability Zones',
  at: 'details.zoneAwareness',
  is: {
    true: pass('{label} is spread over several Availability Zones'),
    false: fail('{label} is in one Availability Zone; expected several'),
  },
  unsaid: unknown('OpenSearch Service did not say whether {label} is spread over Availability Zones'),
  unless: [beingDeleted],
  risk: 'With the zone all nodes, and every copy of a shard, are gone.',
  fix: {
    text: 'Turn zone awareness on with a multiple of as many data nodes as zones, and give each index a replica at least. In a VPC the domain needs a subnet of each zone. It replaces the nodes and costs what the further ones do.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --cluster-config InstanceCount=NODE_COUNT,ZoneAwarenessEnabled=true,ZoneAwarenessConfig={AvailabilityZoneCount=ZONE_COUNT}',
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html'],
});
