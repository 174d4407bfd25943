import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { bedrock } from '../bedrock/service.ts';
import { bedrockagent } from './service.ts';

/** A knowledge base: documents that models are given to answer from. */
export const knowledgeBase = resource(bedrockagent, 'AWS::Bedrock::KnowledgeBase', {
  calls: ['ListKnowledgeBases'],
  resumable: 'ListKnowledgeBases',
  references: ['https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetResourcePolicy.html'],
  async *list(api) {
    const { partition, region, account } = api;
    for await (const { knowledgeBaseSummaries } of api.pages('ListKnowledgeBases', { maxResults: 100 }))
      for (const { knowledgeBaseId: id, name, status } of knowledgeBaseSummaries ?? [])
        if (id !== undefined && status !== 'DELETING')
          yield { id, name, arn: `arn:${partition}:bedrock:${region}:${account}:knowledge-base/${id}` };
  },
  label: ({ id, name }) => `${name} (${id})`,
}).facets((facet) => ({
  /** The text of its resource policy. AWS says ResourceNotFoundException where there is none, or an empty answer. */
  policy: facet.from(bedrock, {
    calls: ['GetResourcePolicy'],
    absentOn: ['ResourceNotFoundException'],
    async read(api, { arn }) {
      const { resourcePolicy } = await api.call('GetResourcePolicy', { resourceArn: arn });
      return resourcePolicy;
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
      ? shell`aws bedrock delete-resource-policy --resource-arn ${arn}`
      : shell`aws bedrock put-resource-policy --resource-arn ${arn} --resource-policy ${policy}`,
} as const;
