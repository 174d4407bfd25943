import { describe, expect, it } from 'vitest';
import { command, each, flag, format, list, number, oneOf, source, text, words } from '../../src/cli/door/options.ts';
import { enter } from '../../src/cli/door/door.ts';
import { selectionOf } from '../../src/cli/setup.ts';

describe('a list', () => {
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
  ])('reads %j as %j', (given, expected) => expect(list('').read(given, '--region')).toEqual(expected));

  it.each([[['']], [[' , ']], ['']])('refuses %j: an empty filter would mean no filter', (given) =>
    expect(() => list('').read(given, '--tag')).toThrow('--tag needs a value'),
  );

  it('of words refuses others', () => {
    expect(words(['high', 'low'], '').read(['low,high'], '--severity')).toEqual(['low', 'high']);
    expect(() => words(['high', 'low'], '').read(['hgh'], '--severity')).toThrow('did you mean high?');
  });

  it('whose values may hold commas is not split', () => {
    expect(each('').read(['a=1,2', 'b='], '--context')).toEqual(['a=1,2', 'b=']);
    expect(each('').read(undefined, '--context')).toEqual([]);
  });
});

describe('a text', () => {
  it('gives the value, or nothing when it was not given', () => {
    expect(text('').read('prod', '--profile')).toBe('prod');
    expect(text('').read(undefined, '--profile')).toBeUndefined();
    expect(source('').read('', '--iam-details')).toBe('-');
  });
  it('refuses repetition and emptiness', () => {
    expect(() => text('').read(['a', 'b'], '--profile')).toThrow('--profile was given twice');
    expect(() => text('').read('', '--profile')).toThrow('--profile needs a value');
  });
});

describe('a number', () => {
  it('gives the value, or nothing', () => {
    expect(number('').read(0.5, '--timeout')).toBe(0.5);
    expect(number('').read(undefined, '--timeout')).toBeUndefined();
  });
  it.each([0, -1, NaN, Infinity, 'x', [1, 2]])('refuses %j', (value) =>
    expect(() => number('').read(value, '--timeout')).toThrow('--timeout must be a number above 0'),
  );
});

describe('oneOf', () => {
  it('gives what is allowed and offers the nearest otherwise', () => {
    expect(oneOf('--format', 'json', ['table', 'json'])).toBe('json');
    expect(() => oneOf('--format', 'jsn', ['table', 'json'])).toThrow(
      '--format: unknown value jsn; did you mean json?',
    );
    expect(() => oneOf('--format', 'xxxxxxx', ['table'])).toThrow(/unknown value xxxxxxx$/);
  });
});

describe('a command', () => {
  it('gets one object of what it declared, and nothing of the parser', async () => {
    let got: unknown;
    const spy = command({
      usage: 'spy <what>',
      args: { what: text('') },
      options: {
        roleArn: text(''),
        tag: list(''),
        maxRate: number(''),
        quiet: flag('', { alias: 'q' }),
        format: format('table', 'json'),
      },
      examples: [],
      run(given) {
        // @ts-expect-error what is not declared is not there
        void given.profile;
        // @ts-expect-error an option has its own name and type
        const wrong: string = given.maxRate;
        got = [given, wrong];
        return Promise.resolve(7);
      },
    });
    const entered = await enter(spy, '', ['x', '--role-arn', 'r', '-q', '--tag', 'a,b', '--max-rate=2']);
    expect('run' in entered && (await entered.run())).toBe(7);
    expect(got).toEqual([{ what: 'x', roleArn: 'r', tag: ['a', 'b'], maxRate: 2, quiet: true, format: 'table' }, 2]);
    expect(await enter(spy, '', ['--help'])).toMatchObject({
      help: expect.stringContaining('audit spy <what>') as string,
    });
  });
});

describe('selectionOf', () => {
  it('takes every filter', async () => {
    const selection = await selectionOf({
      service: ['s3', 'iam'],
      check: ['a*'],
      excludeCheck: ['b'],
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
  it('names no frameworks when none are given, so that all checks run', async () => {
    expect(await selectionOf({})).not.toHaveProperty('frameworks');
  });
});
