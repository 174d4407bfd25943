import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/text/escape.ts';
import { limitDepth } from '../../src/text/depth-limit.ts';

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
};

describe('values nested deeply', () => {
  it('are handed back as they are where they are not', () => {
    const value = nested(90, (inner) => ({ a: [inner] }).a);
    expect(limitDepth(value)).toBe(value);
  });

  it.each([
    ['objects', (inner: unknown) => ({ a: inner })],
    ['lists', (inner: unknown) => [inner]],
  ])('become a text below the hundredth level (%s)', (_, wrap) => {
    const value = nested(50_000, wrap);
    expect(JSON.stringify(limitDepth(value))).toContain('nested too deeply');
    expect(toJson({ first: 1, value }, 2)).toMatch(/"first": 1[^]*nested too deeply/);
  });
});
