import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { daxCluster } from '../../src/services/dax/cluster.ts';

export default defineCheck({
  id: 'dynamodb-dax-cluster-multi-az',
  title: 'DAX clusters have nodes in several zones',
  resource: daxCluster,
  evaluate({ name, zones, nodes }) {
    const known = new Set(zones?.flatMap((zone) => zone ?? []).filter((zone) => zone !== ''));
    const seen = { zones: [...known].sort((a, b) => (a < b ? -1 : 1)), nodes };
    if (known.size > 1) return pass(`${name} has nodes in ${known.size} zones: ${seen.zones.join(', ')}`, seen);
    if (nodes === 1) return fail(`${name} has one node; expected nodes in several zones`, seen);
    if (zones === undefined || zones.length === 0 || zones.some((zone) => zone === undefined || zone === ''))
      return unknown(`AWS does not say in which zones the nodes of ${name} are`);
    return fail(`${name} has all of its nodes in ${seen.zones.join()}; expected several zones`, seen);
  },
  risk: 'When the zone fails the cache is gone, and all reads fall on the tables at once.',
  fix: {
    text: 'Add nodes in other zones of the subnet group, up to ten: three are what AWS recommends. Each costs as much as the first.',
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.cluster.html'],
});
