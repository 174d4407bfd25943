import { listed } from '../../inventory/listed.ts';
import { parseArn } from '../../text/arn.ts';
import { ownerOf } from './engines.ts';
import { rds } from './service.ts';

/** A global database of Aurora. Every region of its clusters may list it: it is kept where its writer is, or where it has none. */
export const globalCluster = listed(rds, 'AWS::RDS::GlobalCluster', 'DescribeGlobalClusters', {
  at: 'GlobalClusters',
  input: { MaxRecords: 100 },
  narrows: { GlobalClusterIdentifier: 'unless given', Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_GlobalCluster.html'],
  id: ({ GlobalClusterIdentifier, GlobalClusterMembers, Engine }, { region }) => {
    const writer = GlobalClusterMembers?.find(({ IsWriter }) => IsWriter === true)?.DBClusterArn;
    const elsewhere = writer !== undefined && parseArn(writer)?.[3] !== region;
    return ownerOf(Engine) !== 'rds' || elsewhere ? undefined : GlobalClusterIdentifier;
  },
  keep: { arn: 'GlobalClusterArn', engine: 'Engine', engineVersion: 'EngineVersion' },
}).facets((facet) => ({
  /** Whether AWS still offers its version: `available` or `deprecated`. */
  version: facet({
    calls: ['DescribeDBEngineVersions'],
    often: { DescribeDBEngineVersions: 'per version' },
    async read(api, { engine, engineVersion }) {
      if (engine === undefined || engineVersion === undefined) return { status: undefined };
      const status = await api.once(`version ${engine} ${engineVersion}`, async () => {
        // Without IncludeAll only those that are available are told.
        const asked = { Engine: engine, EngineVersion: engineVersion, IncludeAll: true };
        let found: string | undefined;
        for await (const { DBEngineVersions } of api.pages('DescribeDBEngineVersions', asked))
          found = DBEngineVersions?.find(({ EngineVersion }) => EngineVersion === engineVersion)?.Status ?? found;
        return found;
      });
      return { status };
    },
  }),
}));
