import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default number(domain, 'opensearch-domain-dedicated-master-fault-tolerant', {
  title: 'OpenSearch domains have enough dedicated master nodes to lose one',
  settings: {
    nodes: { type: 'integer', default: 3, min: 2, describe: 'dedicated master nodes that a domain has at least' },
  },
  at: 'details.masterNodes',
  atLeast: 'nodes',
  pass: pass('{label} has {details.masterNodes} dedicated master nodes'),
  fail: fail('{label} has {details.masterNodes} dedicated master nodes; expected at least {settings.nodes}'),
  unsaid: unknown('OpenSearch Service did not say how many dedicated master nodes {label} has'),
  unless: [
    beingDeleted,
    {
      at: 'details.dedicatedMasters',
      is: [false],
      verdict: fail('{label} has no dedicated master nodes; expected at least {settings.nodes}'),
    },
    {
      at: 'details.dedicatedMasters',
      is: [undefined],
      verdict: unknown('OpenSearch Service did not say whether {label} has dedicated master nodes'),
    },
  ],
  risk: 'Data nodes that are busy lose sight of the cluster; with fewer than three masters none can be elected when one is lost.',
  fix: {
    text: 'Give the domain three dedicated master nodes, of a type that suits its number of nodes and shards. They cost what their instances do.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --cluster-config DedicatedMasterEnabled=true,DedicatedMasterCount=3,DedicatedMasterType=INSTANCE_TYPE',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-11',
  ],
});
