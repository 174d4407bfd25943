import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { knowledgeBase, knowledgeBasePolicy } from '../../src/services/bedrockagent/knowledge-base.ts';

export default notPublic(knowledgeBase, 'bedrock-resource-policy-not-public', {
  title: 'Policies of knowledge bases do not let strangers in',
  policy: knowledgeBasePolicy,
  unless: [
    // Only managed ones have one: https://docs.aws.amazon.com/bedrock/latest/userguide/kb-managed-cross-account.html
    {
      at: 'kind',
      is: ['KENDRA', 'SQL', 'VECTOR'],
      because: '{label} is of the kind {kind}, which has no resource policy',
    },
  ],
  risk: 'Strangers ask the knowledge base until it has told them its documents, and the account pays for their questions.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles that use the knowledge base, or limit it by aws:PrincipalOrgID.',
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_PutResourcePolicy.html'],
});
