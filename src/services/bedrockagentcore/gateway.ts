import { listed } from '../../inventory/listed.ts';
import { encryptedBy } from './encryption.ts';
import { putPolicy } from './policy.ts';
import { bedrockagentcore } from './service.ts';

/** What agents call tools through. */
export const agentGateway = listed(bedrockagentcore, 'AWS::BedrockAgentCore::Gateway', 'ListGateways', {
  at: 'items',
  input: { maxResults: 50 },
  references: ['https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-inbound-auth.html'],
  id: ({ gatewayId, status }) => (status === 'DELETING' ? undefined : gatewayId),
  keep: { name: 'name', authorizer: 'authorizerType' },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:bedrock-agentcore:${region}:${account}:gateway/${id}`,
})
  .facets((facet) => ({
    details: facet.call('GetGateway', {
      input: ({ id }) => ({ gatewayIdentifier: id }),
      keep: ({ gatewayArn, kmsKeyArn }) => ({ arn: gatewayArn, ...encryptedBy(kmsKeyArn) }),
    }),
  }))
  .facets((facet) => ({
    /** The text of its resource policy. AWS says ResourceNotFoundException where there is none. */
    policy: facet({
      calls: ['GetResourcePolicy'],
      absentOn: ['ResourceNotFoundException'],
      after: ['details'],
      async read(api, _, { details }) {
        const { policy } = await api.call('GetResourcePolicy', { resourceArn: details.arn });
        return policy;
      },
    }),
  }));

/**
 * Where callers show a token, the policy can only name everybody, and it is the authorizer that keeps strangers out
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html).
 */
export const gatewayPolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 'bedrock-agentcore:InvokeGateway',
  more: ({ authorizer }: { readonly authorizer?: string | undefined }) =>
    authorizer === 'CUSTOM_JWT' ? { byToken: 'bedrock-agentcore:invokegateway' } : {},
  put: putPolicy,
} as const;
