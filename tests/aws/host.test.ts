import { describe, expect, it } from 'vitest';
import { Host } from '../../src/aws/host.ts';
import { Limiter } from '../../src/aws/limiter.ts';

/** Resolves when it is told to. */
function held(): { readonly promise: Promise<void>; readonly end: () => void } {
  let end = (): void => {};
  const promise = new Promise<void>((resolve) => (end = resolve));
  return { promise, end };
}

const soon = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('accounts that share a host', () => {
  it('have no more in flight than it takes, together', async () => {
    const host = new Host({ concurrency: 5 });
    let inFlight = 0;
    let most = 0;
    const send = async (): Promise<void> => {
      most = Math.max(most, ++inFlight);
      await soon();
      inFlight -= 1;
    };
    const accounts = [new Limiter({ host }), new Limiter({ host }), new Limiter({ host })];
    const pools = ['iam/a', 's3/a', 'ec2/a', 'kms/a'];
    await Promise.all(
      accounts.flatMap((each) => pools.flatMap((pool) => [1, 2, 3].map(() => each.run(pool, 'List', send)))),
    );
    expect(most).toBe(5);
    expect(host.stats.sent).toBe(36);
  });

  it('get a slot before the one that waits for many answers', async () => {
    const host = new Host({ concurrency: 4 });
    const [stuck, other] = [new Limiter({ host }), new Limiter({ host })];
    const gates = Array.from({ length: 8 }, held);
    const stuckRuns = gates.map(({ promise }, n) => stuck.run(`s${n}/a`, 'List', () => promise));
    await soon();
    const ended: number[] = [];
    const runs = [0, 1, 2].map((n) => other.run(`s${n}/a`, 'List', () => Promise.resolve(void ended.push(n))));
    await soon();
    expect(ended).toEqual([]);
    gates[0]?.end();
    await Promise.all(runs);
    expect(ended).toEqual([0, 1, 2]);
    for (const { end } of gates) end();
    await Promise.all(stuckRuns);
  });

  it('keep together to a rate that is given', async () => {
    const host = new Host({ maxRate: 50 });
    const started = performance.now();
    const accounts = [new Limiter({ host }), new Limiter({ host })];
    await Promise.all(
      accounts.flatMap((each) => [1, 2, 3, 4, 5].map(() => each.run('iam/a', 'List', () => Promise.resolve()))),
    );
    expect(performance.now() - started).toBeGreaterThan(175);
  });

  it('each learn their own pace', async () => {
    const host = new Host();
    const [throttled, other] = [new Limiter({ host, random: () => 0 }), new Limiter({ host })];
    let tries = 0;
    const send = (): Promise<void> =>
      ++tries > 1 ? Promise.resolve() : Promise.reject(Object.assign(new Error(), { name: 'ThrottlingException' }));
    await throttled.run('iam/a', 'List', send);
    expect([throttled.isThrottled('iam'), other.isThrottled('iam')]).toEqual([true, false]);
    expect(host.stats).toMatchObject({ sent: 2, throttled: 1 });
  });
});
