import { expect, it } from 'vitest';
import type { ProgressScope } from '../../src/inventory/rest.ts';
import { ScopeProgress } from '../../src/inventory/scope-progress.ts';

const of = (service: string, region: string): ProgressScope => ({
  type: `${service} things`,
  service,
  region,
  endpoint: region === 'global' ? 'us-east-1' : region,
  singleton: false,
  each: [],
  depth: 1,
  facets: [],
  shared: [],
});

it('counts a service when all its regions are read, and a region when all its services are', () => {
  const instances = of('ec2', 'eu-west-1');
  const volumes = of('ec2', 'eu-west-1');
  const elsewhere = of('ec2', 'us-east-1');
  const keys = of('kms', 'us-east-1');
  const users = of('iam', 'global');
  const progress = new ScopeProgress([instances, volumes, elsewhere, keys, users]);
  const shares = (): string => {
    const { services, regions, steps } = progress;
    return [services, regions, steps].map(({ done, total }) => `${done}/${total}`).join(' ');
  };
  expect(shares()).toBe('0/3 0/2 0/5');
  progress.listed(instances, ['eu-west-1', 'eu-west-1']);
  progress.reading(instances).done();
  expect(shares()).toBe('0/3 0/2 1/7');
  progress.finished(instances);
  progress.finished(users);
  expect(shares()).toBe('1/3 0/2 3/7');
  progress.finished(volumes);
  progress.finished(keys);
  expect(shares()).toBe('2/3 1/2 5/7');
  progress.finished(elsewhere);
  progress.reading(instances).done();
  expect(shares()).toBe('3/3 2/2 7/7');
  const pace = { most: 10, spreadMs: 0, answerMs: () => 100, pool: () => ({ atOnce: 4 }) };
  expect(progress.left(pace)).toEqual({ ms: 0, atLeast: false });
});
