import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html */
export const bedrockagent = service<typeof import('@aws-sdk/client-bedrock-agent')>({
  id: 'bedrockagent',
  sdkId: 'Bedrock Agent',
  iamPrefix: 'bedrock',
  // https://docs.aws.amazon.com/bedrock/latest/userguide/agents-supported.html has those with it
  missingIn: [
    'af-south-1',
    'ap-east-1',
    'ap-east-2',
    'ap-northeast-3',
    'ap-south-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eusc-de-east-1',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
    'us-gov-east-1',
    'us-west-1',
  ],
  // What it always sends, as its model requires: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_KnowledgeBaseSummary.html
  // and its neighbours
  sends: {
    GetKnowledgeBaseResponse: ['knowledgeBase'],
    GetResourcePolicyResponse: ['policy', 'resourceArn', 'revisionId'],
    KnowledgeBase: ['knowledgeBaseArn', 'knowledgeBaseConfiguration', 'knowledgeBaseId', 'name'],
    KnowledgeBaseConfiguration: ['type'],
    KnowledgeBaseSummary: ['knowledgeBaseId', 'name', 'status'],
    ListKnowledgeBasesResponse: ['knowledgeBaseSummaries'],
  },
  load: () => import('./sdk.ts'),
});
