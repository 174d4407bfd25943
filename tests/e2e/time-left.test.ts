import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Front } from '../../src/stand-in/front.ts';
import { root } from '../../src/stand-in/root.ts';
import { startWorld } from '../../src/stand-in/world.ts';
import { runCli } from '../program/cli.ts';
import { accountKeys, regions } from '../inventory/many-regions.ts';
import { slowness } from '../yardstick.ts';

/** What is said of the time left, and how long after the reading began, in ms. */
interface Said {
  readonly at: number;
  readonly seconds: number;
}

/** Scans 20 regions. @returns also when it ended */
async function scan(services: string, prepare: (front: Front) => void): Promise<{ endedAt: number; said: Said[] }> {
  const front = await startWorld();
  const Regions = regions.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' }));
  front.answer({ service: 'ec2', operation: 'DescribeRegions' }, { Regions });
  prepare(front);
  const said: Said[] = [];
  let begunAt = NaN;
  const result = await runCli(
    ['scan', '--service', services, '--fail-on', 'none', '--allow-incomplete', '-f', 'json'],
    {
      endpoint: front.url,
      nodeArgs: ['--require', path.join(root, 'tests/program/terminal.cjs')],
      env: { TERM: 'xterm' },
      onSpawn(child) {
        begunAt = performance.now();
        child.stderr?.on('data', (text: Buffer) => {
          const found = /about (\d+) s left/.exec(text.toString());
          if (found !== null) said.push({ at: performance.now() - begunAt, seconds: Number(found[1]) });
        });
      },
    },
  );
  expect(result.code).toBe(0);
  const endedAt = performance.now() - begunAt;
  await front.stop();
  return { endedAt, said };
}

/** The line is in whole seconds: of the last one and a half it cannot tell the half. */
const lastMs = 1500;

describe('the built program says of a scan of 20 regions how long it still takes', () => {
  it.each<[string, string, (front: Front) => void]>([
    ['little in all', 'kms,ec2', (front) => front.faults({ rules: [{ latencyMs: 700 }] })],
    [
      'much in one',
      'kms',
      (front) => {
        front.faults({ rules: [{ latencyMs: [225, 375] }] });
        accountKeys(front, (region) => (region === 'eu-west-1' ? 50 : 0));
      },
    ],
  ])(
    '%s',
    async (_name, services, prepare) => {
      const { endedAt, said } = await scan(services, prepare);
      const counted = said.filter(({ at }) => at >= endedAt / 5 && endedAt - at > lastMs);
      const factors = counted.map(({ at, seconds }) => (1000 * seconds) / (endedAt - at));
      // A machine that others keep busy goes on at another pace than it has begun with.
      const allowed = 1.5 * slowness();
      if (process.env['TOLD'] === '1')
        process.stdout.write(`${Math.round(endedAt)} ms, ${allowed}: ${curve(factors)}\n`);
      expect(counted.length).toBeGreaterThan(5);
      const right = factors.filter((factor) => factor > 1 / allowed && factor < allowed);
      expect(right.length / factors.length).toBeGreaterThanOrEqual(0.75);
    },
    60_000,
  );
});

const curve = (factors: readonly number[]): string => factors.map((factor) => factor.toFixed(2)).join(' ');
