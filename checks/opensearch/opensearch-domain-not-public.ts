import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { beingDeleted, domain, opensearchPolicy } from '../../src/services/opensearch/domain.ts';

export default notPublic(domain, 'opensearch-domain-not-public', {
  title: 'Access policies of OpenSearch domains do not let strangers in',
  policy: opensearchPolicy,
  unless: [beingDeleted],
  risk: 'Strangers search, change and delete everything that was indexed: such domains are found by scanners within hours, and held to ransom.',
  fix: {
    text: 'Name roles of your own in the access policy instead of "*", or limit it to addresses of your own (`aws:SourceIp`); turn fine-grained access on. Clients that do not sign their requests lose their way: let them sign, or give them a user of the domain.',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
  ],
});
