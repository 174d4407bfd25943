import { along, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';
import { snapshot } from '../../src/services/ec2/snapshot.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

export default state(snapshot, 'ec2-ebs-snapshot-not-public', {
  title: 'EBS snapshots are not shared with every AWS account',
  // A region that blocks all sharing keeps a shared snapshot private: it can prove a pass, and nothing else.
  along: { settings: along(ec2Settings, { needs: ['snapshotBlockPublicAccess'], reach: 'region', witness: true }) },
  at: 'publicPermission',
  is: {
    true: (subject, { along: { settings } }) =>
      settings.some(({ snapshotBlockPublicAccess: { state } }) => state === 'block-all-sharing')
        ? pass(`${labelOf(subject)} has a permission for every AWS account, but the region blocks all public sharing`)
        : fail(
            `${labelOf(subject)} can be restored by every AWS account; expected no permission for the group "all"`,
            { group: 'all' },
            undefined,
            { reach: { from: 'internet', how: 'restorable by every AWS account' } },
          ),
    false: pass('{label} is not shared with every AWS account'),
  },
  unsaid: notApplicable('{label} was deleted while it was looked at'),
  exposes: true,
  risk: 'Anyone with an AWS account can find a public snapshot, make a volume of it and read the whole disk, deleted files included.',
  fix: {
    text: 'Take the permission of the group "all" away, share with named accounts where needed, and treat what was on the disk as disclosed. Then block public sharing for the region, which makes its other public snapshots private too.',
    cli: 'aws ec2 modify-snapshot-attribute --snapshot-id {id} --attribute createVolumePermission --operation-type remove --group-names all',
    terraform: 'resource "aws_ebs_snapshot_block_public_access" "this" {\n  state = "block-all-sharing"\n}',
  },
  clearedBy: ['ec2-ebs-snapshot-block-public-access-enabled'],
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
  ],
});
