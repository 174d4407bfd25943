import { listed } from '../../inventory/listed.ts';
import { bedrockagentcore } from './service.ts';

const gone = new Set<string | undefined>(['DELETING', 'DELETED']);
const reference = 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/agentcore-vpc.html';

/** Those that AWS brings belong to it: `aws.browser.v1`. */
const ofAccount = (id: string | undefined, status: string | undefined): string | undefined =>
  gone.has(status) || id?.startsWith('aws.') === true ? undefined : id;

/** A browser that agents use. */
export const agentBrowser = listed(bedrockagentcore, 'AWS::BedrockAgentCore::BrowserCustom', 'ListBrowsers', {
  at: 'browserSummaries',
  input: { maxResults: 50, type: 'CUSTOM' },
  references: [reference],
  id: ({ browserId, status }) => ofAccount(browserId, status),
  keep: { arn: 'browserArn', name: 'name' },
}).facets((facet) => ({
  details: facet.call('GetBrowser', {
    input: ({ id }) => ({ browserId: id }),
    keep: ({ networkConfiguration, recording }) => ({
      network: networkConfiguration?.networkMode,
      recorded: recording?.enabled,
    }),
  }),
}));

/** A sandbox in which agents run code. */
export const codeInterpreter = listed(
  bedrockagentcore,
  'AWS::BedrockAgentCore::CodeInterpreterCustom',
  'ListCodeInterpreters',
  {
    at: 'codeInterpreterSummaries',
    input: { maxResults: 50, type: 'CUSTOM' },
    references: [reference],
    id: ({ codeInterpreterId, status }) => ofAccount(codeInterpreterId, status),
    keep: { arn: 'codeInterpreterArn', name: 'name' },
  },
).facets((facet) => ({
  details: facet.call('GetCodeInterpreter', {
    input: ({ id }) => ({ codeInterpreterId: id }),
    keep: ({ networkConfiguration }) => ({ network: networkConfiguration?.networkMode }),
  }),
}));
