import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureMoto, startMoto } from '../../../tests/harness/moto.ts';
import type { BenchRow } from './measure.ts';
import { median, root, run } from './measure.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { seedAccount } from './seed.ts';

const credentials = {
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};
const regions = ['eu-west-1', 'us-east-1', 'us-west-2'];

/** A scan of a fixed account in the emulator, beside the floor: the same requests made raw. */
export async function benchScan(): Promise<BenchRow[]> {
  const moto = await ensureMoto();
  if (!moto.available) {
    console.log(`no scan benchmark: ${moto.reason}`);
    return [];
  }
  const emulator = await startMoto({});
  const dir = mkdtempSync(join(tmpdir(), 'audit-bench-'));
  try {
    await seedAccount(emulator.url, regions);
    const proxy = await startRecordingProxy(emulator.url);
    const args = [
      'dist/audit.cjs',
      '--format',
      'json',
      '--output',
      join(dir, 'report.json'),
      '--quiet',
      ...regions.flatMap((r) => ['--region', r]),
    ];
    const env = { ...credentials, AWS_ENDPOINT_URL: proxy.url };
    await run(args, env);
    const requests = [...proxy.requests];
    const recorded = join(dir, 'requests.json');
    writeFileSync(recorded, JSON.stringify(requests));
    const scan = await median(3, () => run(args, env));
    const floor = await median(3, () => run([join(root, 'src/dev/bench/floor.mjs'), recorded, proxy.url]));
    const judge = await median(3, () =>
      run(['dist/audit.cjs', '--demo', '--format', 'json', '--output', join(dir, 'demo.json'), '--quiet']),
    );
    await proxy.stop();
    return [
      { name: 'scan of the emulated account: requests', value: requests.length, unit: '' },
      { name: 'scan: CPU, start included', value: scan.cpuMs, unit: 'ms' },
      { name: 'scan: CPU per request, start included', value: scan.cpuMs / requests.length, unit: 'ms', target: 2 },
      { name: 'scan: peak memory', value: scan.peakMb, unit: 'MB', target: 250 },
      { name: 'scan: wall (the emulator is the limit)', value: scan.wallMs, unit: 'ms' },
      { name: 'floor, the same requests raw: CPU', value: floor.cpuMs, unit: 'ms' },
      { name: 'scan to floor', value: scan.cpuMs / floor.cpuMs, unit: '×' },
      { name: 'judging the demo account alone: CPU', value: judge.cpuMs, unit: 'ms' },
    ];
  } finally {
    await emulator.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
