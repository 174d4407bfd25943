import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { hsmCluster, leaving } from '../../src/services/cloudhsmv2/cluster.ts';

export default number(hsmCluster, 'cloudhsm-cluster-backup-retention-configured', {
  title: 'CloudHSM clusters keep their backups long enough',
  settings: {
    days: { type: 'integer', default: 90, min: 7, max: 379, describe: 'days that backups are kept at least' },
  },
  at: 'retentionDays',
  atLeast: 'days',
  pass: pass('{label} keeps backups for {retentionDays} days'),
  fail: fail('{label} keeps backups for {retentionDays} days; expected at least {settings.days}'),
  unsaid: unknown('CloudHSM did not say how long {label} keeps backups'),
  unless: [leaving],
  risk: 'A key that was deleted by mistake, or by somebody who wanted it gone, is found in no backup by the time it is missed.',
  fix: {
    text: 'Set for how many days backups are kept, up to 379.',
    exact: ({ id }, { settings: { days } }) => ({
      cli: `aws cloudhsmv2 modify-cluster --cluster-id ${id} --backup-retention-policy Type=DAYS,Value=${days}`,
    }),
  },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/manage-backup-retention.html'],
});
