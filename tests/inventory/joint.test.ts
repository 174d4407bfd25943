import fc from 'fast-check';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sessionServices } from '../../src/services/session-services.ts';
import { collect } from '../../src/inventory/collect.ts';
import { FileJournal } from '../../src/inventory/file-journal.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { QuestionPool, askTogether } from '../../src/inventory/joint.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { plannedCalls } from '../../src/inventory/planned-calls.ts';
import { resource } from '../../src/inventory/resource.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import { s3 } from '../../src/services/s3/service.ts';
import { ssm } from '../../src/services/ssm/service.ts';
import { emptyInventory } from '../engine/fakes.ts';
import { awsError, collectType, stubbedApis } from '../helpers/resource-suite.ts';
import type { Answers, Sent } from '../helpers/resource-suite.ts';

/** A type whose facet asks for three parameters at once. */
const thing = resource(ssm, 'AWS::SSM::Thing', {
  calls: ['DescribeParameters'],
  narrows: {
    DescribeParameters: { Filters: 'unless given', ParameterFilters: 'unless given', Shared: 'unless given' },
  },
  async *list(api) {
    const { Parameters } = await api.call('DescribeParameters');
    for (const { Name = '', Type } of Parameters ?? []) yield { id: Name, arn: `arn:${Name}`, type: Type };
  },
}).facets((facet) => ({
  value: facet.batch({
    calls: ['GetParameters'],
    most: 3,
    asks: ({ type }) => type !== 'SecureString',
    spoiledBy: ['ParameterNotFound'],
    absentOn: ['ParameterNotFound'],
    async read(api, items) {
      const { Parameters, InvalidParameters } = await api.call('GetParameters', { Names: items.map(({ id }) => id) });
      return new Map<string, string | undefined | Error>([
        ...(Parameters ?? []).map(({ Name = '', Value }) => [Name, Value] as const),
        ...(InvalidParameters ?? []).map((name) => [name, awsError('Odd', 'odd')] as const),
      ]);
    },
  }),
}));

const listed = (...names: string[]) => ({
  Parameters: names.map((Name) => ({ Name, Type: Name.startsWith('secret') ? 'SecureString' : 'String' })),
});

/** Answers of a service with parameters that are there, gone (and spoil the request), odd or left out. */
const service = ({ Names }: { Names: string[] }): unknown =>
  Names.some((name) => name.startsWith('gone'))
    ? awsError('ParameterNotFound', 'gone')
    : {
        Parameters: Names.filter((name) => name.startsWith('is')).map((Name) => ({ Name, Value: `${Name}!` })),
        InvalidParameters: Names.filter((name) => name.startsWith('odd')),
      };

const outcomes = async (answers: Answers) => {
  const { records, sent } = await collectType(thing, ['value'], answers);
  return {
    found: Object.fromEntries(records.map(({ item, outcomes: { value } }) => [item.id, value])),
    asked: sent.filter(({ operation }) => operation === 'GetParameters').map(({ input }) => input['Names'] as string[]),
  };
};

describe('a facet that is asked for many resources at once', () => {
  it('asks for as many as one request takes, and not for those that are not asked about', async () => {
    const names = ['is1', 'is2', 'secret', 'is3', 'is4'];
    const { found, asked } = await outcomes({ DescribeParameters: listed(...names), GetParameters: service });
    expect(asked).toEqual([['is1', 'is2', 'is3'], ['is4']]);
    expect(found['is4']).toEqual({ kind: 'present', value: 'is4!' });
    expect(found['secret']).toEqual({ kind: 'present', value: undefined });
  });

  it('tells an id that the answer leaves out from one that it says failed, and both from the others', async () => {
    const { found } = await outcomes({ DescribeParameters: listed('is', 'odd', 'silent'), GetParameters: service });
    expect(found).toEqual({
      is: { kind: 'present', value: 'is!' },
      odd: { kind: 'failed', actions: ['ssm:GetParameters'], code: 'Odd', message: 'odd' },
      silent: {
        kind: 'failed',
        actions: ['ssm:GetParameters'],
        code: 'NotInAnswer',
        message: 'the answer leaves out silent',
      },
    });
  });

  it('asks in halves where one resource spoils the request', async () => {
    const { found, asked } = await outcomes({
      DescribeParameters: listed('is1', 'gone', 'is2'),
      GetParameters: service,
    });
    expect(found).toEqual({
      is1: { kind: 'present', value: 'is1!' },
      gone: { kind: 'absent', code: 'ParameterNotFound' },
      is2: { kind: 'present', value: 'is2!' },
    });
    expect(asked).toEqual([['is1', 'gone', 'is2'], ['is1', 'gone'], ['is2'], ['is1'], ['gone']]);
  });

  it.each([
    ['denied', awsError('AccessDeniedException', 'User: x is not authorized to perform', 400), 'denied'],
    ['refused', awsError('ValidationException', 'no', 400), 'failed'],
  ])('says of all of a request that was %s that it was', async (_name, error, kind) => {
    const { records, sent } = await collectType(thing, ['value'], {
      DescribeParameters: listed('is1', 'is2', 'is3', 'is4'),
      GetParameters: error,
    });
    expect(records.map(({ outcomes: { value } }) => value?.kind)).toEqual([kind, kind, kind, kind]);
    expect(sent.filter(({ operation }) => operation === 'GetParameters')).toHaveLength(2);
  });

  it('counts a request that failed once in the coverage', async () => {
    const inventory = new Inventory(emptyInventory().header);
    const answers = { DescribeParameters: listed('is1', 'is2'), GetParameters: awsError('AccessDenied', '', 403) };
    await collect({ plan, inventory, apis: stubbedApis(answers, []) });
    expect(inventory.calls.get('ssm/eu-west-1')).toMatchObject({ denied: 1, failed: 0 });
  });

  it('goes on where an interrupted collection stopped: what was answered is not asked again', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'joint-')), 'x');
    const names = ['is1', 'is2', 'is3', 'is4'];
    const run = async (resume: boolean, GetParameters: unknown): Promise<Sent[]> => {
      const sent: Sent[] = [];
      const journal = new FileJournal(file, resume);
      const inventory = new Inventory({ ...emptyInventory().header, regions: ['eu-west-1'] });
      journal.start(inventory.header);
      const answers = { DescribeParameters: listed(...names), GetParameters };
      await collect({ plan, inventory, apis: stubbedApis(answers, sent), journal });
      journal.close();
      return sent;
    };
    // the second request fails in passing, which is asked again
    await run(false, ({ Names }: { Names: string[] }) =>
      Names.includes('is4') ? awsError('ValidationException', '', 400) : service({ Names }),
    );
    expect((await run(true, service)).map(({ input }) => input['Names'])).toEqual([['is4']]);
  });

  it('is in the plan as one call for so many resources', () => {
    const call = plannedCalls(plan, sessionServices, ['eu-west-1'], 'aws').find(
      ({ operations }) => operations[0] === 'GetParameters',
    );
    expect(call).toMatchObject({ per: 'resource', unit: '3 AWS::SSM::Thing', actions: ['ssm:GetParameters'] });
  });

  it('cannot be declared where each resource may live in another region', () => {
    const declare = () =>
      bucket.facets((facet) => ({
        many: facet.batch({ calls: ['ListBuckets'], most: 2, read: () => Promise.resolve(new Map()) }),
      }));
    expect(declare).toThrow('each may live in another region');
    expect(s3.scope).toBe('global');
  });
});

const plan = planFor([{ id: 't', resource: thing, needs: ['value'], along: {} }]);

/** What is known of one id: a value, an error for it, nothing, or one that spoils every request it is in. */
const kinds = ['is', 'odd', 'silent', 'gone'] as const;

describe('whatever questions go together', () => {
  const ids = fc.uniqueArray(fc.tuple(fc.constantFrom(...kinds), fc.nat(200)).map(([kind, n]) => `${kind}${n}`));
  const read = (questions: readonly { id: string }[]): Promise<ReadonlyMap<string, unknown>> => {
    const spoilt = questions.some(({ id }) => id.startsWith('gone'));
    if (spoilt) return Promise.reject(awsError('Gone'));
    return Promise.resolve(
      new Map(
        questions.flatMap(({ id }): [string, unknown][] =>
          id.startsWith('silent') ? [] : [[id, id.startsWith('odd') ? awsError('Odd', id) : `${id}!`]],
        ),
      ),
    );
  };
  const alone = async (id: string) => (await askTogether([{ id }], ['Gone'], read))[0];

  it('each ends as it would alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        async (all, most, askers) => {
          const sizes: number[] = [];
          const pool = new QuestionPool(askers, { most, spoiledBy: ['Gone'] }, (questions) => {
            sizes.push(questions.length);
            return read(questions);
          });
          const found = all.map((id) => pool.get(id));
          for (let asker = askers - 1; asker >= 0; asker--)
            pool.tell(asker, new Map(all.filter((_, index) => index % askers === asker).map((id) => [id, { id }])));
          expect(await Promise.all(found)).toEqual(await Promise.all(all.map(alone)));
          expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(most);
          // one request for each group, and as many again as halves need
          if (!all.some((id) => id.startsWith('gone'))) expect(sizes).toHaveLength(Math.ceil(all.length / most));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('nothing is asked before everyone has told, nor for what nobody told', async () => {
    const asked: string[] = [];
    const pool = new QuestionPool(2, { most: 2, spoiledBy: [] }, (questions) => {
      asked.push(questions.map(({ id }) => id).join());
      return read(questions);
    });
    pool.tell(0, new Map([['a', { id: 'is1' }]]));
    pool.tell(0, new Map([['b', { id: 'is2' }]]));
    const found = [pool.get('a'), pool.get('b')];
    await new Promise(setImmediate);
    expect(asked).toEqual([]);
    pool.tell(1, new Map());
    expect(await Promise.all(found)).toEqual([{ value: 'is1!' }, undefined]);
    expect(asked).toEqual(['is1']);
  });
});
