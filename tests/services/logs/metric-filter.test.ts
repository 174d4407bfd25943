import { describe, expect, it } from 'vitest';
import { metricFilter } from '../../../src/services/logs/metric-filter.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const answer = {
  filterName: 'root',
  filterPattern: '{ $.userIdentity.type = "Root" }',
  logGroupName: 'trail',
  creationTime: 1,
  metricTransformations: [
    { metricName: 'Root', metricNamespace: 'Trail', metricValue: '1', dimensions: { User: '$.userIdentity.arn' } },
  ],
};

describe('AWS::Logs::MetricFilter', () => {
  it('lists every page of all log groups', async () => {
    const { records, sent } = await collectType(metricFilter, [], {
      DescribeMetricFilters: ({ nextToken }: { nextToken?: string }) =>
        nextToken === undefined
          ? { metricFilters: [answer], nextToken: 'more' }
          : { metricFilters: [{ filterName: 'all', logGroupName: 'trail' }] },
    });
    expect(records.map(({ arn, item }) => [arn, item])).toEqual([
      [
        'arn:aws:logs:eu-west-1:111122223333:log-group:trail:metric-filter:all',
        { id: 'trail/all', name: 'all', logGroup: 'trail', pattern: '', limited: false, metrics: [] },
      ],
      [
        'arn:aws:logs:eu-west-1:111122223333:log-group:trail:metric-filter:root',
        {
          id: 'trail/root',
          name: 'root',
          logGroup: 'trail',
          pattern: answer.filterPattern,
          limited: false,
          metrics: [{ namespace: 'Trail', name: 'Root', dimensions: ['User'], value: '1' }],
        },
      ],
    ]);
    expect(sent.map(({ input }) => input['logGroupName'])).toEqual([undefined, undefined]);
  });

  it('reads what it publishes', async () => {
    const metricTransformations = [
      { metricName: 'Root', metricNamespace: 'Trail', metricValue: '$.size', defaultValue: 0, unit: 'Bytes' },
    ];
    const { records } = await collectType(metricFilter, [], {
      DescribeMetricFilters: {
        metricFilters: [{ ...answer, metricTransformations, emitSystemFieldDimensions: ['@aws.account'] }],
      },
    });
    expect(records[0]?.item).toMatchObject({
      metrics: [{ dimensions: ['@aws.account'], value: '$.size', defaultValue: 0, unit: 'Bytes' }],
    });
  });

  it.each([{ fieldSelectionCriteria: '@aws.region = "eu-west-1"' }, { applyOnTransformedLogs: true }])(
    'marks a filter with %o as limited',
    async (extra) => {
      const { records } = await collectType(metricFilter, [], {
        DescribeMetricFilters: { metricFilters: [{ ...answer, ...extra }] },
      });
      expect(records[0]?.item).toMatchObject({ limited: true });
    },
  );
});
