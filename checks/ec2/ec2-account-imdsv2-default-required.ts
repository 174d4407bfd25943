import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';
import { hops } from '../../src/services/ec2/metadata.ts';

export default state(ec2Settings, 'ec2-account-imdsv2-default-required', {
  title: 'New instances require IMDSv2 by default in each region',
  unless: [
    {
      at: 'metadataDefaults.told',
      is: [false],
      verdict: unknown('EC2 in {region} did not say what instances get by default'),
    },
    {
      at: 'metadataDefaults.endpoint',
      is: ['disabled'],
      verdict: pass('EC2 in {region} gives new instances no metadata service by default'),
    },
  ],
  at: 'metadataDefaults.tokens',
  is: {
    required: ({ region, metadataDefaults }) =>
      pass(
        `EC2 in ${region} requires IMDSv2 of new instances by default${hops(metadataDefaults.hopLimit)}`,
        metadataDefaults,
      ),
    optional: fail('EC2 in {region} lets new instances answer IMDSv1 requests by default'),
  },
  unsaid: fail(
    'EC2 in {region} has no default for new instances, so that the AMI decides whether they answer IMDSv1 requests',
  ),
  risk: 'Where neither the launch nor its template nor the account says it, the AMI decides, and many let instances answer IMDSv1, which hands out credentials to whoever can make the application send one request.',
  fix: {
    text: 'Require IMDSv2 as the default of the account in every region. Running instances keep their settings; launches and templates that ask for IMDSv1 still get it.',
    cli: 'aws ec2 modify-instance-metadata-defaults --http-tokens required',
    terraform: 'resource "aws_ec2_instance_metadata_defaults" "this" {\n  http_tokens = "required"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  ],
});
