import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { agentMemory, memoryPolicy } from '../../src/services/bedrockagentcore/memory.ts';

export default notPublic(agentMemory, 'bedrockagentcore-memory-policy-not-public', {
  title: 'Policies of AgentCore memories do not let strangers in',
  policy: memoryPolicy,
  risk: 'Strangers read what people told the agents, or plant what the agents will believe next.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles of the agents that use the memory, or limit it by aws:PrincipalOrgID.',
  },
  references: ['https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html'],
});
