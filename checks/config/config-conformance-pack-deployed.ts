import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { conformancePacks } from '../../src/services/config/conformance-packs.ts';

export default defineCheck({
  id: 'config-conformance-pack-deployed',
  title: 'A conformance pack is deployed in each region',
  resource: conformancePacks,
  risk: 'Which rules hold is left to whoever sets up a region: what a standard demands is checked in one region and not in the next.',
  fix: {
    text: 'Deploy a conformance pack, best to all accounts by the organization. It needs a recorder in the region and costs by evaluation; `aws configservice delete-conformance-pack` undoes it.',
    cli: 'aws configservice put-conformance-pack --conformance-pack-name PACK_NAME --template-s3-uri s3://BUCKET/TEMPLATE.yaml',
  },
  references: [
    'https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackStatusDetail.html',
  ],
  evaluate({ name, packs }) {
    const deployed = packs.filter(({ state }) => state === 'CREATE_COMPLETE');
    if (deployed.length > 0)
      return pass(`${name}: ${deployed.map((one) => one.name ?? 'one without a name').join(', ')}`, { packs });
    if (packs.length === 0) return fail(`${name}: none is deployed; expected one or more`, { packs });
    const seen = packs.map(
      (one) => `${one.name ?? 'one without a name'} is ${one.state ?? 'in no state that AWS names'}`,
    );
    return packs.some(({ state }) => state === undefined)
      ? unknown(`${name}: AWS does not say whether one is deployed: ${seen.join(', ')}`)
      : fail(`${name}: none is deployed: ${seen.join(', ')}; expected CREATE_COMPLETE`, { packs });
  },
});
