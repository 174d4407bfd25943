import { listed } from '../../inventory/listed.ts';
import { bedrockagentcore } from './service.ts';

/** What agents call tools through. */
export const agentGateway = listed(bedrockagentcore, 'AWS::BedrockAgentCore::Gateway', 'ListGateways', {
  at: 'items',
  input: { maxResults: 50 },
  references: ['https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-inbound-auth.html'],
  id: ({ gatewayId, status }) => (status === 'DELETING' ? undefined : gatewayId),
  keep: { name: 'name', authorizer: 'authorizerType' },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:bedrock-agentcore:${region}:${account}:gateway/${id}`,
});
