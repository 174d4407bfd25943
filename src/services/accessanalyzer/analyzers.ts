import { resource } from '../../inventory/resource.ts';
import { accessanalyzer } from './service.ts';

/** The analyzers of a region, of all types: one item even where there are none. */
export const analyzers = resource(accessanalyzer, 'AWS::AccessAnalyzer::Analyzer', {
  calls: ['ListAnalyzers'],
  narrows: { ListAnalyzers: { type: 'unless given' } },
  singleton: true,
  async *list(api) {
    const found = [];
    for await (const page of api.pages('ListAnalyzers')) {
      for (const { name, arn, type, status } of page.analyzers ?? []) found.push({ name, arn, type, status });
    }
    yield { id: api.account, name: `IAM Access Analyzer in ${api.region}`, analyzers: found };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:access-analyzer:${region}:${id}:analyzer`,
});
