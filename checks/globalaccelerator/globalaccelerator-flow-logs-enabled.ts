import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { accelerator } from '../../src/services/globalaccelerator/accelerator.ts';

export default state(accelerator, 'globalaccelerator-flow-logs-enabled', {
  title: 'Accelerators log their flows',
  unless: [{ at: 'enabled', is: [false], because: '{label} is disabled: it takes in nothing' }],
  at: 'flowLogs.enabled',
  is: {
    true: pass('{label} logs its flows'),
    false: fail('{label} does not log its flows'),
  },
  absent: notApplicable('{label} was deleted meanwhile'),
  unsaid: unknown('AWS does not say whether {label} logs its flows'),
  risk: 'Where a flood of requests or a break-in came from cannot be told: behind the accelerator its own addresses may be all that is seen.',
  fix: {
    text: 'Make a bucket whose policy lets log delivery write there, then turn flow logs on.',
    cli: 'aws globalaccelerator update-accelerator-attributes --accelerator-arn {arn} --flow-logs-enabled --flow-logs-s3-bucket BUCKET --flow-logs-s3-prefix {name} --region us-west-2',
  },
  references: ['https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html'],
});
