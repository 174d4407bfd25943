import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { agentRuntime } from '../../src/services/bedrockagentcore/runtime.ts';

export default state(agentRuntime, 'bedrock-agentcore-runtime-vpc-mode', {
  title: 'AgentCore runtimes are in a VPC',
  at: 'details.network',
  is: {
    VPC: pass('{label} runs in a VPC'),
    PUBLIC: fail('{label} has the network mode PUBLIC; expected VPC'),
  },
  unsaid: unknown('AWS does not say in which network {label} runs'),
  risk: 'An agent that is talked into it sends what it knows anywhere: no security group, endpoint policy or flow log sees it go.',
  fix: {
    text: 'Update the runtime with the network mode VPC, subnets and security groups (`networkModeConfig`); the update has to name its artifact and role again. Give the VPC endpoints or a NAT gateway for what the agent needs.',
  },
  references: [
    'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/agentcore-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html#bedrockagentcore-1',
  ],
});
