import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { CauseLedger } from '../../../src/engine/causes/ledger.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import { slowness } from '../../yardstick.ts';
import { account, bucket, checkOf, finding } from './account.ts';

const count = 100_000;

/** A large account: open groups that several checks mind, buckets and instances to be changed one by one, and regions. */
function made(at: number): Finding {
  const thing = String(Math.floor(at / 5)).padStart(6, '0');
  const group = `arn:aws:ec2:eu-west-1:${account}:security-group/sg-${thing}`;
  switch (at % 5) {
    case 0:
      return finding('ec2-security-group-no-open-ingress-ssh', `sg-${thing}`, { arn: group, changes: [group] });
    case 1:
      return finding('ec2-security-group-no-open-ingress-any-port', `sg-${thing}`, { arn: group, changes: [group] });
    case 2:
      return bucket('s3-bucket-public-access-blocked', `bucket-${thing}`);
    case 3:
      return bucket('s3-bucket-secure-transport-enforced', `bucket-${thing}`, {
        fix: { cli: `aws s3api put-bucket-policy --bucket bucket-${thing} --policy '{"Version":"2012-10-17"}'` },
      });
    default:
      return finding('ec2-instance-imdsv2-required', `i-${thing}`);
  }
}

describe('the causes of 100,000 findings', () => {
  it('take about a second of CPU and less than 50 MB', () => {
    const findings = Array.from({ length: count }, (_, at) => [made(at), checkOf(made(at).check)] as const);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const slow = slowness();
    collect();
    const heap = process.memoryUsage().heapUsed;
    const begun = process.cpuUsage();
    const ledger = new CauseLedger(checks, account);
    for (const [each, check] of findings) ledger.add(each, check);
    const causes = ledger.list({ account, partition: 'aws', regions: () => 20 });
    const { user, system } = process.cpuUsage(begun);
    collect();
    const grown = process.memoryUsage().heapUsed - heap;
    // Both are asked for only now, so that the findings are in memory before and after.
    expect([findings.length, causes.length]).toEqual([count, 80_000]);
    // CPU time, for which a busy or slow machine makes up; the tests' loader makes code slower than it is in the program.
    const seconds = (user + system) / 1e6 / Math.max(slow, slowness());
    expect(seconds).toBeLessThan(1.5);
    expect(grown / 1e6).toBeLessThan(50);
  }, 60_000);
});
