import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { agentRuntime, runtimePolicy } from '../../src/services/bedrockagentcore/runtime.ts';

export default notPublic(agentRuntime, 'bedrockagentcore-resource-policy-not-public', {
  title: 'Policies of AgentCore runtimes do not let strangers in',
  policy: runtimePolicy,
  risk: 'Strangers talk to the agent, which acts with the role and the tools of the account, and the account pays for it.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles that call the agent, or limit it by aws:PrincipalOrgID or aws:SourceVpc. The policies of its endpoints are apart from it.',
  },
  references: ['https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html'],
});
