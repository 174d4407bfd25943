import { listed } from '../../inventory/listed.ts';
import { backup } from './service.ts';

/** A plan by which AWS Backup writes reports of jobs and of compliance into a bucket. */
export const reportPlan = listed(backup, 'AWS::Backup::ReportPlan', 'ListReportPlans', {
  at: 'ReportPlans',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ReportPlan.html'],
  id: ({ ReportPlanName, DeploymentStatus }) =>
    DeploymentStatus === 'DELETE_IN_PROGRESS' ? undefined : ReportPlanName,
  keep: {
    arn: 'ReportPlanArn',
    /** Of which regions it reports, `*` of all; where it names none, of its own. Snapshots of earlier versions lack it. */
    regions: ({ ReportSetting }): readonly string[] | undefined => ReportSetting?.Regions,
  },
  label: ({ name }) => `The report plan ${name}`,
});
