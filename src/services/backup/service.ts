import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html */
export const backup = service<typeof import('@aws-sdk/client-backup')>({
  id: 'backup',
  sdkId: 'Backup',
  // What it always sends: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupVaults.html and its neighbours
  sends: {
    BackupPlansListMember: ['BackupPlanId', 'BackupPlanArn', 'BackupPlanName'],
    BackupSelection: ['SelectionName', 'IamRoleArn'],
    BackupSelectionsListMember: ['SelectionId'],
    BackupVaultListMember: ['BackupVaultName', 'BackupVaultArn'],
    Condition: ['ConditionType', 'ConditionKey', 'ConditionValue'],
    DescribeRegionSettingsOutput: ['ResourceTypeOptInPreference'],
    GetBackupSelectionOutput: ['BackupSelection'],
    GetBackupVaultAccessPolicyOutput: ['Policy'],
    ListBackupPlansOutput: ['BackupPlansList'],
    ListBackupSelectionsOutput: ['BackupSelectionsList'],
    ListBackupVaultsOutput: ['BackupVaultList'],
    ListProtectedResourcesOutput: ['Results'],
    ListRecoveryPointsByBackupVaultOutput: ['RecoveryPoints'],
    ListReportPlansOutput: ['ReportPlans'],
    ReportPlan: ['ReportPlanName', 'ReportPlanArn'],
    AdvancedBackupSetting: ['ResourceType'],
    ScheduledPlanExecutionMember: ['ExecutionTime'],
    GetBackupPlanOutput: ['BackupPlan'],
    BackupPlan: ['Rules'],
    BackupRule: ['RuleName', 'TargetBackupVaultName'],
    CopyAction: ['DestinationBackupVaultArn'],
    ProtectedResource: ['ResourceArn'],
    RecoveryPointByBackupVault: ['RecoveryPointArn'],
  },
  load: () => import('./sdk.ts'),
});
