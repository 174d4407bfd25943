import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default state(inspectorRegion, 'inspector-lambda-standard-scanning-enabled', {
  title: 'Inspector scans packages of functions',
  at: 'status.lambda',
  is: {
    ENABLED: pass('{label} scans packages of functions'),
    ENABLING: fail('{label} is only being turned on for packages of functions; expected ENABLED'),
    ...sameFor(
      ['DISABLED', 'DISABLING', 'SUSPENDED', 'SUSPENDING'],
      fail('{label} does not scan packages of functions: it is {status.lambda}; expected ENABLED'),
    ),
  },
  unsaid: notApplicable('Inspector of {region} does not scan packages of functions'),
  risk: 'Vulnerable packages that are deployed with functions stay there: functions are seldom rebuilt.',
  fix: {
    text: 'Turn the scan on, best for all accounts by the delegated administrator. It costs by what is scanned; `aws inspector2 disable` undoes it.',
    cli: 'aws inspector2 enable --account-ids {account} --resource-types LAMBDA',
    terraform:
      'resource "aws_inspector2_enabler" "this" {\n  account_ids    = ["{account}"]\n  resource_types = ["LAMBDA"]\n}',
  },
  references: [
    'https://docs.aws.amazon.com/inspector/v2/APIReference/API_ResourceState.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html#inspector-4',
  ],
});
