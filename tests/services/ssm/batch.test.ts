import { describe, expect, it } from 'vitest';
import { Batch } from '../../../src/services/ssm/batch.ts';

const batchOf = (most: number, fails = false) => {
  const asked: (readonly string[])[] = [];
  const batch = new Batch<string>(most, (names) => {
    asked.push(names);
    return fails ? Promise.reject(new Error('no')) : Promise.resolve(new Map(names.map((name) => [name, `${name}!`])));
  });
  return { batch, asked };
};

describe('Batch', () => {
  it('joins what is asked at the same time, up to the limit', async () => {
    const { batch, asked } = batchOf(2);
    expect(await Promise.all(['a', 'b', 'c'].map((name) => batch.get(name)))).toEqual(['a!', 'b!', 'c!']);
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('asks again for what comes later', async () => {
    const { batch, asked } = batchOf(10);
    await batch.get('a');
    await batch.get('b');
    expect(asked).toEqual([['a'], ['b']]);
  });

  it('fails for all names of a request that fails', async () => {
    const { batch } = batchOf(10, true);
    const results = await Promise.allSettled(['a', 'b'].map((name) => batch.get(name)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('gives nothing for a name that the answer left out', async () => {
    const batch = new Batch<string>(10, () => Promise.resolve(new Map()));
    expect(await batch.get('a')).toBeUndefined();
  });
});
