import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

export default defineCheck({
  id: 'ec2-instance-profile-attached',
  title: 'EC2 instances have an instance profile',
  resource: instance,
  risk: 'Programs on an instance without a role get long-lived access keys instead, which are copied, committed and never rotated.',
  fix: {
    text: 'Attach an instance profile whose role allows what the programs need, Session Manager at least, then remove access keys from the instance.',
    cli: 'aws ec2 associate-iam-instance-profile --instance-id {id} --iam-instance-profile Name=PROFILE --region {region}',
    terraform:
      'resource "aws_instance" "this" {\n  ami                  = var.ami\n  instance_type        = "t3.micro"\n  iam_instance_profile = aws_iam_instance_profile.app.name\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html'],
  evaluate(subject) {
    const { profileArn } = subject;
    const name = labelOf(subject);
    return profileArn === undefined
      ? fail(`${name} has no instance profile`)
      : pass(`${name} has the instance profile ${profileArn}`, { profileArn });
  },
});
