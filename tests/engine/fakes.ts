import { service } from '../../src/aws/service.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { ResourceRecord } from '../../src/inventory/inventory.ts';
import type { Gap, Outcome } from '../../src/aws/outcome.ts';
import { resource } from '../../src/inventory/resource.ts';

interface FakeModule {
  readonly Client: unknown;
  readonly ListThingsCommand: new (input: object) => {
    input: object;
    resolveMiddleware(): () => Promise<{ output: { names: string[] } }>;
  };
  readonly GetColourCommand: new (input: { name: string }) => {
    input: { name: string };
    resolveMiddleware(): () => Promise<{ output: { colour: string } }>;
  };
}

/** A service that exists in tests only, and there not in us-east-1. */
export const fake = service<FakeModule>({
  id: 'fake',
  sdkId: 'Fake',
  missingIn: ['us-east-1'],
  load: () => Promise.reject(new Error('the fake service is never called')),
});

export const thing = resource(fake, 'Test::Fake::Thing', {
  calls: ['ListThings'],
  async *list() {
    yield { id: 'none' };
  },
  arn: ({ id }, { account, region }) => `arn:aws:fake:${region}:${account}:${id}`,
}).facets((facet) => ({
  colour: facet({
    calls: ['GetColour'],
    absentOn: ['NoColour'],
    read: (api, { id }) => api.call('GetColour', { name: id }),
  }),
}));

export const other = resource(fake, 'Test::Fake::Other', {
  calls: ['ListThings'],
  async *list() {
    yield { id: 'none' };
  },
  arn: ({ id }) => `arn:aws:fake:::${id}`,
}).facets((facet) => ({
  colour: facet({ calls: ['GetColour'], read: (api, { id }) => api.call('GetColour', { name: id }) }),
}));

/** Listed for the whole account; each lives in a region of its own. */
export const roamer = resource(fake, 'Test::Fake::Roamer', {
  calls: ['ListThings'],
  scope: 'global',
  regionFrom: 'home',
  async *list() {
    yield { id: 'none' };
  },
  arn: ({ id }) => `arn:aws:fake:::${id}`,
}).facets((facet) => ({
  home: facet({ calls: ['GetColour'], read: (api, { id }) => api.call('GetColour', { name: id }) }),
}));

export const denied: Gap = {
  kind: 'denied',
  actions: ['fake:GetColour'],
  code: 'AccessDenied',
  by: 'missing-permission',
};
export const failed: Gap = { kind: 'failed', actions: ['fake:ListThings'], code: 'InternalError', message: 'it broke' };
export const unsupported: Gap = { kind: 'unsupported', code: 'ENOTFOUND' };
export const colour = (value: string): Outcome => ({ kind: 'present', value: { colour: value } });

export function emptyInventory(regions: readonly string[] = ['eu-west-1', 'us-east-1'], partition = 'aws'): Inventory {
  const inventory = new Inventory({
    account: '111122223333',
    partition,
    caller: 'arn:aws:iam::111122223333:user/test',
    regions,
    skippedRegions: [],
    startedAt: '2026-06-01T00:00:00.000Z',
    version: '0.0.0',
  });
  inventory.collected.add(thing.key).add(other.key);
  return inventory;
}

export const record = (
  id: string,
  outcomes: Record<string, Outcome> = {},
  region = 'eu-west-1',
  tags?: Record<string, string>,
): ResourceRecord => ({
  item: { id, ...(tags === undefined ? {} : { tags }) },
  arn: `arn:aws:fake:${region}:111122223333:${id}`,
  region,
  outcomes,
});

/** An inventory of things (and others) by region; a gap in place of records is a list that failed. */
export function inventoryOf(
  things: Record<string, readonly ResourceRecord[] | Gap>,
  others: Record<string, readonly ResourceRecord[] | Gap> = {},
): Inventory {
  const inventory = emptyInventory();
  for (const [type, scopes] of [
    [thing.key, things],
    [other.key, others],
  ] as const) {
    for (const [region, result] of Object.entries(scopes)) {
      inventory.add({
        type,
        region,
        result: Array.isArray(result)
          ? { kind: 'present', records: result as readonly ResourceRecord[] }
          : (result as Gap),
      });
    }
  }
  return inventory;
}
