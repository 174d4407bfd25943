import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default state(inspectorRegion, 'inspector-lambda-code-scanning-enabled', {
  title: 'Inspector scans code of functions',
  at: 'status.lambdaCode',
  is: {
    ENABLED: pass('{label} scans code of functions'),
    ENABLING: fail('{label} is only being turned on for code of functions; expected ENABLED'),
    ...sameFor(
      ['DISABLED', 'DISABLING', 'SUSPENDED', 'SUSPENDING'],
      fail('{label} does not scan code of functions: it is {status.lambdaCode}; expected ENABLED'),
    ),
  },
  unsaid: notApplicable('Inspector of {region} does not scan code of functions'),
  risk: 'Injection flaws, leaks and weak cryptography in the code of functions are found by whoever looks for them.',
  fix: {
    text: 'Turn the scan on, best for all accounts by the delegated administrator. It costs by what is scanned; `aws inspector2 disable` undoes it.',
    cli: 'aws inspector2 enable --account-ids {account} --resource-types LAMBDA LAMBDA_CODE',
    terraform:
      'resource "aws_inspector2_enabler" "this" {\n  account_ids    = ["{account}"]\n  resource_types = ["LAMBDA", "LAMBDA_CODE"]\n}',
  },
  references: [
    'https://docs.aws.amazon.com/inspector/v2/APIReference/API_ResourceState.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html#inspector-3',
  ],
});
