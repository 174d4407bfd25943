import { resource } from '../../inventory/resource.ts';
import { config } from './service.ts';

/** The conformance packs of a region: one item even where there are none. Those of an organization are in its members too. */
export const conformancePacks = resource(config, 'AWS::Config::ConformancePack', {
  calls: ['DescribeConformancePackStatus'],
  narrows: { DescribeConformancePackStatus: { ConformancePackNames: 'unless given' } },
  singleton: true,
  async *list(api) {
    const packs = [];
    for await (const page of api.pages('DescribeConformancePackStatus', {}))
      for (const { ConformancePackName, ConformancePackState } of page.ConformancePackStatusDetails ?? [])
        packs.push({ name: ConformancePackName, state: ConformancePackState });
    yield { id: api.account, name: `Conformance packs in ${api.region}`, packs };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:config:${region}:${id}:conformance-pack`,
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html'],
});
