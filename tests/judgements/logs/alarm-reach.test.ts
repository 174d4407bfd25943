import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../src/judgements/logs/alarm-reach.ts';
import { parseAlarmRule, ruleHolds } from '../../../src/judgements/logs/alarm-rule.ts';
import { alarm, filterOf, published, topic, topicArn, watching } from '../../checks/cloudwatch/chain.ts';

const account = '111122223333';
const placed = { account, partition: 'aws', region: 'eu-west-1', tags: {} };
const arnOf = (name: string) => `arn:aws:cloudwatch:eu-west-1:${account}:alarm:${name}`;
type Given = Partial<typeof alarm> & { region?: string };
const named = (id: string, given: Given = {}) => ({ ...placed, ...alarm, id, name: id, arn: arnOf(id), ...given });
/** An alarm of the metric that tells nobody itself. */
const mute = (id: string, given: Given = {}) => named(id, { alarmActions: [], ...given });
const other = (id: string) => mute(id, { condition: watching({ namespace: 'AWS/EC2', name: 'CPU', dimensions: [] }) });
const over = (rule: string, given: Given = {}, suppressor?: string) =>
  named('top', { condition: undefined, composite: { rule, suppressor }, ...given });
const filter = { ...placed, ...filterOf('{ $.a = 1 }'), arn: 'arn:aws:logs:eu-west-1:111122223333:x' };
const topics = [{ ...placed, ...topic, name: topic.id }];
const reach = (...alarms: ReturnType<typeof named>[]) => reachOf(filter, account, { alarms, topics });

const notBreaching = watching(undefined, { missingData: 'notBreaching' });

describe('a composite alarm over one of the metric', () => {
  it.each([
    ['by name', [mute('a'), over('ALARM(a)')], 'told'],
    ['by a quoted name', [mute('a b'), over('ALARM("a b")')], 'told'],
    ['by a name in single quotes', [mute('a'), over("ALARM('a')")], 'told'],
    ['by ARN', [mute('a'), over(`ALARM("${arnOf('a')}")`)], 'told'],
    ['by a bare ARN', [mute('a'), over(`ALARM(${arnOf('a')})`)], 'told'],
    ['with spaces and brackets', [mute('a'), over('( ALARM ( a ) )')], 'told'],
    ['in small letters', [mute('a'), over('alarm(a) or false')], 'told'],
    ['or another', [mute('a'), other('b'), over('ALARM(a) OR ALARM(b)')], 'told'],
    ['or one that is not there', [mute('a'), over('ALARM(a) OR ALARM(gone)')], 'told'],
    ['and another', [mute('a'), other('b'), over('ALARM(a) AND ALARM(b)')], 'silent'],
    ['and not another', [mute('a'), other('b'), over('ALARM(a) AND NOT ALARM(b)')], 'undecided'],
    ['and another of the metric', [mute('a'), mute('b'), over('ALARM(a) AND ALARM(b)')], 'told'],
    ['and TRUE', [mute('a'), over('ALARM(a) AND TRUE')], 'told'],
    ['and FALSE', [mute('a'), over('ALARM(a) AND FALSE')], 'silent'],
    ['or TRUE, which it always is', [mute('a'), over('ALARM(a) OR TRUE')], 'silent'],
    ['not', [mute('a'), over('NOT ALARM(a)')], 'silent'],
    ['not OK, which it was', [mute('a', { condition: notBreaching }), over('NOT OK(a)')], 'told'],
    ['not OK, which it was not for want of data', [mute('a'), over('NOT OK(a)')], 'silent'],
    ['not without data', [mute('a'), over('NOT INSUFFICIENT_DATA(a)')], 'told'],
    ['OK', [mute('a'), over('OK(a)')], 'silent'],
    ['nested', [mute('a'), other('b'), over('(ALARM(b) AND ALARM(a)) OR (ALARM(a) AND NOT FALSE)')], 'told'],
    ['AND binds before OR', [mute('a'), other('b'), other('c'), over('ALARM(a) OR ALARM(b) AND ALARM(c)')], 'told'],
    ['at least one of two', [mute('a'), other('b'), over('AT_LEAST(1, ALARM, (a, b))')], 'told'],
    ['at least two of two', [mute('a'), other('b'), over('AT_LEAST(2, ALARM, (a, b))')], 'silent'],
    ['at least two of two that both count', [mute('a'), mute('b'), over('AT_LEAST(2, ALARM, (a, b))')], 'told'],
    ['at least half', [mute('a'), other('b'), over('AT_LEAST(50%, ALARM, (a, b))')], 'undecided'],
    ['a rule that is not understood', [mute('a'), over('SOMETHING(a) XOR 1')], 'undecided'],
    ['a rule that does not name it', [mute('a'), other('b'), over('ALARM(b)')], 'silent'],
    ['its actions are off', [mute('a'), over('ALARM(a)', { actionsEnabled: false })], 'silent'],
    ['it has no action', [mute('a'), over('ALARM(a)', { alarmActions: [] })], 'silent'],
    ['it is in another region', [mute('a'), over('ALARM(a)', { region: 'us-east-1' })], 'silent'],
    ['something can suppress it', [mute('a'), other('b'), over('ALARM(a)', {}, 'b')], 'undecided'],
    ['the actions of the alarm below are off', [mute('a', { actionsEnabled: false }), over('ALARM(a)')], 'told'],
    [
      'the alarm below cannot fire',
      [mute('a', { condition: watching(undefined, { threshold: 1_000_000 }) }), over('ALARM(a)')],
      'silent',
    ],
    [
      'whether the alarm below fires is open',
      [mute('a', { condition: watching(undefined, { statistic: 'TM(1%:9%)' }) }), over('ALARM(a)')],
      'undecided',
    ],
    [
      'over another composite',
      [
        mute('a'),
        { ...over('ALARM(a)', { alarmActions: [] }), id: 'mid', name: 'mid', arn: arnOf('mid') },
        over('ALARM(mid)'),
      ],
      'told',
    ],
    ['over itself', [mute('a'), over('ALARM(a) AND ALARM(top)')], 'undecided'],
  ] as const)('%s', (_name, alarms, expected) => {
    expect(reach(...alarms).kind).toBe(expected);
  });
});

describe('whom an alarm tells', () => {
  const lambda = 'arn:aws:lambda:eu-west-1:111122223333:function:tell';
  it.each([
    ['a topic that somebody reads', [topicArn], 'told'],
    ['nobody', [], 'silent'],
    ['an instance that it stops', ['arn:aws:automate:eu-west-1:ec2:stop'], 'silent'],
    ['a list of work', ['arn:aws:ssm:eu-west-1:111122223333:opsitem:2'], 'silent'],
    ['a function', [lambda], 'undecided'],
    ['a plan of response', ['arn:aws:ssm-incidents::111122223333:response-plan/page'], 'undecided'],
    ['a function and a topic that somebody reads', [lambda, topicArn], 'told'],
    ['a topic that is not there and a function', [`${topicArn}-gone`, lambda], 'undecided'],
  ] as const)('%s', (_name, alarmActions, expected) => {
    expect(reach(named('a', { alarmActions: [...alarmActions] })).kind).toBe(expected);
  });

  it('says what keeps an event from being heard', () => {
    const never = named('never', { condition: watching(undefined, { threshold: 1_000_000 }) });
    expect(reach(never)).toEqual({
      kind: 'silent',
      why: 'alarm never asks for at least 1000000, and one event gives 1',
    });
  });

  it('is asked of each metric that a filter publishes', () => {
    const two = { ...filter, metrics: [{ ...published, name: 'Unwatched' }, published] };
    expect(reachOf(two, account, { alarms: [named('a')], topics }).kind).toBe('told');
  });
});

describe('rules', () => {
  it.each([
    '',
    'ALARM',
    'ALARM(',
    'ALARM()',
    'ALARM(a',
    'ALARM(a) AND',
    'ALARM(a) ALARM(b)',
    'WARN(a)',
    'NOT',
    '()',
    'AT_LEAST(1, ALARM, ())',
  ])('does not take %j for a rule', (text) => {
    expect(parseAlarmRule(text)).toBeUndefined();
  });

  it('takes an unknown state for one only where it decides', () => {
    const rule = parseAlarmRule('ALARM(a) OR (ALARM(b) AND NOT ALARM(c))');
    const when = (states: Record<string, boolean>) => rule && ruleHolds(rule, (name) => states[name]);
    expect(when({ a: true })).toBe(true);
    expect(when({ a: false, b: false })).toBe(false);
    expect(when({ a: false, b: true })).toBeUndefined();
    expect(when({ a: false, c: true })).toBe(false);
    expect(when({ a: false, b: true, c: false })).toBe(true);
  });
});
