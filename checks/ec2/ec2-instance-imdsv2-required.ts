import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { hops } from '../../src/services/ec2/metadata.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

export default state(instance, 'ec2-instance-imdsv2-required', {
  title: 'EC2 instances answer metadata requests with a session token only',
  unless: [
    { at: 'metadata.endpoint', is: ['disabled'], verdict: pass('{label} has its metadata service switched off') },
  ],
  at: 'metadata.tokens',
  is: {
    required: (subject) =>
      pass(`${labelOf(subject)} requires IMDSv2${hops(subject.metadata.hopLimit)}`, subject.metadata),
    optional: fail('{label} still answers IMDSv1 requests; expected tokens to be required'),
  },
  unsaid: unknown('EC2 did not say which metadata requests {label} answers'),
  risk: "With IMDSv1, one request that an attacker tricks the application into sending (SSRF, an open proxy) returns the credentials of the instance's role.",
  fix: {
    text: 'Require IMDSv2 once nothing on the instance uses version 1 any more (CloudWatch metric MetadataNoToken is 0), and set it as the default of the account and of launch templates. Programs that still use version 1 lose their credentials at once; --http-tokens optional undoes it.',
    cli: 'aws ec2 modify-instance-metadata-options --instance-id {id} --http-tokens required',
    terraform:
      'resource "aws_instance" "this" {\n  ami           = var.ami\n  instance_type = "t3.micro"\n  metadata_options {\n    http_endpoint = "enabled"\n    http_tokens   = "required"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
});
