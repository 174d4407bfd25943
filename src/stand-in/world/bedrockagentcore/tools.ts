import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const named = (kind: 'browser' | 'codeInterpreter', name: string) => {
  const id = `${name}-Ab3dE5gH7j`;
  const path = kind === 'browser' ? 'browser-custom' : 'code-interpreter-custom';
  return {
    [`${kind}Id`]: id,
    [`${kind}Arn`]: arnOf('bedrock-agentcore', `${path}/${id}`),
    name,
    status: 'READY',
    createdAt: daysAgo(15),
    lastUpdatedAt: daysAgo(15),
  };
};
const network = (mode: string) => ({
  networkConfiguration: {
    networkMode: mode,
    ...(mode === 'VPC' ? { vpcConfig: { subnets: ['subnet-a1'], securityGroups: ['sg-a1'] } } : {}),
  },
});
/** The name in the path of a request: `/browsers/research-Ab3dE5gH7j`. */
const nameIn = (path: string): string => /\/(\w+)-Ab3dE5gH7j$/.exec(path)?.[1] ?? '';

/** `research` and `ledger` are in a VPC, the others are not. */
export default answers(
  'bedrock-agentcore-control',
  {
    ListBrowsers: here({ browserSummaries: [named('browser', 'research'), named('browser', 'shopping')] }),
    GetBrowser: ({ path }) => {
      const name = nameIn(path);
      return { ...named('browser', name), ...network(name === 'research' ? 'VPC' : 'PUBLIC') };
    },
    ListCodeInterpreters: here({
      codeInterpreterSummaries: [
        named('codeInterpreter', 'ledger'),
        named('codeInterpreter', 'charts'),
        named('codeInterpreter', 'tables'),
      ],
    }),
    GetCodeInterpreter: ({ path }) => {
      const name = nameIn(path);
      const mode = name === 'ledger' ? 'VPC' : name === 'charts' ? 'PUBLIC' : 'SANDBOX';
      return { ...named('codeInterpreter', name), ...network(mode) };
    },
  },
  {
    'AWS::BedrockAgentCore::BrowserCustom': 'research-Ab3dE5gH7j',
    'AWS::BedrockAgentCore::CodeInterpreterCustom': 'ledger-Ab3dE5gH7j',
  },
);
