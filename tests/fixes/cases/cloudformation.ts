import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const again = 'no command: it is given with the template and parameters of the next update';

export const untried: Readonly<Record<string, string>> = {
  'cloudformation-stack-cdk-bootstrap-version-current': 'no command of AWS: the CDK has one',
  'cloudformation-stack-no-drift': 'no command: what is meant a person has to say',
  'cloudformation-stack-not-failed': 'no command: what failed a person has to see',
  'cloudformation-stack-notifications-enabled': again,
  'cloudformation-stack-rollback-enabled': 'no command: it is decided when a stack is made',
  'cloudformation-stack-service-role-used': again,
  'cloudformation-stack-termination-protection-enabled': lacks('cloudformation', 'UpdateTerminationProtection'),
  'cloudformation-stack-outputs-no-secrets': 'A new template has to be written: there is no command',
  'cloudformation-stack-parameters-no-plaintext-secrets': 'A new template has to be written: there is no command',
  'cloudformation-stack-template-no-secrets': 'A new template has to be written: there is no command',
};
