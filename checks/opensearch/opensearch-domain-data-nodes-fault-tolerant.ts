import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default number(domain, 'opensearch-domain-data-nodes-fault-tolerant', {
  title: 'OpenSearch domains survive the loss of a data node',
  settings: { nodes: { type: 'integer', default: 3, min: 2, describe: 'data nodes that a domain has at least' } },
  at: 'details.dataNodes',
  atLeast: 'nodes',
  pass: ({ name, details: { dataNodes, zoneAwareness } }) =>
    zoneAwareness === undefined
      ? unknown(
          `OpenSearch Service did not say whether the ${dataNodes} data nodes of ${name} are in several Availability Zones`,
        )
      : pass(`${name} has ${dataNodes} data nodes in several Availability Zones`),
  fail: fail('{label} has {details.dataNodes} data nodes; expected at least {settings.nodes}'),
  unsaid: unknown('OpenSearch Service did not say how many data nodes {label} has'),
  unless: [
    beingDeleted,
    {
      at: 'details.zoneAwareness',
      is: [false],
      verdict: fail('{label} has all data nodes in one Availability Zone; expected several'),
    },
  ],
  risk: 'When a node is lost, those that are left cannot hold every copy, or agree on which of them is right, and the domain stops taking writes.',
  fix: {
    text: 'Give the domain three data nodes or more, in as many Availability Zones as it may have, a multiple of their number, with zone awareness on and a replica of each index. It replaces the nodes and costs what the further ones do.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --cluster-config InstanceCount=3,ZoneAwarenessEnabled=true,ZoneAwarenessConfig={AvailabilityZoneCount=3}',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-6',
  ],
});
