import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { instance } from '../../src/services/ec2/instance.ts';

export default state(instance, 'ec2-instance-profile-attached', {
  title: 'EC2 instances have an instance profile',
  at: 'profileArn',
  otherwise: pass('{label} has the instance profile {profileArn}'),
  unsaid: fail('{label} has no instance profile'),
  risk: 'Programs on an instance without a role get long-lived access keys instead, which are copied, committed and never rotated.',
  fix: {
    text: 'Attach an instance profile whose role allows what the programs need, Session Manager at least, then remove access keys from the instance.',
    cli: 'aws ec2 associate-iam-instance-profile --instance-id {id} --iam-instance-profile Name=PROFILE',
    terraform:
      'resource "aws_instance" "this" {\n  ami                  = var.ami\n  instance_type        = "t3.micro"\n  iam_instance_profile = aws_iam_instance_profile.app.name\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html'],
});
