import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { agentGateway, gatewayPolicy } from '../../src/services/bedrockagentcore/gateway.ts';

export default notPublic(agentGateway, 'bedrockagentcore-gateway-policy-not-public', {
  title: 'Policies of AgentCore gateways do not let strangers in',
  policy: gatewayPolicy,
  risk: 'Strangers call the tools behind the gateway, which act with its role and see what the account sees.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles whose agents call the gateway, or limit it by aws:PrincipalOrgID or aws:SourceVpc.',
  },
  references: ['https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html'],
});
