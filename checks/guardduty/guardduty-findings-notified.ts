import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { takersOf } from '../../src/judgements/protection/notified.ts';
import { eventRule } from '../../src/services/eventbridge/rule.ts';
import { detector } from '../../src/services/guardduty/detector.ts';

export default defineCheck({
  id: 'guardduty-findings-notified',
  title: 'Findings of GuardDuty of high severity are sent on',
  resource: detector,
  needs: ['detail', 'administrator'],
  along: { rules: along(eventRule, { needs: ['findingTargets'], reach: 'region', witness: true }) },
  risk: 'A finding that nobody is told of is looked at weeks later, when the damage is done.',
  fix: {
    text: 'Make a rule of EventBridge that takes findings from severity 7 on, and give it a target that reaches people or the system that they watch. The commands make one for the topic, whose policy has to let events.amazonaws.com publish; delete-rule undoes it.',
    cli: [
      `aws events put-rule --name guardduty-findings --event-pattern '{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],"detail":{"severity":[{"numeric":[">=",7]}]}}'`,
      'aws events put-targets --rule guardduty-findings --targets Id=topic,Arn=TOPIC_ARN',
    ].join('\n'),
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html'],
  evaluate({ name, detail, administrator, account, region }, { along: { rules } }) {
    if (detail === undefined) return notApplicable(`${name} is off, so it has no findings`);
    const { by, missed, unsure } = takersOf(rules, { account, region });
    if (missed.length === 0)
      return pass(`${name} has its findings of high severity sent on by ${by.join(', ')}`, { rules: by });
    if (unsure.length > 0)
      return unknown(
        `whether ${unsure.join(', ')} sends on all findings of ${name} of severity ${missed.join(', ')} depends on what else their patterns ask of a finding`,
      );
    if (administrator !== undefined)
      return notApplicable(
        `the account ${administrator.account} administers ${name} and sees its findings: judged there`,
      );
    return by.length === 0
      ? fail(`${name} has its findings sent on by no rule of EventBridge`)
      : fail(
          `${name} has findings of severity ${missed.join(', ')} sent on by no rule: ${by.join(', ')} takes others`,
          {
            rules: by,
            missed,
          },
        );
  },
});
