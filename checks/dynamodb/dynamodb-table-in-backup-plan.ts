import { inBackupPlan } from '../../src/judgements/backup/in-plan.ts';
import { table } from '../../src/services/dynamodb/table.ts';

export default inBackupPlan(table, 'dynamodb-table-in-backup-plan', {
  title: 'Tables are in a backup plan',
  type: () => 'DynamoDB',
  exampleType: 'DynamoDB',
  risk: 'Point-in-time recovery goes with its table and ends after 35 days; without a plan there is no backup in a vault that is locked, in another account or older than that.',
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_HowItWorksAWS.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-4',
  ],
});
