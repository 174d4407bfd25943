import { describe, expect, it } from 'vitest';
import { namedCredentials } from '../../../src/secrets/named-credentials.ts';
import { describeSecret, judgeSecrets } from '../../../src/judgements/secrets/secrets.ts';
import type { LocatedSecret } from '../../../src/judgements/secrets/secrets.ts';

const under = (name: string): LocatedSecret => ({ kind: 'password', where: { name }, confidence: 'high' });
const judged = (...secrets: LocatedSecret[]) =>
  judgeSecrets({ name: 'web', place: 'its outputs', secrets, expected: 'none' });

describe('judgeSecrets', () => {
  it('passes when there is none', () => {
    expect(judged()).toEqual({ kind: 'pass', message: 'web has nothing in its outputs that looks like a secret' });
  });

  it('says of one where it is and of what kind', () => {
    expect(judged(under('A'))).toEqual({
      kind: 'fail',
      message: 'web has what looks like a secret in its outputs: A (password); expected none',
      observed: { count: 1, secrets: [under('A')] },
    });
  });

  it('names three and counts the others', () => {
    expect(judged(...['A', 'B', 'C', 'D', 'E'].map(under))).toMatchObject({
      message:
        'web has what look like 5 secrets in its outputs: A (password), B (password), C (password) and 2 more; expected none',
    });
  });

  it('keeps the evidence small', () => {
    const verdict = judged(...Array.from({ length: 100 }, (_, index) => under(`V${index}`)));
    expect(verdict).toMatchObject({ observed: { count: 100, secrets: { length: 20 } } });
  });
});

describe('describeSecret', () => {
  it.each<[LocatedSecret, string]>([
    [under('A'), 'A (password)'],
    [{ ...under('A'), part: 'container web' }, 'container web: A (password)'],
    [{ kind: 'private-key', where: { line: 3, column: 8 }, confidence: 'high' }, 'line 3, column 8 (private-key)'],
    [under('N'.repeat(500)), `${'N'.repeat(80)}… (password)`],
    [{ ...under('A'), part: 'P'.repeat(500) }, `${'P'.repeat(80)}…: A (password)`],
  ])('says of %j: %s', (secret, expected) => {
    expect(describeSecret(secret)).toBe(expected);
  });
});

describe('namedCredentials', () => {
  const names = ['KEY'];

  it.each([
    ['a value', [{ name: 'KEY', value: 'mykey1' }], 1],
    ['no value', [{ name: 'KEY', value: ' ' }], 0],
    ['another name', [{ name: 'KEYS', value: 'mykey1' }], 0],
    ['a reference', [{ name: 'KEY', value: '{{resolve:secretsmanager:prod/key}}' }], 0],
  ])('counts %s', (_what, values, count) => {
    expect(namedCredentials(values, names, [])).toHaveLength(count);
  });

  it('does not repeat what was found by its value', () => {
    expect(namedCredentials([{ name: 'KEY', value: 'mykey1' }], names, [under('KEY')])).toEqual([]);
  });
});
