import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureMoto, startMoto } from '../../stand-in/moto.ts';
import type { BenchRow, Usage } from './measure.ts';
import { median, root, run } from './measure.ts';
import { startCannedServer, startRecordingProxy } from './recording-proxy.ts';
import type { BenchServer } from './recording-proxy.ts';
import { seedAccount } from './seed.ts';

const credentials = {
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};
const regions = ['eu-west-1', 'us-east-1', 'us-west-2'];

/**
 * A scan of a fixed account in the emulator, beside the floor: the same requests made raw. Once against the emulator
 * itself, once against a server that gives its answers again and keeps connections open.
 */
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
    const exchanges = [...proxy.exchanges];
    const count = exchanges.length;
    const recorded = join(dir, 'requests.json');
    writeFileSync(recorded, JSON.stringify(exchanges.map(({ answer: _answer, ...request }) => request)));
    const floorOf = (url: string): Promise<Usage> => run([join(root, 'src/dev/bench/floor.mjs'), recorded, url]);
    const scan = await median(3, () => run(args, env));
    const floor = await median(3, () => floorOf(proxy.url));
    await proxy.stop();
    // The emulator closes every connection and takes its time; AWS does neither. So the same once more, kept open.
    const withServer = async (work: (server: BenchServer) => Promise<Usage>): Promise<Usage> => {
      const server = await startCannedServer(exchanges);
      try {
        return await work(server);
      } finally {
        await server.stop();
      }
    };
    const scanAt = ({ url }: BenchServer): Promise<Usage> => run(args, { ...credentials, AWS_ENDPOINT_URL: url });
    const kept = await median(5, () => withServer(scanAt));
    const keptFloor = await median(5, () => withServer(({ url }) => floorOf(url)));
    const judge = await median(3, () =>
      run(['dist/audit.cjs', '--demo', '--format', 'json', '--output', join(dir, 'demo.json'), '--quiet']),
    );
    return [
      { name: 'scan of the emulated account: requests', value: count, unit: '' },
      { name: 'scan, connections kept as AWS keeps them: CPU, start included', value: kept.cpuMs, unit: 'ms' },
      { name: 'the same: CPU per request', value: kept.cpuMs / count, unit: 'ms', target: 2 },
      { name: 'the same: wall', value: kept.wallMs, unit: 'ms' },
      { name: 'the same: peak memory', value: kept.peakMb, unit: 'MB', target: 250 },
      { name: 'its floor, the same requests raw: CPU', value: keptFloor.cpuMs, unit: 'ms' },
      { name: 'scan to floor', value: kept.cpuMs / keptFloor.cpuMs, unit: '×' },
      { name: 'scan of the emulator, which closes every connection: CPU', value: scan.cpuMs, unit: 'ms' },
      { name: 'the same: CPU per request, start included', value: scan.cpuMs / count, unit: 'ms' },
      { name: 'its floor, the same requests raw: CPU', value: floor.cpuMs, unit: 'ms' },
      { name: 'scan to floor', value: scan.cpuMs / floor.cpuMs, unit: '×' },
      { name: 'judging the demo account alone: CPU', value: judge.cpuMs, unit: 'ms' },
    ];
  } finally {
    await emulator.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
