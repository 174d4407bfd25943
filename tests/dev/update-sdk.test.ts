import { describe, expect, it } from 'vitest';
import { chosenVersions } from '../../src/dev/update-sdk.ts';

const published = (clients: Record<string, string[]>) =>
  new Map(Object.entries(clients).map(([client, versions]) => [client, new Set(versions)]));

describe('the versions of the clients', () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ['one that all have is enough', { a: ['3.2.0', '3.1.0'], b: ['3.2.0'] }, ['3.2.0']],
    ['versions are compared as numbers', { a: ['3.9.0', '3.10.0'], b: ['3.9.0', '3.10.0'] }, ['3.10.0']],
    [
      'a newer one that most have stands beside the one that all have',
      { a: ['3.9.0', '3.5.0'], b: ['3.9.0', '3.5.0'], c: ['3.9.0', '3.5.0'], d: ['3.5.0'] },
      ['3.9.0', '3.5.0'],
    ],
    ['a newer one that few have does not', { a: ['3.9.0', '3.5.0'], b: ['3.5.0'], c: ['3.5.0'] }, ['3.5.0']],
    [
      'none is older than the rarest client forces',
      { a: ['3.9.0', '3.1.0'], b: ['3.8.0', '3.1.0'] },
      ['3.9.0', '3.8.0'],
    ],
  ])('%s', (_, clients, versions) => {
    expect(chosenVersions(published(clients))).toEqual(versions);
  });
});
