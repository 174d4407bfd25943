import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

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
            Resources: ['arn:aws:elasticfilesystem:*:*:file-system/fs-kept*'],
          }
        : {
            SelectionName: 'tagged',
            IamRoleArn: role,
            ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
          },
    }),
    DescribeRegionSettings: { ResourceTypeOptInPreference: { RDS: true, Aurora: true, EFS: true, DynamoDB: false } },
  },
  { 'AWS::Backup::BackupPlan': 'plan-nightly' },
);
