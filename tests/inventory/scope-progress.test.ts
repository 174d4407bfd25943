import { expect, it } from 'vitest';
import { ScopeProgress } from '../../src/inventory/scope-progress.ts';

it('counts a service when all its regions are read, and a region when all its services are', () => {
  const progress = new ScopeProgress([
    { service: 'ec2', region: 'eu-west-1' },
    { service: 'ec2', region: 'eu-west-1' },
    { service: 'ec2', region: 'us-east-1' },
    { service: 'kms', region: 'us-east-1' },
    { service: 'iam', region: 'global' },
  ]);
  const shares = (): string => {
    const { services, regions, steps } = progress;
    return [services, regions, steps].map(({ done, total }) => `${done}/${total}`).join(' ');
  };
  expect(shares()).toBe('0/3 0/3 0/5');
  progress.listed(2);
  progress.read();
  expect(shares()).toBe('0/3 0/3 1/7');
  progress.finished('ec2', 'eu-west-1');
  progress.finished('iam', 'global');
  expect(shares()).toBe('1/3 1/3 3/7');
  progress.finished('ec2', 'eu-west-1');
  progress.finished('kms', 'us-east-1');
  expect(shares()).toBe('2/3 2/3 5/7');
  progress.finished('ec2', 'us-east-1');
  progress.read();
  expect(shares()).toBe('3/3 3/3 7/7');
});
