import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'backup-plan-exists': async (aws) => {
    await aws`backup create-backup-vault --backup-vault-name kept`;
    // A region with a plan ought to have a report as well.
    await aws`backup create-report-plan --report-plan-name jobs --report-delivery-channel ${{ S3BucketName: 'reports' }} --report-setting ${{ ReportTemplate: 'BACKUP_JOB_REPORT' }}`;
    return { VAULT: 'kept' };
  },
  'backup-report-plan-exists': async (aws) => {
    const plan = { BackupPlanName: 'daily', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'kept' }] };
    await aws`backup create-backup-vault --backup-vault-name kept`;
    await aws`backup create-backup-plan --backup-plan ${plan}`;
    return { BUCKET: 'reports' };
  },
  'backup-vault-exists': async (aws) => {
    return { VAULT: 'kept', KEY_ARN: await aws`kms create-key --query KeyMetadata.Arn --output text` };
  },
};

const anew = 'no command: what is there cannot be changed, and what it holds has to be copied';
const noPolicies = 'the emulator knows no policies of vaults';

export const untried: Readonly<Record<string, string>> = {
  'backup-critical-resources-protected': 'no command: which plan is meant to back them up is for a person to say',
  'backup-plan-cross-account-copy': 'no command: which account takes the copies is for a person to say',
  'backup-vault-encrypted': anew,
  'backup-vault-encrypted-cmk': anew,
  'backup-recovery-point-encrypted': anew,
  'backup-vault-access-policy-attached': noPolicies,
  'backup-vault-policy-not-public': noPolicies,
  'backup-vault-recovery-point-deletion-denied': noPolicies,
  'backup-vault-lock-enabled': 'the emulator keeps no locks of vaults',
  'backup-plan-has-resources': 'the emulator knows no selections of plans',
};
