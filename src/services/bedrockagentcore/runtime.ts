import { listed } from '../../inventory/listed.ts';
import { putPolicy } from './policy.ts';
import { bedrockagentcore } from './service.ts';

/** What an agent runs in. */
export const agentRuntime = listed(bedrockagentcore, 'AWS::BedrockAgentCore::Runtime', 'ListAgentRuntimes', {
  at: 'agentRuntimes',
  input: { maxResults: 100 },
  references: ['https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntime.html'],
  id: ({ agentRuntimeId, status }) => (status === 'DELETING' ? undefined : agentRuntimeId),
  keep: { arn: 'agentRuntimeArn', name: 'agentRuntimeName' },
}).facets((facet) => ({
  /** Its environment is not kept: it may hold secrets. */
  details: facet.call('GetAgentRuntime', {
    input: ({ id }) => ({ agentRuntimeId: id }),
    keep: ({ networkConfiguration, authorizerConfiguration }) => ({
      network: networkConfiguration?.networkMode,
      /** Callers show a token of an identity provider, and no AWS credentials. */
      byToken: authorizerConfiguration?.customJWTAuthorizer !== undefined,
    }),
  }),
  /** The text of its resource policy; each of its endpoints may have one more. AWS says ResourceNotFoundException where there is none. */
  policy: facet.call('GetResourcePolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ arn = '' }) => ({ resourceArn: arn }),
    keep: ({ policy }) => policy,
  }),
}));

/**
 * Where callers show a token, the policy can only name everybody, and it is the authorizer that keeps strangers out
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html).
 */
export const runtimePolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 'bedrock-agentcore:InvokeAgentRuntime',
  needs: ['details'],
  more: ({ details }: { readonly details: { readonly byToken: boolean } }) =>
    details.byToken ? { byToken: 'bedrock-agentcore:invokeagentruntime' } : {},
  put: putPolicy,
} as const;
