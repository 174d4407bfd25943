import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn } from '../../facts.ts';

const gateway = (name: string, authorizerType: string) => ({
  gatewayId: `${name}-k3m5p7r9t1`,
  name,
  status: 'READY',
  createdAt: daysAgo(15),
  updatedAt: daysAgo(15),
  authorizerType,
  protocolType: 'MCP',
});

/** Two that ask their callers who they are, and one that does not. */
export default answers(
  'bedrock-agentcore-control',
  {
    ListGateways: here({
      items: [gateway('orders', 'AWS_IAM'), gateway('support', 'CUSTOM_JWT'), gateway('weather', 'NONE')],
    }),
    GetGateway: ({ path }) => {
      const [, name = ''] = /gateways\/(\w+)-k3m5p7r9t1/.exec(path) ?? [];
      return {
        ...gateway(name, 'AWS_IAM'),
        gatewayArn: arnOf('bedrock-agentcore', `gateway/${name}-k3m5p7r9t1`),
        ...(name === 'orders' ? { kmsKeyArn: keyArn } : {}),
      };
    },
  },
  { 'AWS::BedrockAgentCore::Gateway': 'orders-k3m5p7r9t1' },
);
