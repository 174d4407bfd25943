import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

export default state(ec2Settings, 'ec2-ebs-snapshot-block-public-access-enabled', {
  title: 'Public sharing of EBS snapshots is blocked in each region',
  at: 'snapshotBlockPublicAccess.state',
  is: {
    'block-all-sharing': pass('EC2 in {region} blocks all public sharing of EBS snapshots'),
    'block-new-sharing': fail(
      'EC2 in {region} blocks new public sharing of EBS snapshots, but leaves those public that already are',
    ),
    unblocked: fail('EC2 in {region} lets EBS snapshots be shared publicly'),
  },
  unsaid: unknown('EC2 in {region} did not say whether public sharing of EBS snapshots is blocked'),
  risk: 'One wrong call or click shares a snapshot, and with it a whole disk, with every AWS account.',
  fix: {
    text: 'Turn on block public access for EBS snapshots in mode block-all-sharing, in every region. It also makes snapshots private that are public now; share with named accounts instead.',
    cli: 'aws ec2 enable-snapshot-block-public-access --state block-all-sharing',
    terraform: 'resource "aws_ebs_snapshot_block_public_access" "this" {\n  state = "block-all-sharing"\n}',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html'],
});
