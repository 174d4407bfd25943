import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn } from '../../facts.ts';

const memory = (name: string) => ({
  arn: arnOf('bedrock-agentcore', `memory/${name}-m1n2b3v4c5`),
  id: `${name}-m1n2b3v4c5`,
  status: 'ACTIVE' as const,
  createdAt: daysAgo(15),
  updatedAt: daysAgo(15),
});

/** One with a key of its own, and one that every account reads. */
export default answers(
  'bedrock-agentcore-control',
  {
    ListMemories: here({ memories: [memory('orders'), memory('chats')] }),
    GetMemory: ({ path }) => {
      const [, name = ''] = /memories\/(\w+)-m1n2b3v4c5/.exec(path) ?? [];
      return {
        memory: {
          ...memory(name),
          name,
          eventExpiryDuration: 30,
          ...(name === 'orders' ? { encryptionKeyArn: keyArn } : {}),
        },
      };
    },
  },
  { 'AWS::BedrockAgentCore::Memory': 'orders-m1n2b3v4c5' },
);
