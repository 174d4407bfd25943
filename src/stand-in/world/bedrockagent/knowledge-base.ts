import { answers, here } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

const base = (knowledgeBaseId: string, name: string) => ({
  knowledgeBaseId,
  name,
  status: 'ACTIVE',
  updatedAt: daysAgo(10),
});

/** What their policies are is asked of Bedrock. */
export default answers(
  'bedrock-agent',
  {
    ListKnowledgeBases: here({
      knowledgeBaseSummaries: [base('KBMANUALS1', 'manuals'), base('KBPEOPLE01', 'people')],
    }),
  },
  { 'AWS::Bedrock::KnowledgeBase': 'KBPEOPLE01' },
);
