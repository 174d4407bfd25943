import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, iamArn, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const base = (knowledgeBaseId: string, name: string) => ({
  knowledgeBaseId,
  name,
  status: 'ACTIVE',
  updatedAt: daysAgo(10),
});
const arnOfBase = (id: string): string => arnOf('bedrock', `knowledge-base/${id}`);

/** Every account may ask the knowledge base `manuals`; `people` has no policy, and `wiki` can have none. */
export default answers(
  'bedrock-agent',
  {
    ListKnowledgeBases: here({
      knowledgeBaseSummaries: [base('KBMANUALS1', 'manuals'), base('KBPEOPLE01', 'people'), base('KBWIKI0001', 'wiki')],
    }),
    GetKnowledgeBase: ({ path }) => {
      const id = path.slice(path.lastIndexOf('/') + 1);
      return {
        knowledgeBase: {
          ...base(id, id),
          createdAt: daysAgo(30),
          knowledgeBaseArn: arnOfBase(id),
          knowledgeBaseConfiguration: { type: id === 'KBWIKI0001' ? 'VECTOR' : 'MANAGED' },
          roleArn: iamArn('role/knowledge'),
        },
      };
    },
    GetResourcePolicy: ({ path }) => {
      if (path.includes('KBWIKI0001')) return fails({ code: 'ValidationException', status: 400 });
      if (!path.includes('KBMANUALS1')) return fails({ code: 'ResourceNotFoundException', status: 404 });
      const resourceArn = arnOfBase('KBMANUALS1');
      return {
        resourceArn,
        revisionId: '1',
        policy: policy({ Effect: 'Allow', Principal: '*', Action: 'bedrock:Retrieve', Resource: resourceArn }),
      };
    },
  },
  { 'AWS::Bedrock::KnowledgeBase': 'KBPEOPLE01' },
);
