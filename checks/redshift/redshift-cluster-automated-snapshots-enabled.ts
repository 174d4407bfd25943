import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default number(redshiftCluster, 'redshift-cluster-automated-snapshots-enabled', {
  title: 'Redshift clusters make automatic snapshots and keep them for long enough',
  settings: {
    days: { type: 'integer', default: 7, min: 1, max: 35, describe: 'days that automatic snapshots are kept at least' },
  },
  at: 'snapshotDays',
  atLeast: 'days',
  pass: pass('{label} makes automatic snapshots and keeps them for {snapshotDays} days'),
  fail: ({ name, snapshotDays }, { settings: { days } }) =>
    snapshotDays === 0
      ? fail(`${name} makes no automatic snapshots`)
      : fail(`${name} keeps automatic snapshots for ${snapshotDays} days; expected at least ${days}`),
  unsaid: unknown('Redshift did not say for how many days {label} keeps automatic snapshots'),
  risk: 'What a wrong statement or load destroyed cannot be restored once the last snapshot from before is gone.',
  fix: {
    text: 'Set for how many days automatic snapshots are kept; they are billed by their size.',
    exact: ({ id }, { settings: { days } }) => ({
      cli: shell`aws redshift modify-cluster --cluster-identifier ${id} --automated-snapshot-retention-period ${String(days)}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-3',
  ],
});
