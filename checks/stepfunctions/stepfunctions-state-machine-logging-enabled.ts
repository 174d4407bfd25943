import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { machineLeaving, stateMachine } from '../../src/services/stepfunctions/state-machine.ts';

export default state(stateMachine, 'stepfunctions-state-machine-logging-enabled', {
  title: 'State machines log their executions',
  at: 'configuration.logLevel',
  is: {
    ...sameFor(['ALL', 'ERROR', 'FATAL'], pass('{label} logs its executions at level {configuration.logLevel}')),
    OFF: fail('{label} does not log its executions'),
  },
  unsaid: unknown('Step Functions did not say whether {label} logs its executions'),
  unless: [machineLeaving],
  risk: 'Standard executions are kept for 90 days and Express ones not at all: what a machine did and why it failed cannot be found out later.',
  fix: {
    text: 'Log to a group whose resource policy lets in delivery.logs.amazonaws.com, by a role that may create deliveries. Data of executions is left out, as it may hold secrets. CloudWatch Logs bills what comes in.',
    cli: `aws stepfunctions update-state-machine --state-machine-arn {arn} --logging-configuration '{"level":"ALL","includeExecutionData":false,"destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"LOG_GROUP_ARN:*"}}]}'`,
  },
  references: [
    'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html#stepfunctions-1',
  ],
});
