import { answers, here } from '../../answers.ts';
import { account, arnOf, otherAccount } from '../../facts.ts';

const role = 'arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole';
const plan = (name: string) => ({
  BackupPlanId: `plan-${name}`,
  BackupPlanArn: arnOf('backup', `backup-plan:plan-${name}`),
  BackupPlanName: name,
  VersionId: 'v1',
});

/** One plan that takes what has a tag and all file systems of EFS, and one to which nothing is assigned. */
export default answers(
  'backup',
  {
    ListBackupPlans: here({ BackupPlansList: [plan('nightly'), plan('empty')] }),
    ListBackupSelections: ({ path }) => ({
      BackupSelectionsList: path.includes('plan-nightly')
        ? ['tagged', 'files'].map((name) => ({
            SelectionId: `selection-${name}`,
            SelectionName: name,
            BackupPlanId: 'plan-nightly',
            IamRoleArn: role,
          }))
        : [],
    }),
    GetBackupSelection: ({ path }) => ({
      BackupPlanId: 'plan-nightly',
      SelectionId: path.includes('selection-files') ? 'selection-files' : 'selection-tagged',
      BackupSelection: path.includes('selection-files')
        ? {
            SelectionName: 'files',
            IamRoleArn: role,
            Resources: ['arn:aws:elasticfilesystem:*:*:file-system/fs-kept*', 'arn:aws:dynamodb:*:*:table/orders'],
          }
        : {
            SelectionName: 'tagged',
            IamRoleArn: role,
            ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
          },
    }),
    GetBackupPlan: ({ path }) => {
      const nightly = path.includes('plan-nightly');
      const to = `arn:aws:backup:us-east-1:${nightly ? otherAccount : account}:backup-vault:copies`;
      return {
        BackupPlanId: nightly ? 'plan-nightly' : 'plan-empty',
        BackupPlan: {
          BackupPlanName: nightly ? 'nightly' : 'empty',
          Rules: [
            { RuleName: 'daily', TargetBackupVaultName: 'kept', CopyActions: [{ DestinationBackupVaultArn: to }] },
            { RuleName: 'weekly', TargetBackupVaultName: 'kept' },
          ],
        },
      };
    },
    DescribeRegionSettings: { ResourceTypeOptInPreference: { RDS: true, Aurora: true, EFS: true, DynamoDB: false } },
  },
  { 'AWS::Backup::BackupPlan': 'plan-nightly' },
);
