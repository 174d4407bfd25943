import { describe, expect, it } from 'vitest';
import { estimateLines, estimateOf } from '../../src/cli/plan-estimate.ts';
import type { PlannedCall } from '../../src/inventory/planned-calls.ts';
import { audit } from './run.ts';

const call = (per: PlannedCall['per'], operations: number, regions: number): PlannedCall => ({
  service: 's3',
  per,
  resourceTypes: [],
  operations: Array.from({ length: operations }, (_, at) => `Get${at}`),
  actions: [],
  regions: Array.from({ length: regions }, (_, at) => `region-${at}`),
});

describe('what a scan takes', () => {
  it('is calls, time and money', () => {
    const estimate = estimateOf([call('account', 2, 1), call('region', 3, 4), call('resource', 5, 4)], 1000);
    expect(estimate).toMatchObject({ fixedCalls: 14, callsPerResource: 5, calls: 5014 });
    expect(estimate.dollars).toEqual({ guardDuty: 0.0201, secondTrail: 0.1003 });
    // 1,255 calls in the busiest region, ten at a time.
    expect(estimate.seconds).toBe(26);
    expect(estimateLines(estimate).join('\n')).toContain('5,014 for 1,000 of each');
  });

  it('is nothing where nothing is asked', () => {
    expect(estimateOf([], 100)).toMatchObject({ calls: 0, seconds: 0, dollars: { guardDuty: 0, secondTrail: 0 } });
  });

  it('is printed by audit plan, for as many resources as are named', async () => {
    const { stdout } = await audit(['plan', '--service', 's3', '--resources', '2000']);
    expect(stdout).toMatch(/for 2,000 of each/);
    expect(stdout).toMatch(/Time: about \d+ (s|min)/);
    expect(stdout).toMatch(/GuardDuty takes \$[\d.]+ .* each\s+trail after the first \$[\d.]+/s);
    const { stdout: json } = await audit(['plan', '--service', 's3', '--format', 'json']);
    expect(JSON.parse(json)).toMatchObject({ estimate: { resources: 100 } });
  });
});
