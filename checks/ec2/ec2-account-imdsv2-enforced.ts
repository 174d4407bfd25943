import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

const open = fail('EC2 in {region} starts instances that do not require IMDSv2');

export default state(ec2Settings, 'ec2-account-imdsv2-enforced', {
  title: 'Instances that do not require IMDSv2 cannot start in any region',
  unless: [
    {
      at: 'metadataDefaults.told',
      is: [false],
      verdict: unknown('EC2 in {region} did not say whether it enforces IMDSv2'),
    },
  ],
  at: 'metadataDefaults.enforced',
  is: {
    enabled: pass('EC2 in {region} starts no instance that does not require IMDSv2'),
    ...sameFor(['disabled', 'no-preference'], open),
  },
  unsaid: open,
  risk: 'A default does not bind: whoever launches an instance, or changes one, can still turn on IMDSv1.',
  fix: {
    text: 'Enforce IMDSv2 for the account in every region, after launch templates and instances require it: what does not require it no longer starts.',
    cli: 'aws ec2 modify-instance-metadata-defaults --http-tokens required --http-tokens-enforced enabled',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataDefaultsResponse.html',
  ],
});
