import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcher } from '../../src/text/glob.ts';

describe('matcher', () => {
  it('agrees with a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-') });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?') });
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        const expression = new RegExp(
          `^${p
            .replaceAll('.', String.raw`\.`)
            .replaceAll('*', '.*')
            .replaceAll('?', '.')}$`,
          's',
        );
        expect(matcher(p)(t), `${p} on ${t}`).toBe(expression.test(t));
      }),
      { numRuns: 500 },
    );
  });

  it('takes everything else literally', () => {
    expect(matcher('a+b')('a+b')).toBe(true);
    expect(matcher('a+b')('aab')).toBe(false);
    expect(matcher('[ab]*')('a')).toBe(false);
  });
});
