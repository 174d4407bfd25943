import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { codeInterpreter } from '../../src/services/bedrockagentcore/tools.ts';

export default state(codeInterpreter, 'bedrock-agentcore-code-interpreter-private-network', {
  title: 'AgentCore code interpreters are in a VPC',
  at: 'details.network',
  is: {
    VPC: pass('{label} runs code in a VPC'),
    PUBLIC: fail('{label} has the network mode PUBLIC, with access to the internet; expected VPC'),
    // https://docs.aws.amazon.com/config/latest/developerguide/bedrockagentcore-codeinterpreter-networkmode-check.html
    SANDBOX: fail('{label} has the network mode SANDBOX, which is no network of the account; expected VPC'),
  },
  unsaid: unknown('AWS does not say in which network {label} runs code'),
  risk: 'Code that a model wrote, or that a prompt made it write, sends data away past the security groups, endpoint policies and flow logs of the account.',
  fix: {
    text: 'The network is chosen when a code interpreter is created: create another one with the network mode VPC, let the agents use it, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/agentcore-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html#bedrockagentcore-7',
  ],
});
