import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { memoryCluster } from '../../src/services/memorydb/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default number(memoryCluster, 'memorydb-cluster-snapshot-retention-sufficient', {
  title: 'MemoryDB clusters keep automatic snapshots for long enough',
  settings: {
    days: { type: 'integer', default: 7, min: 1, max: 35, describe: 'days that automatic snapshots are kept at least' },
  },
  at: 'snapshotDays',
  atLeast: 'days',
  pass: pass('{label} keeps automatic snapshots for {snapshotDays} days'),
  fail: ({ name, snapshotDays }, { settings: { days } }) =>
    snapshotDays === 0
      ? fail(`${name} makes no automatic snapshots; expected some that are kept for at least ${days} days`)
      : fail(`${name} keeps automatic snapshots for ${snapshotDays} days; expected at least ${days}`),
  unsaid: unknown('AWS does not say for how many days {label} keeps snapshots'),
  risk: 'The log of transactions survives the failure of nodes and zones, not a mistaken command: what was overwritten or deleted is restored from a snapshot only.',
  fix: {
    text: 'Set for how many days snapshots are kept. They are made once a day, and what is more than one of each cluster is billed.',
    exact: ({ id }, { settings: { days } }) => ({
      cli: shell`aws memorydb update-cluster --cluster-name ${id} --snapshot-retention-limit ${String(days)}`,
    }),
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html'],
});
