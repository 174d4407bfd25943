import { listed } from '../../inventory/listed.ts';
import { encryptedBy } from './encryption.ts';
import { putPolicy } from './policy.ts';
import { bedrockagentcore } from './service.ts';

/** What agents remember of earlier conversations. */
export const agentMemory = listed(bedrockagentcore, 'AWS::BedrockAgentCore::Memory', 'ListMemories', {
  at: 'memories',
  input: { maxResults: 100 },
  references: ['https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/memory.html'],
  id: ({ id, status }) => (status === 'DELETING' ? undefined : id),
  keep: { arn: 'arn' },
}).facets((facet) => ({
  /** What is in it, and what its strategies ask of models, is not kept. */
  details: facet.call('GetMemory', {
    input: ({ id }) => ({ memoryId: id }),
    keep: ({ memory }) => encryptedBy(memory?.encryptionKeyArn),
  }),
  /** The text of its resource policy. AWS says ResourceNotFoundException where there is none. */
  policy: facet.call('GetResourcePolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ arn = '' }) => ({ resourceArn: arn }),
    keep: ({ policy }) => policy,
  }),
}));

export const memoryPolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 'bedrock-agentcore:RetrieveMemoryRecords',
  put: putPolicy,
} as const;
