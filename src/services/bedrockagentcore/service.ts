import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html */
export const bedrockagentcore = service<typeof import('@aws-sdk/client-bedrock-agentcore-control')>({
  id: 'bedrockagentcore',
  sdkId: 'Bedrock AgentCore Control',
  iamPrefix: 'bedrock-agentcore',
  // https://docs.aws.amazon.com/config/latest/developerguide/bedrockagentcore-runtime-private-network-required.html has those with it
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
    'eu-central-2',
    'eu-south-1',
    'eu-south-2',
    'eusc-de-east-1',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
    'sa-east-1',
    'us-gov-east-1',
    'us-gov-west-1',
    'us-west-1',
  ],
  // What it always sends, as its model requires: https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntime.html
  // and its neighbours
  sends: {
    AgentRuntime: ['agentRuntimeArn', 'agentRuntimeId', 'agentRuntimeName'],
    BrowserEnterprisePolicy: ['location'],
    BrowserNetworkConfiguration: ['networkMode'],
    BrowserSummary: ['browserArn', 'browserId'],
    Certificate: ['location'],
    CodeInterpreterNetworkConfiguration: ['networkMode'],
    CodeInterpreterSummary: ['codeInterpreterArn', 'codeInterpreterId'],
    // One of several members.
    FilesystemConfiguration: [],
    GatewaySummary: ['authorizerType', 'gatewayId', 'name'],
    GetAgentRuntimeResponse: ['agentRuntimeArn'],
    GetBrowserResponse: ['browserArn', 'networkConfiguration'],
    GetCodeInterpreterResponse: ['codeInterpreterArn', 'networkConfiguration'],
    ListAgentRuntimesResponse: ['agentRuntimes'],
    ListBrowsersResponse: ['browserSummaries'],
    ListCodeInterpretersResponse: ['codeInterpreterSummaries'],
    ListGatewaysResponse: ['items'],
    NetworkConfiguration: ['networkMode'],
    ToolsFileSystemConfiguration: [],
  },
  load: () => import('./sdk.ts'),
});
