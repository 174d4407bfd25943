import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const rule = (Name: string, pattern: object) => ({
  Name,
  Arn: arnOf('events', `rule/${Name}`),
  State: 'ENABLED',
  EventBusName: 'default',
  EventPattern: JSON.stringify(pattern),
});

/** One that sends findings of GuardDuty on, and one that is about something else. */
export default answers('eventbridge', {
  ListRules: here({
    Rules: [
      rule('guardduty-findings', {
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Finding'],
        detail: { severity: [{ numeric: ['>=', 7] }] },
      }),
      rule('instances', { source: ['aws.ec2'] }),
    ],
  }),
  ListTargetsByRule: { Targets: [{ Id: 'topic', Arn: arnOf('sns', 'alarms') }] },
});
