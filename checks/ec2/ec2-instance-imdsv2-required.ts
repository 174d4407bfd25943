import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { hops } from '../../src/services/ec2/metadata.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

export default defineCheck({
  id: 'ec2-instance-imdsv2-required',
  title: 'EC2 instances answer metadata requests with a session token only',
  resource: instance,
  risk: "With IMDSv1, one request that an attacker tricks the application into sending (SSRF, an open proxy) returns the credentials of the instance's role.",
  fix: {
    text: 'Require IMDSv2 once nothing on the instance uses version 1 any more (CloudWatch metric MetadataNoToken is 0), and set it as the default of the account and of launch templates.',
    cli: 'aws ec2 modify-instance-metadata-options --instance-id {id} --http-tokens required --http-endpoint enabled --region {region}\naws ec2 modify-instance-metadata-defaults --http-tokens required --region {region}',
    terraform:
      'resource "aws_instance" "this" {\n  ami           = var.ami\n  instance_type = "t3.micro"\n  metadata_options {\n    http_endpoint = "enabled"\n    http_tokens   = "required"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
  evaluate(subject) {
    const { metadata } = subject;
    const name = labelOf(subject);
    if (metadata.endpoint === 'disabled') return pass(`${name} has its metadata service switched off`, metadata);
    if (metadata.tokens === undefined) return unknown(`EC2 did not say which metadata requests ${name} answers`);
    return metadata.tokens === 'required'
      ? pass(`${name} requires IMDSv2${hops(metadata.hopLimit)}`, metadata)
      : fail(`${name} still answers IMDSv1 requests; expected tokens to be required`, metadata);
  },
});
