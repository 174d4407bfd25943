import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

export default answers('backup', {
  ListReportPlans: here({
    ReportPlans: [
      {
        ReportPlanName: 'jobs',
        ReportPlanArn: arnOf('backup', 'report-plan:jobs-0a1b2c3d'),
        DeploymentStatus: 'COMPLETED',
        ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' },
        ReportDeliveryChannel: { S3BucketName: 'acme-lists', Formats: ['CSV'] },
      },
    ],
  }),
});
