import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/inventory/collect.ts';
import { Inventory } from '../../../src/inventory/inventory.ts';
import { planFor } from '../../../src/inventory/plan.ts';
import type { DailyMetric } from '../../../src/services/cloudwatch/metric.ts';
import { metric } from '../../../src/services/cloudwatch/metric.ts';
import { instance } from '../../../src/services/ec2/instance.ts';
import { emptyInventory } from '../../engine/fakes.ts';
import { awsError, stubbedApis } from '../../helpers/resource-suite.ts';
import type { Sent } from '../../helpers/resource-suite.ts';

interface Query {
  readonly Id: string;
  readonly MetricStat: { readonly Metric: { readonly MetricName: string; readonly Dimensions: { Value: string }[] } };
}
interface Input {
  readonly MetricDataQueries: readonly Query[];
  readonly NextToken?: string;
}

const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);
const check = (needs: readonly string[], days: number, id = 'c') =>
  ({ id, resource: instance, needs, along: {}, settings: { days: { type: 'integer', default: days } } }) as never;

async function collected(
  ids: readonly string[],
  GetMetricData: unknown,
  checks: readonly never[] = [check(['cpu'], 14)],
  settings = {},
) {
  const sent: Sent[] = [];
  const startedAt = '2026-06-01T13:14:15.000Z';
  const inventory = new Inventory({ ...emptyInventory().header, regions: ['eu-west-1'], startedAt });
  const answers = {
    DescribeInstances: { Reservations: [{ Instances: ids.map((InstanceId) => ({ InstanceId })) }] },
    GetMetricData,
  };
  await collect({ plan: planFor(checks, { settings }), inventory, apis: stubbedApis(answers, sent) });
  const listing = inventory.listings(instance)[0];
  const records = listing?.result.kind === 'present' ? listing.result.records : [];
  return { records, asked: sent.filter(({ operation }) => operation === 'GetMetricData').map(({ input }) => input) };
}

const results = (input: Input, of: (query: Query) => object): object => ({
  MetricDataResults: input.MetricDataQueries.map((query) => ({ Id: query.Id, StatusCode: 'Complete', ...of(query) })),
});

describe('a metric of a resource', () => {
  it('is asked for the whole days before the collection began, as many as a check looks back', async () => {
    const answer = (input: Input) => results(input, () => ({ Timestamps: [day('2026-05-31')], Values: [7] }));
    const { records, asked } = await collected(['i-1'], answer, [check(['cpu'], 3), check(['cpu'], 5, 'd')], {
      d: { days: 7 },
    });
    expect(asked).toEqual([
      {
        MetricDataQueries: [
          {
            Id: 'm0',
            MetricStat: {
              Metric: {
                Namespace: 'AWS/EC2',
                MetricName: 'CPUUtilization',
                Dimensions: [{ Name: 'InstanceId', Value: 'i-1' }],
              },
              Period: 86_400,
              Stat: 'Average',
            },
          },
        ],
        StartTime: day('2026-05-25'),
        EndTime: day('2026-06-01'),
        ScanBy: 'TimestampAscending',
      },
    ]);
    expect(records[0]?.outcomes['cpu']).toEqual({
      kind: 'present',
      value: { from: '2026-05-25', until: '2026-06-01', values: { '2026-05-31': 7 } },
    });
  });

  it('is asked for with 499 others', async () => {
    const ids = Array.from({ length: 401 }, (_, index) => `i-${index}`);
    const checks = [check(['cpu', 'networkIn', 'networkOut'], 2)];
    const { records, asked } = await collected(ids, (input: Input) => results(input, () => ({})), checks);
    expect(asked.map((input) => (input['MetricDataQueries'] as object[]).length)).toEqual([500, 500, 203]);
    expect(new Set(records.flatMap(({ outcomes }) => Object.values(outcomes).map(({ kind }) => kind)))).toEqual(
      new Set(['present']),
    );
  });

  it.each([
    ['has no data points, which is not zero', {}, { kind: 'present', value: { values: {} } }],
    [
      'has a part of them',
      { StatusCode: 'PartialData', Values: [1], Timestamps: [day('2026-05-31')] },
      { kind: 'failed', code: 'PartialData' },
    ],
    ['failed in CloudWatch', { StatusCode: 'InternalError' }, { kind: 'failed', code: 'InternalError' }],
    [
      'is forbidden',
      { StatusCode: 'Forbidden' },
      { kind: 'denied', actions: ['cloudwatch:GetMetricData'], code: 'Forbidden' },
    ],
    ['has no status', { StatusCode: undefined }, { kind: 'failed', code: 'NoStatus' }],
    ['is left out', { Id: 'other' }, { kind: 'failed', code: 'NotInAnswer' }],
  ])('%s: others in the request keep what they have', async (_name, odd, outcome) => {
    const { records } = await collected(['i-odd', 'i-well'], (input: Input) =>
      results(input, ({ MetricStat: { Metric } }) =>
        Metric.Dimensions[0]?.Value === 'i-odd' ? odd : { Timestamps: [day('2026-05-30')], Values: [3] },
      ),
    );
    expect(records[0]?.outcomes['cpu']).toMatchObject(outcome);
    expect(records[1]?.outcomes['cpu']).toMatchObject({ kind: 'present', value: { values: { '2026-05-30': 3 } } });
  });

  it('is put together of pages: the status on the last one counts', async () => {
    const { records } = await collected(['i-1'], (input: Input) =>
      input.NextToken === undefined
        ? {
            ...results(input, () => ({ StatusCode: 'PartialData', Timestamps: [day('2026-05-30')], Values: [1] })),
            NextToken: 'x',
          }
        : results(input, () => ({ Timestamps: [day('2026-05-31')], Values: [2] })),
    );
    expect(records[0]?.outcomes['cpu']).toMatchObject({ value: { values: { '2026-05-30': 1, '2026-05-31': 2 } } });
  });

  it('fails where values are of no day, on whichever page', async () => {
    const { records } = await collected(['i-1'], (input: Input) =>
      input.NextToken === undefined
        ? { ...results(input, () => ({ Values: [1] })), NextToken: 'x' }
        : results(input, () => ({ Timestamps: [day('2026-05-31')], Values: [2] })),
    );
    expect(records[0]?.outcomes['cpu']).toMatchObject({ kind: 'failed' });
  });

  it('is denied with the whole request', async () => {
    const { records } = await collected(['i-1', 'i-2'], awsError('AccessDenied', 'not authorized to perform', 403));
    expect(records.map(({ outcomes }) => outcomes['cpu']?.kind)).toEqual(['denied', 'denied']);
  });

  it('cannot be read by a check without the setting for its days', () => {
    expect(() => planFor([{ ...(check(['cpu'], 1) as object), settings: {} } as never])).toThrow(
      'needs the setting days',
    );
  });

  it('is 0 on silent days since the resource is there, where it is sent only when something happened', async () => {
    const spec = metric({
      namespace: () => 'N',
      name: () => 'M',
      stat: 'Sum',
      window: 'days',
      zeroSince: () => '2026-05-29T12:00:00.000Z',
      only: ({ id }) => id !== 'other',
      dimensions: ({ id }) => ({ Id: id }),
    });
    const asked = { now: new Date('2026-06-01T01:00:00.000Z'), days: 4 };
    expect(spec.ask({ id: 'other' }, asked as never)).toBeUndefined();
    const question = spec.ask({ id: 'one' }, asked);
    const api = {
      pages: async function* (_operation: string, input: Input) {
        yield results(input, () => ({ Timestamps: [day('2026-05-31')], Values: [2] }));
      },
    };
    const [answer] = (await spec.read(api as never, [question] as never)).values();
    expect(answer).toMatchObject({ values: { '2026-05-30': 0, '2026-05-31': 2 } });
    expect((answer as DailyMetric).values).not.toHaveProperty('2026-05-29');
  });

  it('has the same value whatever it is asked with', async () => {
    const spec = metric({
      namespace: 'N',
      name: 'M',
      stat: 'Sum',
      window: 'days',
      dimensions: ({ id }) => ({ Id: id }),
    });
    const asked = { now: new Date('2026-06-01T01:00:00.000Z') };
    const read = (questions: readonly object[]) => {
      const api = {
        pages: async function* (_operation: string, input: Input & { StartTime: Date; EndTime: Date }) {
          yield results(input, ({ MetricStat: { Metric } }) => {
            const n = Number(Metric.Dimensions[0]?.Value);
            const days = Array.from(
              { length: n % 9 },
              (_, back) => new Date(day('2026-05-31').getTime() - back * 86_400_000),
            );
            const Timestamps = days.filter((at) => input.StartTime <= at && at < input.EndTime);
            return {
              Timestamps,
              Values: Timestamps.map((at) => at.getUTCDate() * n),
              ...(n % 7 === 6 ? { StatusCode: 'InternalError' } : {}),
            };
          });
        },
      };
      return spec.read(api as never, questions as never[]) as Promise<ReadonlyMap<string, DailyMetric | Error>>;
    };
    const some = fc.uniqueArray(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), {
      selector: ([n]) => n,
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(some, async (all) => {
        const questions = all.map(([n, days]) => spec.ask({ id: String(n) }, { ...asked, days }) as { id: string });
        const together = await read(questions);
        for (const question of questions)
          expect(together.get(question.id)).toEqual((await read([question])).get(question.id));
      }),
      { numRuns: 60 },
    );
  });
});
