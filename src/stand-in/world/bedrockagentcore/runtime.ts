import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, iamArn, plantedSecret, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const arn = (name: string): string => arnOf('bedrock-agentcore', `runtime/${name}-Qw2eR4tY6u`);
const runtime = (name: string) => ({
  agentRuntimeArn: arn(name),
  agentRuntimeId: `${name}-Qw2eR4tY6u`,
  agentRuntimeVersion: '1',
  agentRuntimeName: name,
  description: name,
  lastUpdatedAt: daysAgo(15),
  status: 'READY',
});
const nameIn = (path: string): string => /runtimes?(?:\/|%2F)(\w+)-Qw2eR4tY6u/.exec(path)?.[1] ?? '';
const everybody = (name: string): string =>
  policy({ Effect: 'Allow', Principal: '*', Action: 'bedrock-agentcore:InvokeAgentRuntime', Resource: arn(name) });
const tokens = {
  authorizerConfiguration: {
    customJWTAuthorizer: {
      discoveryUrl: 'https://login.example.com/.well-known/openid-configuration',
      allowedAudience: ['agents'],
    },
  },
};

/** `planner` is private; `concierge` is open to every account; `helpdesk` names everybody too, but asks for tokens. Of gateways and memories, one each is open to every account. */
export default answers(
  'bedrock-agentcore-control',
  {
    ListAgentRuntimes: here({ agentRuntimes: [runtime('planner'), runtime('concierge'), runtime('helpdesk')] }),
    GetAgentRuntime: ({ path }) => {
      const name = nameIn(path);
      return {
        ...runtime(name),
        createdAt: daysAgo(15),
        roleArn: iamArn('role/agents'),
        lifecycleConfiguration: {},
        environmentVariables: { DB_PASSWORD: plantedSecret },
        networkConfiguration:
          name === 'planner'
            ? { networkMode: 'VPC', networkModeConfig: { subnets: ['subnet-a1'], securityGroups: ['sg-a1'] } }
            : { networkMode: 'PUBLIC' },
        ...(name === 'helpdesk' ? tokens : {}),
      };
    },
    GetResourcePolicy: ({ path }) => {
      const [, other] = /(gateway(?:\/|%2F)weather-k3m5p7r9t1|memory(?:\/|%2F)chats-m1n2b3v4c5)/.exec(path) ?? [];
      if (other !== undefined)
        return {
          policy: policy({
            Effect: 'Allow',
            Principal: '*',
            Action: ['bedrock-agentcore:InvokeGateway', 'bedrock-agentcore:RetrieveMemoryRecords'],
            Resource: arnOf('bedrock-agentcore', decodeURIComponent(other)),
          }),
        };
      const name = nameIn(path);
      return name === 'planner' || name === ''
        ? fails({ code: 'ResourceNotFoundException', status: 404 })
        : { policy: everybody(name) };
    },
  },
  { 'AWS::BedrockAgentCore::Runtime': 'planner-Qw2eR4tY6u' },
);
