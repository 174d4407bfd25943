import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from '../../../checks/index.ts';
import { writeWhole } from '../../cli/output.ts';
import { Inventory } from '../../inventory/inventory.ts';
import type { ResourceRecord } from '../../inventory/inventory.ts';
import type { Outcome } from '../../aws/outcome.ts';
import { planFor } from '../../inventory/plan.ts';
import { snapshotLines } from '../../inventory/snapshot.ts';
import { securityGroup } from '../../services/ec2/security-group.ts';
import { volume } from '../../services/ec2/volume.ts';
import type { BenchRow } from './measure.ts';
import { run } from './measure.ts';

const regions = ['eu-west-1', 'us-east-1'];
const present = (value: unknown): Outcome => ({ kind: 'present', value });

/** A snapshot with as many resources as asked for, half security groups, half volumes, every tenth of them bad. */
export function syntheticInventory(resources: number): Inventory {
  const inventory = new Inventory({
    account: '111122223333',
    partition: 'aws',
    caller: 'arn:aws:iam::111122223333:user/bench',
    regions,
    skippedRegions: [],
    startedAt: '2026-06-01T00:00:00.000Z',
    version: '0.0.0',
  });
  for (const { type } of planFor(checks)) inventory.collected.add(type.key);
  for (const [at, region] of regions.entries()) {
    const indexes = Array.from({ length: resources / 4 }, (_, i) => i * 2 + at);
    const at_ = (kind: string, id: string): string => `arn:aws:ec2:${region}:111122223333:${kind}/${id}`;
    const groups = indexes.map((i): ResourceRecord => {
      const id = `sg-${i.toString(16).padStart(17, '0')}`;
      const rule = {
        direction: 'ingress',
        protocol: 'tcp',
        fromPort: 22,
        toPort: 22,
        cidrs: [i % 10 === 0 ? '0.0.0.0/0' : '10.0.0.0/8'],
        ipv6Cidrs: [],
        prefixLists: [],
        groups: [],
      };
      const item = {
        id,
        name: `service-${i}`,
        tags: { team: `team-${i % 40}` },
        ownerId: '111122223333',
        vpcId: 'vpc-0123456789abcdef0',
        rules: [rule],
      };
      return { item, arn: at_('security-group', id), region, outcomes: { prefixListCidrs: present({}) } };
    });
    const volumes = indexes.map((i): ResourceRecord => {
      const id = `vol-${i.toString(16).padStart(17, '0')}`;
      const item = {
        id,
        name: `data-${i}`,
        tags: { team: `team-${i % 40}` },
        encrypted: i % 10 !== 0,
        instanceIds: [`i-${i.toString(16).padStart(17, '0')}`],
      };
      return { item, arn: at_('volume', id), region, outcomes: {} };
    });
    inventory.add({ type: securityGroup.key, region, result: { kind: 'present', records: groups } });
    inventory.add({ type: volume.key, region, result: { kind: 'present', records: volumes } });
  }
  inventory.finishedAt = '2026-06-01T00:01:00.000Z';
  return inventory;
}

/** CPU and peak memory of judging a snapshot of 100,000 resources into each report. */
export async function benchLarge(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'audit-bench-'));
  try {
    const file = join(dir, 'large.ndjson');
    await writeWhole(file, snapshotLines(syntheticInventory(100_000)));
    const rows: BenchRow[] = [{ name: '100,000 resources: snapshot', value: statSync(file).size / 1e6, unit: 'MB' }];
    const only = ['--check', 'ec2-ebs-volume-encrypted', '--check', 'ec2-security-group-no-open-ingress-ssh'];
    for (const format of ['json', 'html', 'table']) {
      const out = join(dir, `report.${format}`);
      const { cpuMs, peakMb, wallMs } = await run([
        'dist/audit.cjs',
        '--from',
        file,
        ...only,
        '--format',
        format,
        '--output',
        out,
        '--quiet',
      ]);
      rows.push(
        { name: `100,000 resources to ${format}: CPU`, value: cpuMs, unit: 'ms' },
        { name: `100,000 resources to ${format}: wall`, value: wallMs, unit: 'ms' },
        { name: `100,000 resources to ${format}: peak memory`, value: peakMb, unit: 'MB', target: 250 },
        {
          name: `100,000 resources to ${format}: file`,
          value: statSync(out).size / 1e6,
          unit: 'MB',
          ...(format === 'html' ? { target: 10 } : {}),
        },
      );
    }
    return rows;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
