import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default state(inspectorRegion, 'inspector-ecr-scanning-enabled', {
  title: 'Inspector scans container images',
  at: 'status.ecr',
  is: {
    ENABLED: pass('{label} scans container images'),
    ENABLING: fail('{label} is only being turned on for container images; expected ENABLED'),
    ...sameFor(
      ['DISABLED', 'DISABLING', 'SUSPENDED', 'SUSPENDING'],
      fail('{label} does not scan container images: it is {status.ecr}; expected ENABLED'),
    ),
  },
  unsaid: unknown('AWS does not say whether {label} scans container images'),
  risk: 'Images with known vulnerabilities are rolled out again and again, and nobody is told when one becomes known.',
  fix: {
    text: 'Turn the scan on, best for all accounts by the delegated administrator. It costs by what is scanned; `aws inspector2 disable` undoes it.',
    cli: 'aws inspector2 enable --account-ids {account} --resource-types ECR',
    terraform:
      'resource "aws_inspector2_enabler" "this" {\n  account_ids    = ["{account}"]\n  resource_types = ["ECR"]\n}',
  },
  references: [
    'https://docs.aws.amazon.com/inspector/v2/APIReference/API_ResourceState.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html#inspector-2',
  ],
});
