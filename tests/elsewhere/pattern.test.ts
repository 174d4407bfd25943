import { describe, expect, it } from 'vitest';
import { globsOf, NotAGlob } from '../../src/elsewhere/pattern.ts';
import { matcher } from '../../src/text/glob.ts';

describe('a regular expression of a mutelist', () => {
  it.each([
    ['*', ['*']],
    ['.*', ['*']],
    ['', ['*']],
    ['logs', ['*logs*']],
    ['^logs', ['logs*']],
    ['logs$', ['*logs']],
    ['^logs$', ['logs']],
    ['*-logs', ['*-logs*']],
    ['^prod-.*-x$', ['prod-*-x']],
    ['^v.$', ['v?']],
    ['^a.+b$', ['a?*b']],
    ['a\\.b', ['*a.b*']],
    ['ci-logs-*', ['*ci-logs*']],
    ['^(a|b)-c$', ['a-c', 'b-c']],
    ['^(?:a|b(c|d))$', ['a', 'bc', 'bd']],
    ['a|^b$', ['*a*', 'b']],
    ['arn:aws:s3:::x', ['*arn:aws:s3:::x*']],
  ])('%s is %j', (expression, globs) => expect(globsOf(expression)).toEqual(globs));

  it.each([
    '[a-z]+logs',
    'a{2}',
    'ab?c',
    'log-*-prod',
    '\\d+',
    '(ab)*',
    '(?=x)',
    'a^b',
    'a$b',
    'a.?',
    '(',
    ')',
    '\\',
    'a\\*',
  ])('%s is none', (expression) => expect(() => globsOf(expression)).toThrow(NotAGlob));

  it('is none where it has very many alternatives, and says so at once', () => {
    expect(() => globsOf(Array(60).fill('a').join('|'))).toThrow('more than 50 alternatives');
    expect(() => globsOf('(a|b)'.repeat(30))).toThrow('more than 50 alternatives');
  });

  const texts = [
    'logs',
    'ci-logs',
    'ci-logs-1',
    'prod-a-x',
    'prod-x',
    'a-c',
    'b-c',
    'xa-cx',
    'v1',
    'v',
    'v12',
    'a.b',
    'axb',
    '',
  ];
  it.each(['logs', '^logs$', 'ci-logs-*', '^prod-.*-x$', '^(a|b)-c$', '^v.$', 'a\\.b', 'a.b', 'a|b', 'logs$'])(
    '%s matches as a glob just what it matches',
    (expression) => {
      const tests = globsOf(expression).map(matcher);
      for (const text of texts)
        expect(
          tests.some((test) => test(text)),
          text,
        ).toBe(new RegExp(expression).test(text));
    },
  );
});
