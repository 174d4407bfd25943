import { accountFromDetails } from '../../iam/graph/details.ts';
import { findPaths } from '../../iam/paths/paths.ts';
import type { BenchRow } from './measure.ts';
import { syntheticAccount } from './synthetic-iam.ts';

/** CPU seconds of one search over an account with this many principals, and how far memory grew above what was there. */
function measure(principals: number): { seconds: number; megabytes: number } {
  const account = accountFromDetails(syntheticAccount(principals));
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  const result = findPaths(account);
  const used = process.cpuUsage(started);
  const found = result.principals.filter(({ verdict }) => verdict === 'proven').length;
  if (found < principals / 20) throw new Error('the benchmark finds hardly any path, so it measures nothing');
  return { seconds: (used.user + used.system) / 1e6, megabytes: (process.memoryUsage().rss - before) / 1e6 };
}

/** Measures the search for attack paths: every principal against all edges. */
export function benchPaths(): BenchRow[] {
  const small = measure(1000);
  const large = measure(10_000);
  return [
    { name: 'attack paths of 1,000 principals, all edges', value: small.seconds, unit: 's CPU', target: 3 },
    { name: 'attack paths of 1,000 principals, memory', value: small.megabytes, unit: 'MB', target: 200 },
    { name: 'attack paths of 10,000 principals, all edges', value: large.seconds, unit: 's CPU', target: 60 },
  ];
}
