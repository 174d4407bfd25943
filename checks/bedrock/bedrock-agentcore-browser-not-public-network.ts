import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { agentBrowser } from '../../src/services/bedrockagentcore/tools.ts';

export default state(agentBrowser, 'bedrock-agentcore-browser-not-public-network', {
  title: 'AgentCore browsers are in a VPC',
  at: 'details.network',
  is: {
    VPC: pass('{label} browses from a VPC'),
    PUBLIC: fail('{label} has the network mode PUBLIC; expected VPC'),
  },
  unsaid: unknown('AWS does not say in which network {label} browses'),
  risk: 'A page that an agent opens may talk it into sending what it knows anywhere, and no firewall of the account sees it.',
  fix: {
    text: 'The network is chosen when a browser is created: create another one with the network mode VPC, let the agents use it, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/agentcore-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html#bedrockagentcore-5',
  ],
});
