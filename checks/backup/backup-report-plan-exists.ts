import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { backupPlan } from '../../src/services/backup/plan.ts';
import { backupRegion } from '../../src/services/backup/region.ts';
import { reportPlan } from '../../src/services/backup/report-plan.ts';

export default defineCheck({
  id: 'backup-report-plan-exists',
  title: 'What AWS Backup does is reported',
  resource: backupRegion,
  along: {
    reports: along(reportPlan, { witness: true }),
    plans: along(backupPlan, { reach: 'region' }),
  },
  risk: 'Jobs that fail, and resources that no plan backs up, are noticed when somebody wants to restore.',
  fix: {
    text: 'Create a report plan, or one in the account that administers AWS Backup for the organization, which this finding does not see. Reports are written once a day into a bucket of your own.',
    cli: `aws backup create-report-plan --report-plan-name backup_jobs --report-delivery-channel '{"S3BucketName":"BUCKET","Formats":["CSV"]}' --report-setting '{"ReportTemplate":"BACKUP_JOB_REPORT"}'`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateReportPlan.html'],
  evaluate({ name, region }, { along: { reports, plans } }) {
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ReportSetting.html
    const report = reports.find(({ region: own, regions }) =>
      regions === undefined || regions.length === 0
        ? own === region
        : regions.includes('*') || regions.includes(region),
    );
    if (report !== undefined)
      return pass(
        report.region === region
          ? `${name} has the report plan ${report.name}`
          : `${name} is in the reports of ${report.name} in ${report.region}`,
      );
    const [plan] = plans.filter((one) => one.region === region);
    return plan === undefined
      ? notApplicable(`${name} has no backup plan, so there is nothing to report`)
      : fail(`${name} has the backup plan ${plan.name} and no report plan`);
  },
});
