import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { PageContents, assertGoesOn, everyPage } from '../../src/aws/pages.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';

/** How the SDK describes a structure: a marker, namespace, name, traits, names and schemas of its members. */
type Structure = readonly [3, string, string, unknown, readonly string[], readonly unknown[]];

const isStructure = (schema: unknown): schema is Structure => Array.isArray(schema) && schema[0] === 3;
/** A member's schema may come with traits, and later. */
function lazily(schema: unknown): unknown {
  const bare: unknown = Array.isArray(schema) && typeof schema[0] === 'function' ? schema[0] : schema;
  return typeof bare === 'function' ? (bare as () => unknown)() : bare;
}

interface Flag {
  readonly operation: string;
  /** The member the list is wrapped in, if any. */
  readonly within: string | undefined;
  readonly flag: string;
  /** Members beside the flag. */
  readonly others: readonly string[];
}

/** Every member of an answer that says whether a list goes on, of all operations that checks declare. */
async function flags(): Promise<Flag[]> {
  const found = await Promise.all(
    callsOfPlan(planFor(checks)).map(async ({ service, calls }) => {
      const module = (await service.load()) as Record<string, new (input: object) => { schema: readonly unknown[] }>;
      return calls.flatMap((operation) => {
        const Command = module[`${operation}Command`];
        if (Command === undefined) throw new Error(`${operation}Command is missing`);
        const output = lazily(new Command({}).schema[5]);
        if (!isStructure(output)) return [];
        const inner = output[5].map(lazily);
        const wrapped = output[4].flatMap((name, index): [string, unknown][] => [[name, inner[index]]]);
        return [[undefined, output] as const, ...wrapped].flatMap(([within, schema]): Flag[] => {
          if (!isStructure(schema)) return [];
          return schema[4]
            .filter((name) => /truncated|has_?more|more_?results/i.test(name))
            .map((flag) => ({ operation, within, flag, others: schema[4].filter((name) => name !== flag) }));
        });
      });
    }),
  );
  return found.flat();
}

const all = await flags();

describe('an answer that says there is more', () => {
  it('is of these operations, among those that checks declare', () => {
    expect(all.length).toBeGreaterThanOrEqual(8);
    expect(all.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['GetAccountAuthorizationDetails', 'ListServerCertificates', 'ListDistributions']),
    );
  });

  it.each(all)('and not where is none: $operation $flag', ({ within, flag, others }) => {
    const answer = (list: object): object => ({ $metadata: {}, ...(within === undefined ? list : { [within]: list }) });
    expect(() => assertGoesOn(answer({ [flag]: true }), {})).toThrow('the answer is cut off');
    expect(() => assertGoesOn(answer({ [flag]: false }), {})).not.toThrow();
    const tokens = others.filter((name) => {
      try {
        assertGoesOn(answer({ [flag]: true, [name]: 'next' }), {});
        return true;
      } catch {
        return false;
      }
    });
    expect(tokens).not.toEqual([]);
    expect(tokens.every((name) => /marker|next|token/i.test(name))).toBe(true);
  });

  it('with an empty token is none', () => {
    expect(() => assertGoesOn({ IsTruncated: true, Marker: '' }, {})).toThrow('the answer is cut off');
  });
});

describe('an answer that repeats what it was asked with', () => {
  const asked = { Marker: 'm1', KeyMarker: 'k1' };

  it.each([
    ['CloudFront', { DistributionList: { IsTruncated: true, Marker: 'm1', Items: [] } }],
    ['S3', { IsTruncated: true, KeyMarker: 'k1', Marker: 'm1' }],
  ])('says nothing of where the list goes on: %s', (_, answer) => {
    expect(() => assertGoesOn(answer, asked)).toThrow('the answer is cut off');
  });

  it.each([
    ['under another name', { IsTruncated: true, Marker: 'm1', NextMarker: 'm2' }],
    ['under the same', { IsTruncated: true, Marker: 'm2' }],
    ['by one of several', { IsTruncated: true, KeyMarker: 'k1', NextKeyMarker: 'k1', NextVersionIdMarker: 'v2' }],
  ])('goes on when it says so too, %s', (_, answer) => expect(() => assertGoesOn(answer, asked)).not.toThrow());
});

describe('pages without a paginator', () => {
  const read = async (next: Record<string, string | undefined>): Promise<string[]> => {
    const pages: string[] = [];
    const ask = (token = 'first'): Promise<string> => Promise.resolve(token);
    for await (const page of everyPage(ask, (at) => next[at])) pages.push(page);
    return pages;
  };

  it('are read to the last one', async () => {
    expect(await read({ first: 'a', a: 'b', b: '' })).toEqual(['first', 'a', 'b']);
    expect(await read({})).toEqual(['first']);
  });

  it('are no list when they go in a circle', async () => {
    await expect(read({ first: 'a', a: 'b', b: 'a' })).rejects.toMatchObject({ name: 'MalformedAnswer' });
  });
});

describe('a list whose pages come with a token of their own each', () => {
  const entry = (id: number): object => ({ Id: `i-${id}`, Big: 2n, Text: 'x'.repeat(200) });
  /** How many pages are taken before the list is given up; Infinity when it never is. */
  const taken = (page: (at: number) => object, most = 1000): number => {
    const contents = new PageContents();
    for (let at = 0; at < most; at++) {
      try {
        contents.came({ $metadata: { at }, NextToken: `t${at}`, ...page(at) });
      } catch (error) {
        expect(error).toMatchObject({ name: 'MalformedAnswer' });
        return at;
      }
    }
    return Infinity;
  };

  it.each<[string, (at: number) => object]>([
    ['each has something new', (at) => ({ Items: [entry(at), entry(at + 1)] })],
    ['each has something new in one of two lists', (at) => ({ Users: [{ Id: 'u' }], Roles: [{ Id: `r${at}` }] })],
    ['each has something new in a list that is wrapped', (at) => ({ List: { Items: [entry(at)] } })],
    ['texts are new', (at) => ({ Arns: [`arn:${at}`] })],
    ['most are empty, some are not', (at) => ({ Items: at % 100 === 0 ? [entry(at)] : [] })],
    ['an entry comes again now and then', (at) => ({ Items: [entry(at % 3 === 0 ? 0 : at)] })],
    ['they have no entries at first', (at) => (at < 150 ? { Items: [] } : { Items: [entry(at)] })],
  ])('goes on while %s', (_what, page) => expect(taken(page)).toBe(Infinity));

  it.each<[string, (at: number) => object, number]>([
    ['all are the same', () => ({ Items: [entry(0)] }), 60],
    ['two alternate', (at) => ({ Items: [entry(at % 2)] }), 60],
    ['the same entries are grouped anew', (at) => ({ Items: [0, 1, 2].map((n) => entry((at + n) % 5)) }), 60],
    ['the same texts come', () => ({ Arns: ['arn:a', 'arn:b'] }), 60],
    ['the same comes wrapped', () => ({ List: { Items: [entry(0)], Quantity: 1 } }), 60],
    ['two lists repeat', () => ({ Users: [{ Id: 'u' }], Roles: [{ Id: 'r' }] }), 60],
    ['all are empty', () => ({ Items: [] }), 250],
    ['none has a list', () => ({}), 250],
    ['empty ones and the same one alternate', (at) => ({ Items: at % 2 === 0 ? [] : [entry(0)] }), 120],
  ])('is given up when %s', (_what, page, within) => expect(taken(page)).toBeLessThan(within));

  it('is given up without a paginator too', async () => {
    let asked = 0;
    const read = async (): Promise<void> => {
      const ask = (): Promise<object> => Promise.resolve({ Items: ['a'], NextToken: String(asked++) });
      for await (const _ of everyPage(ask, () => String(asked)));
    };
    await expect(read()).rejects.toMatchObject({ name: 'MalformedAnswer' });
    expect(asked).toBeLessThan(60);
  });
});
