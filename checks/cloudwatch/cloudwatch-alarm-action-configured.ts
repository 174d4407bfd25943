import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { alarmsIn, parseAlarmRule } from '../../src/judgements/logs/alarm-rule.ts';
import { alarm } from '../../src/services/cloudwatch/alarm.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'cloudwatch-alarm-action-configured',
  title: 'Alarms have an action',
  resource: alarm,
  along: { alarms: along(alarm) },
  risk: 'An alarm without an action changes its colour on a page, and nobody is told.',
  fix: {
    text: 'Set an action for the state ALARM, such as a topic that somebody reads: the console changes an alarm, the API takes it only whole. An alarm that a composite alarm with an action asks about needs none of its own.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15',
  ],
  evaluate({ id, arn, region, alarmActions }, { along: { alarms } }) {
    if (alarmActions.length > 0)
      return pass(`${id} has actions for when it goes off: ${few(alarmActions)}`, { alarmActions });
    const above = alarms.filter((one) => one.region === region && one.alarmActions.length > 0 && one.id !== id);
    // One whose actions are off tells nobody either.
    const rules = above.flatMap((one) =>
      one.composite === undefined || one.actionsEnabled === false
        ? []
        : [
            {
              name: one.id,
              on: one.actionsEnabled,
              text: one.composite.rule,
              rule: parseAlarmRule(one.composite.rule),
            },
          ],
    );
    const asking = rules.filter(
      ({ rule }) => rule !== undefined && alarmsIn(rule).some((name) => name === id || name === arn),
    );
    const asks = asking.find(({ on }) => on === true);
    if (asks !== undefined)
      return pass(`${id} has no action of its own; ${asks.name}, which asks about it, has one`, {
        composite: asks.name,
      });
    const [untold] = asking;
    if (untold !== undefined)
      return unknown(`${id} has no action of its own, and AWS does not say whether those of ${untold.name} are on`);
    const unclear = rules.find(({ rule, text }) => rule === undefined && text.includes(id));
    return unclear === undefined
      ? fail(`${id} has no action for when it goes off; expected one`, { alarmActions })
      : unknown(`${id} has no action of its own, and the rule of ${unclear.name} is not understood: ${unclear.text}`);
  },
});
