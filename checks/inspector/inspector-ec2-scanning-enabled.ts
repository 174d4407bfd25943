import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default state(inspectorRegion, 'inspector-ec2-scanning-enabled', {
  title: 'Inspector scans EC2 instances',
  at: 'status.ec2',
  is: {
    ENABLED: pass('{label} scans EC2 instances'),
    ENABLING: fail('{label} is only being turned on for EC2 instances; expected ENABLED'),
    ...sameFor(
      ['DISABLED', 'DISABLING', 'SUSPENDED', 'SUSPENDING'],
      fail('{label} does not scan EC2 instances: it is {status.ec2}; expected ENABLED'),
    ),
  },
  unsaid: unknown('AWS does not say whether {label} scans EC2 instances'),
  risk: 'Packages with known vulnerabilities and ports open to the internet stay on instances until somebody uses them.',
  fix: {
    text: 'Turn the scan on, best for all accounts by the delegated administrator. It costs by what is scanned; `aws inspector2 disable` undoes it.',
    cli: 'aws inspector2 enable --account-ids {account} --resource-types EC2',
    terraform:
      'resource "aws_inspector2_enabler" "this" {\n  account_ids    = ["{account}"]\n  resource_types = ["EC2"]\n}',
  },
  references: [
    'https://docs.aws.amazon.com/inspector/v2/APIReference/API_ResourceState.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html#inspector-1',
  ],
});
