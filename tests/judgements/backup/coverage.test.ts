import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../../src/judgements/backup/coverage.ts';
import type { Candidate } from '../../../src/judgements/backup/coverage.ts';
import type { Selection } from '../../../src/services/backup/plan.ts';

const arn = 'arn:aws:rds:eu-west-1:111122223333:db:orders';
const database: Candidate = { arn, tags: { backup: 'daily', stage: 'prod', 'odd?': '' }, type: 'RDS' };
const condition = (operator: string, value: string, key = 'aws:ResourceTag/backup') => ({
  conditions: [{ operator, key, value }],
});
const tag = (value: string, key = 'backup') => ({ anyTag: [{ key, value }] });
const all = { resources: ['*'] };

const cases: readonly [string, Partial<Selection>, Partial<Candidate>, string][] = [
  ['nothing is said', {}, {}, 'yes by settings'],
  ['everything', all, {}, 'yes by settings'],
  ['everything of AWS', { resources: ['arn:aws:*'] }, {}, 'yes by settings'],
  ['any service of the account', { resources: ['arn:aws:*:*:111122223333:*'] }, {}, 'yes by settings'],
  ['its ARN', { resources: [arn] }, {}, 'yes'],
  ['its type, with wildcards in the middle', { resources: ['arn:aws:rds:*:*:db:*'] }, {}, 'yes'],
  ['its type, of Aurora', { resources: ['arn:aws:rds:*:*:db:*'] }, { type: 'Aurora' }, 'yes by settings'],
  ['its type, of an engine that AWS did not name', { resources: [arn] }, { type: undefined }, 'yes by settings'],
  ['an ARN in other letters', { resources: [arn.toUpperCase()] }, {}, 'no'],
  ['another ARN that begins alike', { resources: [`${arn}-2`] }, {}, 'no'],
  ['a shorter ARN without a wildcard', { resources: [arn.slice(0, -1)] }, {}, 'no'],
  ['clusters', { resources: ['arn:aws:rds:*:*:cluster:*'] }, {}, 'no'],
  ['another partition', { resources: ['arn:aws-cn:rds:*:*:db:*'] }, {}, 'no'],
  ['parts that overlap', { resources: [`${arn.slice(0, -3)}*${arn.slice(-4)}`] }, {}, 'no'],
  ['everything but it', { ...all, notResources: [arn] }, {}, 'no'],
  ['everything but databases', { ...all, notResources: ['arn:aws:rds:*'] }, {}, 'no'],
  ['everything but others', { ...all, notResources: ['arn:aws:ec2:*'] }, {}, 'yes by settings'],
  ['its tag, and it is excluded', { ...tag('daily'), notResources: [arn] }, {}, 'no'],
  ['its tag', tag('daily'), {}, 'yes by settings'],
  ['its tag with the prefix of conditions', tag('daily', 'aws:ResourceTag/backup'), {}, 'yes by settings'],
  ['its tag in other letters', tag('Daily'), {}, 'no'],
  ['a key in other letters', tag('daily', 'Backup'), {}, 'no'],
  ['one of two tags', { anyTag: [...tag('weekly').anyTag, ...tag('prod', 'stage').anyTag] }, {}, 'yes by settings'],
  ['a tag with a wildcard, which is none there', tag('dai*'), {}, 'no'],
  ['a key of every object', tag('x', 'constructor'), {}, 'no'],
  ['another ARN or its tag', { resources: ['arn:aws:ec2:*'], ...tag('daily') }, {}, 'yes by settings'],
  ['its ARN or another tag', { resources: [arn], ...tag('weekly') }, {}, 'yes'],
  ['everything with its tag', { ...all, ...condition('StringEquals', 'daily') }, {}, 'yes by settings'],
  ['its ARN with another tag', { resources: [arn], ...condition('StringEquals', 'weekly') }, {}, 'no'],
  ['everything with the tag, without the prefix', condition('StringEquals', 'daily', 'backup'), {}, 'yes by settings'],
  ['like its tag', condition('StringLike', '*ai*'), {}, 'yes by settings'],
  ['like its tag, a question mark meaning itself', condition('StringLike', 'dail?'), {}, 'no'],
  ['like nothing', condition('StringLike', '*', 'aws:ResourceTag/none'), {}, 'no'],
  ['like an empty value', condition('StringLike', '*', 'aws:ResourceTag/odd?'), {}, 'yes by settings'],
  ['not its tag', condition('StringNotEquals', 'daily'), {}, 'no'],
  ['not another tag', condition('StringNotEquals', 'weekly'), {}, 'yes by settings'],
  ['not a tag that it lacks', condition('StringNotEquals', 'no', 'aws:ResourceTag/none'), {}, 'yes by settings'],
  ['not like its tag', condition('StringNotLike', 'd*'), {}, 'no'],
  ['not like a tag that it lacks', condition('StringNotLike', '*', 'aws:ResourceTag/none'), {}, 'yes by settings'],
  ['an operator of tomorrow', condition('NumericEquals', '1'), {}, 'no'],
  [
    'one condition that holds and one that does not',
    { conditions: [...condition('StringEquals', 'daily').conditions, ...condition('StringNotLike', '*').conditions] },
    {},
    'no',
  ],
  ['its tag, and the tags are not known', tag('daily'), { tags: undefined }, 'unknown'],
  ['its ARN, and the tags are not known', { resources: [arn], ...tag('daily') }, { tags: undefined }, 'yes'],
  [
    'a condition, and the tags are not known',
    { ...all, ...condition('StringEquals', 'x') },
    { tags: undefined },
    'unknown',
  ],
  ['another ARN, and the tags are not known', { resources: ['arn:aws:ec2:*'] }, { tags: undefined }, 'no'],
  ['excluded, and the tags are not known', { ...tag('daily'), notResources: [arn] }, { tags: undefined }, 'no'],
];

describe('whether a selection chooses a database', () => {
  it.each(cases)('%s', (_when, said, about, expected) => {
    const selection = { name: 'one', resources: [], notResources: [], anyTag: [], conditions: [], ...said };
    const choice = choiceOf(selection, { ...database, ...about });
    expect(choice.is === 'yes' && !choice.regardless ? 'yes by settings' : choice.is).toBe(expected);
  });

  it('looks at tags only where the selection speaks of them', () => {
    const unread = {
      ...database,
      get tags(): never {
        throw new Error('not read');
      },
    };
    const selection = { name: 'one', resources: [], notResources: [], anyTag: [], conditions: [] };
    expect(choiceOf({ ...selection, resources: [arn], ...tag('daily') }, unread).is).toBe('yes');
    expect(choiceOf({ ...selection, ...all, notResources: [arn], ...tag('daily') }, unread).is).toBe('no');
    expect(() => choiceOf({ ...selection, resources: ['arn:aws:ec2:*'], ...tag('daily') }, unread)).toThrow('not read');
    expect(() => choiceOf({ ...selection, ...all, ...condition('StringEquals', 'daily') }, unread)).toThrow('not read');
  });
});
