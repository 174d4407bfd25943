import { expect, it } from 'vitest';
import { takesEvent } from '../../src/text/event-pattern.ts';

const event = {
  source: 'aws.guardduty',
  'detail-type': 'GuardDuty Finding',
  account: '111122223333',
  detail: { severity: 8, service: { archived: false } },
};
const severity = (...wanted: unknown[]): object => ({ detail: { severity: wanted } });

const cases: readonly [string, unknown, string | undefined][] = [
  ['nothing is asked', {}, 'yes'],
  ['the source', { source: ['aws.guardduty'] }, 'yes'],
  ['one of two sources', { source: ['aws.ec2', 'aws.guardduty'] }, 'yes'],
  ['another source', { source: ['aws.ec2'] }, 'no'],
  ['the source in other letters', { source: ['AWS.GuardDuty'] }, 'no'],
  ['the source whatever its letters', { source: [{ 'equals-ignore-case': 'AWS.GuardDuty' }] }, 'yes'],
  ['all of AWS', { source: [{ prefix: 'aws.' }] }, 'yes'],
  ['a prefix whatever its letters', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }, 'yes'],
  ['a suffix', { source: [{ suffix: 'duty' }] }, 'yes'],
  ['another suffix', { source: [{ suffix: 'hub' }] }, 'no'],
  ['a wildcard', { source: [{ wildcard: 'aws.*duty' }] }, 'yes'],
  ['a wildcard whose question mark means itself', { source: [{ wildcard: 'aws.?uardduty' }] }, 'maybe'],
  ['all but others', { source: [{ 'anything-but': ['aws.ec2', 'aws.s3'] }] }, 'yes'],
  ['all but it', { source: [{ 'anything-but': 'aws.guardduty' }] }, 'no'],
  ['all but those that begin so', { source: [{ 'anything-but': { prefix: 'aws.' } }] }, 'no'],
  ['all but those that begin otherwise', { source: [{ 'anything-but': { prefix: ['com.', 'org.'] } }] }, 'yes'],
  ['a field that is there', { source: [{ exists: true }] }, 'yes'],
  ['a field that is not there', { source: [{ exists: false }] }, 'no'],
  ['the severity by numbers', severity(7, 8, 8.9), 'yes'],
  ['another severity', severity(9), 'no'],
  ['the severity as text', severity('8'), 'no'],
  ['at least a severity', severity({ numeric: ['>=', 7] }), 'yes'],
  ['between severities', severity({ numeric: ['>', 4, '<', 7] }), 'no'],
  ['exactly a severity', severity({ numeric: ['=', 8] }), 'yes'],
  ['a comparison that is none', severity({ numeric: ['~', 8] }), 'maybe'],
  ['a number compared as text', severity({ prefix: '8' }), 'no'],
  ['an operator of tomorrow', severity({ tomorrow: 8 }), 'maybe'],
  ['a field that is not known', { detail: { type: ['Recon:EC2/Portscan'] } }, 'maybe'],
  ['a field below one that is not known', { detail: { resource: { resourceType: ['AccessKey'] } } }, 'maybe'],
  ['a field below a text', { source: { name: ['x'] } }, 'no'],
  ['false', { detail: { service: { archived: [false] } } }, 'yes'],
  ['one of two ways', { $or: [{ source: ['aws.ec2'] }, { account: ['111122223333'] }] }, 'yes'],
  ['none of two ways', { $or: [{ source: ['aws.ec2'] }, { account: ['999999999999'] }] }, 'no'],
  ['a way that is none', { $or: ['x'] }, 'maybe'],
  ['no list', { source: 'aws.guardduty' }, 'maybe'],
  ['an empty list', { source: [] }, 'no'],
  ['what is known no, and what is not', { source: ['aws.ec2'], detail: { type: ['x'] } }, 'no'],
  ['a list', [], undefined],
];

it.each(cases)('%s', (_when, pattern, expected) => {
  expect(takesEvent(JSON.stringify(pattern), event)).toBe(expected);
});

it('what is no JSON', () => {
  expect(takesEvent('{', event)).toBeUndefined();
});
