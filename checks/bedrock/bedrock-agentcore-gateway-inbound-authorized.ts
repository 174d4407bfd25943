import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { agentGateway } from '../../src/services/bedrockagentcore/gateway.ts';

export default state(agentGateway, 'bedrock-agentcore-gateway-inbound-authorized', {
  title: 'AgentCore gateways ask their callers who they are',
  at: 'authorizer',
  is: {
    AWS_IAM: pass('{label} asks its callers for AWS credentials'),
    CUSTOM_JWT: pass('{label} asks its callers for a token of an identity provider'),
    NONE: fail('{label} takes calls without authorization (NONE); expected AWS_IAM or CUSTOM_JWT'),
    // Named by the API and explained nowhere: https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreateGateway.html
    AUTHENTICATE_ONLY: unknown(
      'AWS does not document whom {label} keeps out: its authorizer is AUTHENTICATE_ONLY; expected AWS_IAM or CUSTOM_JWT',
    ),
  },
  unsaid: unknown('AWS does not say whether {label} asks its callers who they are'),
  exposes: true,
  risk: 'Whoever knows the address calls the tools behind the gateway, with the credentials that it holds for them.',
  fix: {
    text: 'Create another gateway with AWS_IAM, or with CUSTOM_JWT and the discovery URL, audiences and clients of your identity provider; give it the same targets, let the agents use it, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-inbound-auth.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html#bedrockagentcore-2',
  ],
});
