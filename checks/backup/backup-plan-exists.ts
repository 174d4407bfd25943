import { along, fail, pass } from '../../src/engine/check.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { backupPlan } from '../../src/services/backup/plan.ts';
import { backupRegion } from '../../src/services/backup/region.ts';

export default companion(backupRegion, 'backup-plan-exists', {
  title: 'The region has a backup plan',
  of: along(backupPlan, { reach: 'region', witness: true }),
  belongs: ({ region }, plan) => plan.region === region,
  such: ({ region }) => ({ good: { region, name: 'nightly' } }),
  pass: pass('{label} has the backup plan {other.name}'),
  fail: fail('{label} has no backup plan'),
  risk: 'Without a plan backups are made when somebody thinks of it, and kept as long as somebody pays for them.',
  fix: {
    text: 'Create a backup plan with a rule for what is to be kept in the region, and assign resources to it. It costs what the backups take.',
    cli: `aws backup create-backup-plan --backup-plan '{"BackupPlanName":"daily","Rules":[{"RuleName":"daily","TargetBackupVaultName":"VAULT","ScheduleExpression":"cron(0 5 ? * * *)","Lifecycle":{"DeleteAfterDays":35}}]}'`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html'],
});
