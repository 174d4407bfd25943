import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { bedrockagent } from './service.ts';

/** Kinds that can have no resource policy. */
const withoutPolicy = new Set<string | undefined>(['KENDRA', 'SQL', 'VECTOR']);

/** A knowledge base: documents that models are given to answer from. */
export const knowledgeBase = resource(bedrockagent, 'AWS::Bedrock::KnowledgeBase', {
  calls: ['ListKnowledgeBases'],
  resumable: 'ListKnowledgeBases',
  references: ['https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_GetResourcePolicy.html'],
  async *list(api) {
    const { partition, region, account } = api;
    for await (const { knowledgeBaseSummaries } of api.pages('ListKnowledgeBases', { maxResults: 100 }))
      for (const { knowledgeBaseId: id, name, status } of knowledgeBaseSummaries ?? [])
        if (id !== undefined && status !== 'DELETING')
          yield { id, name, arn: `arn:${partition}:bedrock:${region}:${account}:knowledge-base/${id}` };
  },
  label: ({ id, name }) => `${name} (${id})`,
})
  .facets((facet) => ({
    /** `MANAGED`, `VECTOR`, `KENDRA` or `SQL`. */
    kind: facet.call('GetKnowledgeBase', {
      input: ({ id }) => ({ knowledgeBaseId: id }),
      keep: ({ knowledgeBase }) => knowledgeBase?.knowledgeBaseConfiguration?.type,
    }),
  }))
  .facets((facet) => ({
    /**
     * The text of its resource policy, which only a managed one may have: the others are not asked, and it is undefined
     * (https://docs.aws.amazon.com/bedrock/latest/userguide/kb-managed-cross-account.html). AWS says ResourceNotFoundException of
     * one that has none.
     */
    policy: facet({
      calls: ['GetResourcePolicy'],
      absentOn: ['ResourceNotFoundException'],
      after: ['kind'],
      async read(api, { arn }, { kind }): Promise<string | undefined> {
        if (withoutPolicy.has(kind)) return undefined;
        const { policy } = await api.call('GetResourcePolicy', { resourceArn: arn });
        return policy === undefined ? undefined : String(policy);
      },
    }),
  }));

export const knowledgeBasePolicy = {
  kind: 'generic',
  signed: true,
  at: 'policy',
  action: 'bedrock:Retrieve',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws bedrock-agent delete-resource-policy --resource-arn ${arn}`
      : shell`aws bedrock-agent put-resource-policy --resource-arn ${arn} --policy ${policy}`,
} as const;
