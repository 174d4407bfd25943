import check from '../../../checks/guardduty/guardduty-findings-notified.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'd0',
  name: 'GuardDuty in eu-west-1',
  arn: 'arn:aws:guardduty:eu-west-1:111122223333:detector/d0',
  detectorId: 'd0',
  detail: { status: 'ENABLED', publishingFrequency: undefined, features: [], dataSources: {} },
  administrator: undefined,
};
const high = { source: ['aws.guardduty'], detail: { severity: [{ numeric: ['>=', 7] }] } };
const topic = 'arn:aws:sns:eu-west-1:111122223333:alarms';
const rule = (id: string, pattern: object | string | undefined, more: object = {}) => ({
  id,
  name: id,
  arn: `arn:aws:events:eu-west-1:111122223333:rule/${id}`,
  state: 'ENABLED',
  pattern: typeof pattern === 'object' ? JSON.stringify(pattern) : pattern,
  managedBy: undefined,
  findingTargets: [topic],
  ...more,
});
const severity = (...wanted: unknown[]) => ({ source: ['aws.guardduty'], detail: { severity: wanted } });
const rules = (...all: ReturnType<typeof rule>[]) => ({ rules: all });

checkSuite(
  check,
  base as never,
  [
    {
      when: 'a rule takes high findings',
      given: {},
      along: rules(rule('high', high)),
      expect: 'pass',
      message: /by high$/,
    },
    {
      when: 'a rule takes all events of AWS',
      given: {},
      along: rules(rule('all', { source: [{ prefix: 'aws.' }] })),
      expect: 'pass',
    },
    { when: 'there is no rule', given: {}, along: rules(), expect: 'fail', message: /by no rule/ },
    { when: 'a rule goes by a schedule', given: {}, along: rules(rule('daily', undefined)), expect: 'fail' },
    {
      when: 'a rule is about something else',
      given: {},
      along: rules(rule('ec2', { source: ['aws.ec2'] })),
      expect: 'fail',
    },
    { when: 'the rule is off', given: {}, along: rules(rule('high', high, { state: 'DISABLED' })), expect: 'fail' },
    {
      when: 'the rule has no target',
      given: {},
      along: rules(rule('high', high, { findingTargets: [] })),
      expect: 'fail',
    },
    {
      when: 'the rule only fills a group of logs',
      given: {},
      along: rules(rule('high', high, { findingTargets: ['arn:aws:logs:eu-west-1:111122223333:log-group:/x'] })),
      expect: 'fail',
    },
    {
      when: 'a service made the rule for itself',
      given: {},
      along: rules(rule('own', high, { managedBy: 'detective.amazonaws.com' })),
      expect: 'fail',
    },
    {
      when: 'AWS User Notifications made the rule',
      given: {},
      along: rules(rule('own', high, { managedBy: 'notifications.amazonaws.com' })),
      expect: 'pass',
    },
    {
      when: 'the rule is from before there were critical findings',
      given: {},
      along: rules(rule('high', severity({ numeric: ['>=', 7, '<', 9] }))),
      expect: 'fail',
      message: /severity 9, 10/,
    },
    {
      when: 'two rules take them together',
      given: {},
      along: rules(
        rule('high', severity({ numeric: ['>=', 7, '<', 9] })),
        rule('critical', severity({ numeric: ['>=', 9] })),
      ),
      expect: 'pass',
    },
    {
      when: 'the rule takes low ones',
      given: {},
      along: rules(rule('low', severity({ numeric: ['<', 4] }))),
      expect: 'fail',
    },
    {
      when: 'the rule takes one type',
      given: {},
      along: rules(rule('one', { ...high, detail: { type: [{ prefix: 'Recon' }] } })),
      expect: 'unknown',
      message: /one/,
    },
    { when: 'the pattern is no JSON', given: {}, along: rules(rule('odd', '{')), expect: 'unknown' },
    {
      when: 'another account administers it',
      given: { administrator: { account: '999999999999', relationship: 'Enabled' } },
      along: rules(),
      expect: 'not-applicable',
    },
    {
      when: 'GuardDuty is off',
      given: { detectorId: undefined, detail: undefined },
      along: rules(),
      expect: 'not-applicable',
    },
  ] as never,
);
