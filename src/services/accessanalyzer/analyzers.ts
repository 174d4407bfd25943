import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { accessanalyzer } from './service.ts';

/** Stop counting findings here: one is enough to fail, and the console shows the rest. */
const countedFindings = 500;

/** Analyzers of who outside may use something: the only ones that this list of findings knows. */
const ofExternalAccess = new Set<string | undefined>(['ACCOUNT', 'ORGANIZATION']);

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
}).facets((facet) => ({
  /**
   * What is shared with outsiders and was not archived, of the account itself: an analyzer of the organization knows of its members'
   * too, and they are judged there. Undefined, and not asked for, where no analyzer of external access is active
   * (https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-filter-keys.html).
   */
  externalFindings: facet({
    calls: ['ListFindings'],
    often: { ListFindings: 'per analyzer of external access' },
    async read(api, { analyzers }) {
      const active = analyzers.filter(({ type, status }) => ofExternalAccess.has(type) && status === 'ACTIVE');
      if (active.length === 0) return undefined;
      const found: { resource: string; type: string | undefined; public: boolean }[] = [];
      for (const { arn } of active) {
        for await (const { findings } of api.pages('ListFindings', {
          analyzerArn: arn,
          filter: { status: { eq: ['ACTIVE'] }, resourceOwnerAccount: { eq: [api.account] } },
          maxResults: 100,
        })) {
          if (findings === undefined) throw new MalformedAnswer('ListFindings gives no findings');
          for (const { id, resource, resourceType, isPublic } of findings)
            found.push({ resource: resource ?? `finding ${id}`, type: resourceType, public: isPublic === true });
          if (found.length >= countedFindings) break;
        }
        if (found.length >= countedFindings) break;
      }
      const first = [...found].sort((a, b) => Number(b.public) - Number(a.public));
      return {
        count: found.length,
        more: found.length >= countedFindings,
        worst: first.slice(0, 10),
      };
    },
  }),
}));
