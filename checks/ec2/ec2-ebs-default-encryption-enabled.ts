import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

export default state(ec2Settings, 'ec2-ebs-default-encryption-enabled', {
  title: 'New EBS volumes are encrypted by default in each region',
  at: 'ebsEncryptionByDefault.enabled',
  is: {
    true: pass('EC2 in {region} encrypts new EBS volumes by default'),
    false: fail('EC2 in {region} does not encrypt new EBS volumes by default'),
  },
  unsaid: unknown('EC2 in {region} did not say whether EBS encryption by default is on'),
  risk: 'A volume or snapshot copy that is made without asking for encryption is stored in the clear, and so is every snapshot taken of it.',
  fix: {
    text: 'Turn on EBS encryption by default in every region, with a KMS key of your own where policy asks for one. Existing volumes stay as they are: copy their snapshots with encryption and restore from the copies.',
    cli: 'aws ec2 enable-ebs-encryption-by-default',
    terraform: 'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = true\n}',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
});
