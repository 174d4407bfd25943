import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { volume } from '../../src/services/ec2/volume.ts';

export default defineCheck({
  id: 'ec2-ebs-volume-encrypted',
  title: 'EBS volumes are encrypted',
  resource: volume,
  risk: 'Data on an unencrypted volume, and in every snapshot of it, is readable by whoever gets to copy or share them: no key stands in between.',
  fix: {
    text: 'A volume cannot be encrypted in place: snapshot it, copy the snapshot with encryption, make a volume of the copy and swap it in. Turn on EBS encryption by default so that no new one appears.',
    cli: 'aws ec2 create-snapshot --volume-id {id} --region {region}\naws ec2 copy-snapshot --source-region {region} --source-snapshot-id SNAPSHOT_ID --encrypted --region {region}',
    terraform:
      'resource "aws_ebs_volume" "this" {\n  availability_zone = "{region}a"\n  size              = 100\n  encrypted         = true\n}',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  evaluate(subject) {
    const { encrypted, instanceIds } = subject;
    const name = labelOf(subject);
    const use = instanceIds.length === 0 ? 'attached to no instance' : `attached to ${instanceIds.join(', ')}`;
    if (encrypted === undefined) return unknown(`EC2 did not say whether ${name} is encrypted`);
    return encrypted
      ? pass(`${name} is encrypted`)
      : fail(`${name} is not encrypted; ${use}`, { encrypted, instanceIds });
  },
});
