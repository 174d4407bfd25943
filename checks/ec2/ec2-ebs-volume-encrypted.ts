import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { volume } from '../../src/services/ec2/volume.ts';

export default state(volume, 'ec2-ebs-volume-encrypted', {
  title: 'EBS volumes are encrypted',
  at: 'encrypted',
  is: {
    true: pass('{label} is encrypted'),
    false: fail('{label} is not encrypted; attached to {instanceIds|no instance}'),
  },
  unsaid: unknown('EC2 did not say whether {label} is encrypted'),
  risk: 'Data on an unencrypted volume, and in every snapshot of it, is readable by whoever gets to copy or share them: no key stands in between.',
  fix: {
    text: 'A volume cannot be encrypted in place: stop what writes to it, snapshot it, make an encrypted volume of the snapshot in the same zone and swap it in; then delete the old volume and its snapshots. Turn on EBS encryption by default so that no new one appears.',
    terraform:
      'resource "aws_ebs_volume" "this" {\n  availability_zone = var.availability_zone\n  snapshot_id       = var.snapshot_id\n  encrypted         = true\n}',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
});
