import { expect, it } from 'vitest';
import { signaturesIn } from './signatures.ts';

const one = '0123456789abcdef'.repeat(4);
const other = 'f'.repeat(64);

it.each([
  ['alone', one, [one]],
  ['in other words', `Signature=${one}, x`, [one]],
  ['between other digits', `ab${one}${other}9`, [one, other]],
  ['in part', one.slice(1), []],
  ['in capitals', one.toUpperCase(), []],
])('finds what stands %s', (_, text, found) => expect(signaturesIn(text, [one, other])).toEqual(found));

it('finds what is no signature of this kind, too', () => expect(signaturesIn('a none b', ['none'])).toEqual(['none']));
