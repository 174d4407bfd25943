import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { alarm } from '../../src/services/cloudwatch/alarm.ts';

export default state(alarm, 'cloudwatch-alarm-actions-enabled', {
  title: 'The actions of alarms are on',
  at: 'actionsEnabled',
  is: {
    true: pass('The actions of {label} are on'),
    false: fail('The actions of {label} are off; expected on'),
  },
  unsaid: unknown('CloudWatch did not say whether the actions of {label} are on'),
  risk: 'Actions that were turned off for some work and forgotten stay off: the alarm goes off and nobody is told.',
  fix: {
    text: 'Turn the actions on. `aws cloudwatch disable-alarm-actions` undoes it.',
    cli: 'aws cloudwatch enable-alarm-actions --alarm-names {id}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-17',
  ],
});
