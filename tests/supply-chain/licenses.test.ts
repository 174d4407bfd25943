import { expect, it } from 'vitest';
import type { Licensed } from '../../src/dev/supply-chain/licenses.ts';
import { isPermissive, licenseProblems } from '../../src/dev/supply-chain/licenses.ts';

const expressions: readonly [string | undefined, boolean][] = [
  ['MIT', true],
  ['Apache-2.0', true],
  ['(BSD-3-Clause OR GPL-2.0)', true],
  ['MIT OR GPL-3.0-only', true],
  ['(MIT AND ISC)', true],
  ['MIT AND (GPL-2.0 OR 0BSD)', true],
  ['MIT AND LGPL-3.0', false],
  ['GPL-3.0-or-later', false],
  ['AGPL-3.0', false],
  ['MPL-2.0', false],
  ['GPL-2.0 WITH Classpath-exception-2.0', false],
  ['MIT WITH something', false],
  ['(MIT', false],
  ['MIT)', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['UNLICENSED', false],
  ['', false],
  [undefined, false],
];

it.each(expressions)('the licence %s leaves a permissive choice: %s', (expression, expected) => {
  expect(isPermissive(expression)).toBe(expected);
});

const fine: readonly Licensed[] = [
  { name: 'a', ref: 'a@1', license: 'MIT', use: 'code' },
  { name: 'axe-core', ref: 'axe-core@4', license: 'MPL-2.0', use: 'tool' },
];

it('accepts permissive licences, and tools that are accepted with a reason', () => {
  expect(licenseProblems(fine)).toEqual([]);
});

const refused: readonly { when: string; one: Licensed }[] = [
  { when: 'copyleft in the program', one: { name: 'x', ref: 'x@1', license: 'GPL-3.0-only', use: 'code' } },
  { when: 'an unknown licence inside a file', one: { name: 'x', ref: 'x', license: undefined, use: 'inlined' } },
  { when: 'copyleft in a tool nobody accepted', one: { name: 'x', ref: 'x@1', license: 'LGPL-3.0', use: 'tool' } },
  {
    when: 'a tool accepted as a tool that gets into the program',
    one: { name: 'axe-core', ref: 'axe-core@4', license: 'MPL-2.0', use: 'code' },
  },
  {
    when: 'an accepted tool that changes its licence',
    one: { name: 'axe-core', ref: 'axe-core@5', license: 'AGPL-3.0', use: 'tool' },
  },
];

it.each(refused)('refuses $when', ({ one }) => {
  expect(licenseProblems([...fine, one])).toEqual([expect.stringContaining(one.ref)]);
});
