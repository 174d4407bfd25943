import check from '../../../checks/cloudwatch/cloudwatch-alarm-action-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const region = 'eu-west-1';
const arn = (id: string, where = region): string => `arn:aws:cloudwatch:${where}:111122223333:alarm:${id}`;
const topic = 'arn:aws:sns:eu-west-1:111122223333:alerts';
const alarmOf = (id: string, alarmActions: readonly string[] = [], where = region) => ({
  id,
  arn: arn(id, where),
  region: where,
  actionsEnabled: true,
  alarmActions,
  state: 'OK',
  condition: undefined,
  composite: undefined as { rule: string; suppressor: string | undefined } | undefined,
});
const over = (rule: string, actions: readonly string[] = [topic], where = region) => ({
  ...alarmOf('any', actions, where),
  composite: { rule, suppressor: undefined },
});
const quiet = alarmOf('queue');
const beside = (...others: readonly ReturnType<typeof alarmOf>[]) => ({ alarms: [quiet, ...others] });

checkSuite(
  check,
  quiet as never,
  [
    { when: 'it has an action', given: { alarmActions: [topic] }, along: beside(), expect: 'pass' },
    { when: 'it has none', along: beside(), expect: 'fail', message: /queue has no action/ },
    { when: 'another alarm has one', along: beside(alarmOf('other', [topic])), expect: 'fail' },
    { when: 'a composite alarm asks about it', along: beside(over('ALARM("queue")')), expect: 'pass', message: /any/ },
    { when: 'one asks by its ARN', along: beside(over(`NOT OK(${arn('queue')})`)), expect: 'pass' },
    { when: 'one asks among others', along: beside(over('ALARM(a) AND (ALARM(b) OR ALARM("queue"))')), expect: 'pass' },
    { when: 'one asks about another', along: beside(over('ALARM("queue-2")')), expect: 'fail' },
    { when: 'the composite alarm has no action', along: beside(over('ALARM("queue")', [])), expect: 'fail' },
    {
      when: 'the actions of the composite alarm are off',
      along: beside({ ...over('ALARM("queue")'), actionsEnabled: false }),
      expect: 'fail',
    },
    {
      when: 'AWS does not say whether they are',
      along: beside({ ...over('ALARM("queue")'), actionsEnabled: undefined } as never),
      expect: 'unknown',
    },
    { when: 'it is in another region', along: beside(over('ALARM("queue")', [topic], 'us-east-1')), expect: 'fail' },
    {
      when: 'the rule of one that names it is not understood',
      along: beside(over('MOSTLY("queue")')),
      expect: 'unknown',
      message: /is not understood/,
    },
    { when: 'a rule that is not understood names another', along: beside(over('MOSTLY(a)')), expect: 'fail' },
    {
      when: 'it is a composite alarm that asks about itself',
      along: { alarms: [{ ...over('ALARM("queue")'), id: 'queue' }] },
      expect: 'fail',
    },
  ] as never,
);
