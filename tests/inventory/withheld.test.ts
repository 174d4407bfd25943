import { expect, it } from 'vitest';
import { Withheld } from '../../src/inventory/withheld.ts';

it('hands a text out once', () => {
  const texts = new Withheld<string>();
  texts.put('a', 'text');
  expect(texts.take('a')).toBe('text');
  expect(() => texts.take('a')).toThrow(expect.objectContaining({ name: 'NotListed' }));
});

it('keeps the first text of a resource that is named twice', () => {
  const texts = new Withheld<string>();
  expect(texts.put('a', 'first')).toBe(true);
  expect(texts.put('a', 'second')).toBe(false);
  expect(texts.take('a')).toBe('first');
});

it('shows nothing of its texts when it is written out', () => {
  const texts = new Withheld<string>();
  texts.put('a', 'text');
  expect(JSON.stringify(texts)).toBe('{}');
});
