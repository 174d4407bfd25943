import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { beingDeleted, domain, opensearchPolicy } from '../../src/services/opensearch/domain.ts';

export default trustedOnly(domain, 'opensearch-domain-policy-no-cross-account', {
  title: 'Access policies of OpenSearch domains let in trusted accounts only',
  policy: opensearchPolicy,
  unless: [beingDeleted],
  risk: 'Who controls the other account searches and changes what was indexed; when it is broken into, so does the intruder.',
  fix: {
    text: 'Remove accounts that do not need it from the access policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html'],
});
