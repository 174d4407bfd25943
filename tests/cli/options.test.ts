import { describe, expect, it } from 'vitest';
import { list, number, oneOf, text, wordOf } from '../../src/cli/options.ts';
import { selectionOf } from '../../src/cli/setup.ts';

describe('list', () => {
  it.each<[unknown, string[]]>([
    [undefined, []],
    [['a'], ['a']],
    [['a,b'], ['a', 'b']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a, b ', 'c'],
      ['a', 'b', 'c'],
    ],
    [['a,,b,'], ['a', 'b']],
    ['a', ['a']],
    [[123456789012], ['123456789012']],
  ])('reads %j as %j', (given, expected) => expect(list({ region: given }, 'region')).toEqual(expected));

  it.each([[['']], [[' , ']], ['']])('refuses %j: an empty filter would mean no filter', (given) =>
    expect(() => list({ tag: given }, 'tag')).toThrow('--tag needs a value'),
  );
});

describe('text', () => {
  it('gives the value, or nothing when it was not given', () => {
    expect(text({ profile: 'prod' }, 'profile')).toBe('prod');
    expect(text({}, 'profile')).toBeUndefined();
  });
  it('refuses repetition and emptiness', () => {
    expect(() => text({ profile: ['a', 'b'] }, 'profile')).toThrow('--profile was given twice');
    expect(() => text({ profile: '' }, 'profile')).toThrow('--profile needs a value');
  });
});

describe('number', () => {
  it('gives the value, or nothing', () => {
    expect(number({ timeout: 0.5 }, 'timeout')).toBe(0.5);
    expect(number({}, 'timeout')).toBeUndefined();
  });
  it.each([0, -1, NaN, Infinity, 'x', [1, 2]])('refuses %j', (value) =>
    expect(() => number({ timeout: value }, 'timeout')).toThrow('--timeout must be a number above 0'),
  );
});

describe('oneOf and wordOf', () => {
  it('give what is allowed and offer the nearest otherwise', () => {
    expect(oneOf('format', 'json', ['table', 'json'])).toBe('json');
    expect(() => oneOf('format', 'jsn', ['table', 'json'])).toThrow('--format: unknown value jsn; did you mean json?');
    expect(() => wordOf('shell', 'fsh', ['bash', 'fish'])).toThrow('shell: unknown value fsh; did you mean fish?');
    expect(() => oneOf('format', 'xxxxxxx', ['table'])).toThrow(/unknown value xxxxxxx$/);
  });
});

describe('selectionOf', () => {
  it('takes every filter', () => {
    const selection = selectionOf({
      service: ['s3,iam'],
      check: ['a*'],
      'exclude-check': ['b'],
      severity: ['high', 'low'],
      category: ['security'],
      framework: ['cis_7.0'],
    });
    expect(selection).toMatchObject({
      services: ['s3', 'iam'],
      checks: ['a*'],
      excluded: ['b'],
      severities: ['high', 'low'],
      categories: ['security'],
      frameworks: [{ key: 'cis_7.0' }],
    });
  });
  it('names no frameworks when none are given, so that all checks run', () => {
    expect(selectionOf({})).not.toHaveProperty('frameworks');
  });
});
