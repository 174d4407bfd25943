import { expect, it } from 'vitest';
import { eventBus } from '../../../src/services/eventbridge/event-bus.ts';
import { collectType } from '../../helpers/resource-suite.ts';

it('lists every page, for which the SDK has no paginator', async () => {
  const { records, sent } = await collectType(eventBus, [], {
    ListEventBuses: ({ NextToken }: { NextToken?: string }) =>
      NextToken === undefined
        ? { EventBuses: [{ Name: 'default', Arn: 'a' }], NextToken: 'more' }
        : { EventBuses: [{ Name: 'orders', Arn: 'b', Policy: '{}' }] },
  });
  expect(records.map(({ item }) => item)).toEqual([
    { id: 'default', arn: 'a', policy: undefined },
    { id: 'orders', arn: 'b', policy: '{}' },
  ]);
  expect(sent.map(({ input }) => input)).toEqual([{ Limit: 100 }, { Limit: 100, NextToken: 'more' }]);
});
