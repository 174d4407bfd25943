import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/config/yaml.ts';
import { plain } from '../../src/config/plain.ts';
import { AuditError } from '../../src/program/errors.ts';

/** As a configuration is read. */
const read = (text: string): unknown => plain(parseYaml(text, 'a.yaml').value);

/** Each level holds the one before nine times. */
const laughs = (levels: number): string =>
  [
    'a0: &a0 [x, x]',
    ...Array.from(
      { length: levels },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }).fill(`*a${i}`).join()}]`,
    ),
  ].join('\n');
const indented = (depth: number): string => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

describe('YAML is read', () => {
  it.each<[what: string, text: string, value: unknown]>([
    ['nothing', '', null],
    ['comments alone', '# a\n', null],
    ['JSON', '{"a":[1,"2"]}', { a: [1, '2'] }],
    ['an alias', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    [
      'what would be a date or a word elsewhere',
      'a: 2026-01-01\nb: yes\nc: 012\n',
      { a: '2026-01-01', b: 'yes', c: 12 },
    ],
    ['a member named __proto__', '__proto__: { a: 1 }', JSON.parse('{"__proto__":{"a":1}}')],
    ['a tag that would run something elsewhere, as a text', 'a: !!js/function "x"\n', { a: 'x' }],
    ['a key that is a list, as a text', '? [a]\n: 1\n', { '[ a ]': 1 }],
    ['a list of many', '- a\n'.repeat(1000), Array.from({ length: 1000 }).fill('a')],
    ['as deep as may be', indented(100), Array.from({ length: 100 }).reduce((inner) => ({ a: inner }), null)],
    ['brackets in texts', `a: "${'['.repeat(150)}"`, { a: '['.repeat(150) }],
  ])('%s', (_what, text, value) => expect(read(text)).toEqual(value));
});

describe('YAML that is made to harm is refused within seconds', () => {
  it.each<[what: string, text: string, message: RegExp]>([
    ['a bomb of aliases', laughs(9), /^a\.yaml: Excessive alias count/],
    ['a bomb of brackets', '['.repeat(1_000_000), /^a\.yaml:1: is nested deeper than 200 levels/],
    ['a bomb of braces over lines', '{a:\n'.repeat(100_000), /^a\.yaml:201: is nested deeper/],
    ['a bomb of indentation', indented(1000), /^a\.yaml:\d+: is nested deeper/],
    ['a bomb of indentation by two', indented(1000).replaceAll(' ', '  '), /^a\.yaml:201: is nested deeper/],
    ['a bomb of indentation with lists', indented(1000).replaceAll('a:', '- a:'), /^a\.yaml:\d+: is nested deeper/],
    ['a bomb of dashes', '- '.repeat(100_000), /^a\.yaml:1: is nested deeper/],
    ['a bomb of questions', '? '.repeat(100_000), /^a\.yaml:1: is nested deeper/],
    ['an alias of itself', 'a: &x [*x]\n', /holds itself|Unresolved alias|^a\.yaml/],
    ['an alias of what holds it', 'a: &x\n  b: *x\n', /holds itself|^a\.yaml/],
    ['an alias of nothing', 'a: *x\n', /^a\.yaml.*[Uu]nresolved alias/],
    ['two documents', 'a: 1\n---\nb: 2\n', /^a\.yaml/],
    ['a key twice', 'a: 1\na: 2\n', /^a\.yaml:2: .*unique/],
    ['a tab as indentation', 'a:\n\tb: 1\n', /^a\.yaml:2: /],
    ['a text that does not end', 'a: "x\n', /^a\.yaml:\d+: /],
  ])('%s', (_what, text, message) => {
    const start = performance.now();
    expect(() => read(text)).toThrow(message);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('a document that is too large to parse is not even begun', () => {
    expect(() => parseYaml('['.repeat(300), 'a.yaml')).toThrow(AuditError);
  });
});
