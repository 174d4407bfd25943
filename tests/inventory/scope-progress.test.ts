import { expect, it } from 'vitest';
import { ScopeProgress } from '../../src/inventory/scope-progress.ts';

const of = (service: string, region: string) => ({ service, region, callsEach: 1 });

it('counts a service when all its regions are read, and a region when all its services are', () => {
  const progress = new ScopeProgress([
    { service: 'ec2', region: 'eu-west-1', callsEach: 1 },
    { service: 'ec2', region: 'eu-west-1', callsEach: 1 },
    { service: 'ec2', region: 'us-east-1', callsEach: 1 },
    { service: 'kms', region: 'us-east-1', callsEach: 1 },
    { service: 'iam', region: 'global', callsEach: 1 },
  ]);
  const shares = (): string => {
    const { services, regions, steps } = progress;
    return [services, regions, steps].map(({ done, total }) => `${done}/${total}`).join(' ');
  };
  expect(shares()).toBe('0/3 0/2 0/5');
  progress.listed(of('ec2', 'eu-west-1'), 2);
  progress.read(of('ec2', 'eu-west-1'));
  expect(shares()).toBe('0/3 0/2 1/7');
  progress.finished(of('ec2', 'eu-west-1'));
  progress.finished(of('iam', 'global'));
  expect(shares()).toBe('1/3 0/2 3/7');
  progress.finished(of('ec2', 'eu-west-1'));
  progress.finished(of('kms', 'us-east-1'));
  expect(shares()).toBe('2/3 1/2 5/7');
  progress.finished(of('ec2', 'us-east-1'));
  progress.read(of('ec2', 'eu-west-1'));
  expect(shares()).toBe('3/3 2/2 7/7');
});
