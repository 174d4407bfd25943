import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

export default defineCheck({
  id: 'ec2-ebs-snapshot-block-public-access-enabled',
  title: 'Public sharing of EBS snapshots is blocked in each region',
  resource: ec2Settings,
  needs: ['snapshotBlockPublicAccess'],
  risk: 'One wrong call or click shares a snapshot, and with it a whole disk, with every AWS account.',
  fix: {
    text: 'Turn on block public access for EBS snapshots in mode block-all-sharing, in every region. It also makes snapshots private that are public now; share with named accounts instead.',
    cli: 'aws ec2 enable-snapshot-block-public-access --state block-all-sharing --region {region}',
    terraform: 'resource "aws_ebs_snapshot_block_public_access" "this" {\n  state = "block-all-sharing"\n}',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html'],
  evaluate({ region, snapshotBlockPublicAccess: { state } }) {
    const evidence = { state };
    switch (state) {
      case 'block-all-sharing':
        return pass(`EC2 in ${region} blocks all public sharing of EBS snapshots`, evidence);
      case 'block-new-sharing':
        return fail(
          `EC2 in ${region} blocks new public sharing of EBS snapshots, but leaves those public that already are`,
          evidence,
        );
      case 'unblocked':
        return fail(`EC2 in ${region} lets EBS snapshots be shared publicly`, evidence);
      case undefined:
        return unknown(`EC2 in ${region} did not say whether public sharing of EBS snapshots is blocked`);
    }
  },
});
