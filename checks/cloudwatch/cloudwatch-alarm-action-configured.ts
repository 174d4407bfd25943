import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { alarm } from '../../src/services/cloudwatch/alarm.ts';

export default state(alarm, 'cloudwatch-alarm-action-configured', {
  title: 'Alarms have an action',
  at: 'alarmActions',
  is: { '[]': fail('{label} does nothing when it goes off; expected an action') },
  otherwise: pass('{label} has actions for when it goes off: {alarmActions:some}'),
  risk: 'An alarm without an action changes its colour on a page, and nobody is told.',
  fix: {
    text: 'Set an action for the state ALARM, such as a topic that somebody reads: the console changes an alarm, the API takes it only whole. An alarm that is there for a composite alarm needs none of its own.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15',
  ],
});
