import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { agentEncryption } from '../../src/services/bedrockagentcore/encryption.ts';
import { agentMemory } from '../../src/services/bedrockagentcore/memory.ts';

export default customerKey(agentMemory, 'bedrock-agentcore-memory-encrypted-cmk', {
  title: 'AgentCore memories are encrypted with customer managed keys',
  by: { ...agentEncryption, what: 'what it remembers' },
  risk: 'With a key of AWS nobody decides by its policy who may read what people told the agents.',
  fix: { text: 'Make the memory anew with a key of your own: it is given when a memory is made.' },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html'],
});
