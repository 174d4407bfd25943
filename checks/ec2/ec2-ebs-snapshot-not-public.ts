import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';
import { snapshot } from '../../src/services/ec2/snapshot.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

export default defineCheck({
  id: 'ec2-ebs-snapshot-not-public',
  title: 'EBS snapshots are not shared with every AWS account',
  resource: snapshot,
  needs: ['publicPermission'],
  // A region that blocks all sharing keeps a shared snapshot private: it can prove a pass, and nothing else.
  along: { settings: along(ec2Settings, { needs: ['snapshotBlockPublicAccess'], reach: 'region', witness: true }) },
  risk: 'Anyone with an AWS account can find a public snapshot, make a volume of it and read the whole disk, deleted files included.',
  fix: {
    text: 'Take the permission of the group "all" away and share with named accounts where needed; then block public sharing for the region. Treat what was on the disk as disclosed.',
    cli: 'aws ec2 modify-snapshot-attribute --snapshot-id {id} --attribute createVolumePermission --operation-type remove --group-names all --region {region}\naws ec2 enable-snapshot-block-public-access --state block-all-sharing --region {region}',
    terraform: 'resource "aws_ebs_snapshot_block_public_access" "this" {\n  state = "block-all-sharing"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
  ],
  evaluate(subject, { along: { settings } }) {
    const { publicPermission } = subject;
    const name = labelOf(subject);
    if (publicPermission === undefined) return notApplicable(`${name} was deleted while it was looked at`);
    if (!publicPermission) return pass(`${name} is not shared with every AWS account`);
    if (settings.some(({ snapshotBlockPublicAccess: { state } }) => state === 'block-all-sharing')) {
      return pass(`${name} has a permission for every AWS account, but the region blocks all public sharing`);
    }
    return fail(`${name} can be restored by every AWS account; expected no permission for the group "all"`, {
      group: 'all',
    });
  },
});
