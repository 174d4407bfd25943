import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { judgeQuota, quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { directory } from '../../src/services/directoryservice/directory.ts';

export default defineCheck({
  id: 'directoryservice-directory-snapshot-quota-available',
  title: 'Directories have room for manual snapshots',
  resource: directory,
  needs: ['snapshots'],
  settings: quotaSettings,
  risk: 'Before a change of the schema or an application, nobody can make the snapshot that would bring the directory back.',
  fix: {
    text: 'List the manual snapshots (`aws ds describe-snapshots`) and delete the oldest ones that nobody needs. That cannot be undone; the snapshots that AWS makes every day do not count.',
    cli: 'aws ds delete-snapshot --snapshot-id SNAPSHOT_ID',
  },
  references: [
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_snapshots.html',
    'https://docs.aws.amazon.com/directoryservice/latest/devguide/API_SnapshotLimits.html',
  ],
  evaluate({ name, stage, directoryType, snapshots }, { settings }) {
    if (stage !== undefined && ['Requested', 'Creating', 'Deleting', 'Deleted', 'Failed'].includes(stage))
      return notApplicable(`${name} is not in use (${stage})`);
    if (snapshots === null)
      return notApplicable(
        `${name} has no snapshots here: it is ${directoryType === 'ADConnector' ? 'a connector' : "another account's"}`,
      );
    return judgeQuota({ name, what: 'manual snapshots', used: snapshots.made, quota: snapshots.most }, settings);
  },
});
