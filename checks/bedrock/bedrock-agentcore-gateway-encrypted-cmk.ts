import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { agentEncryption } from '../../src/services/bedrockagentcore/encryption.ts';
import { agentGateway } from '../../src/services/bedrockagentcore/gateway.ts';

export default customerKey(agentGateway, 'bedrock-agentcore-gateway-encrypted-cmk', {
  title: 'AgentCore gateways are encrypted with customer managed keys',
  by: { ...agentEncryption, what: 'its targets and settings' },
  risk: 'With a key of AWS nobody decides by its policy who may read the settings of the gateway and the schemas of its tools.',
  fix: { text: 'Make the gateway anew with a key of your own: it is given when a gateway is made.' },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html'],
});
