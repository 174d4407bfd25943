import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-in-vpc', {
  title: 'OpenSearch domains are in a VPC',
  at: 'details.reachedBy',
  is: {
    vpc: pass('{label} is in a VPC'),
    public: fail('{label} is in no VPC: its endpoint is reached over the internet'),
  },
  unsaid: unknown('OpenSearch Service did not say where {label} is reached'),
  unless: [beingDeleted],
  exposes: true,
  risk: 'Only the access policy, and fine-grained access where it is on, stands between the internet and everything that was indexed.',
  fix: {
    text: 'A domain cannot be moved into a VPC: create one there, restore a snapshot into it, move the clients and delete the old. Until then let the access policy name roles and addresses.',
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html'],
});
