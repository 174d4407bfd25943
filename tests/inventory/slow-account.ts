import { vi } from 'vitest';
import { ApiFactory } from '../../src/aws/api.ts';
import { Host } from '../../src/aws/host.ts';
import { Limiter } from '../../src/aws/limiter.ts';
import { timeLeft } from '../../src/cli/time-left.ts';
import { collect } from '../../src/inventory/collect.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { Plan } from '../../src/inventory/plan.ts';
import type { CollectProgress } from '../../src/inventory/scope-progress.ts';
import { emptyInventory } from '../engine/fakes.ts';
import { awsError } from '../helpers/resource-suite.ts';
import { randomOf } from '../helpers/random.ts';

/** What AWS is asked. */
export interface Question {
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface SlowAccount {
  readonly plan: Plan;
  readonly regions: readonly string[];
  /** What it answers; an error is thrown. */
  readonly answer: (question: Question) => object;
  /** How long an answer takes, in ms: a quarter less to a quarter more. */
  readonly latencyMs: (question: Question) => number;
  /** Requests a second that are taken, and how many at once before; undefined: all. */
  readonly limit?: (
    question: Question,
  ) => { readonly perSecond: number; readonly burst: number; readonly key: string } | undefined;
  /** What each request takes of this machine, one after the other, in ms. */
  readonly costMs?: number;
}

/** What was said at a time, in ms. */
export interface Said {
  readonly at: number;
  readonly ms: number;
  readonly atLeast: boolean;
}

/** Reads an account with the real collector and limiter, in a time that goes as fast as the machine can. */
export async function readSlowly(
  account: SlowAccount,
): Promise<{ totalMs: number; said: readonly Said[]; calls: number }> {
  for (const { type, facets } of account.plan)
    for (const service of [type.service, ...facets.flatMap((name) => type.facetDefs[name]?.service ?? [])])
      await service.load();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  try {
    return await read(account);
  } finally {
    vi.useRealTimers();
  }
}

async function read({ plan, regions, answer, latencyMs, limit, costMs = 2 }: SlowAccount) {
  const random = randomOf(1);
  const now = (): number => performance.now();
  const began = now();
  let busy = 0;
  let freeAt = 0;
  const limiter = new Limiter({ now, random, host: new Host({ now, busyMs: () => busy }) });
  const buckets = new Map<string, { tokens: number; at: number }>();
  const taken = (question: Question): boolean => {
    const limits = limit?.(question);
    if (limits === undefined) return true;
    const bucket = buckets.get(limits.key) ?? { tokens: limits.burst, at: now() };
    buckets.set(limits.key, bucket);
    bucket.tokens = Math.min(limits.burst, bucket.tokens + ((now() - bucket.at) * limits.perSecond) / 1000);
    bucket.at = now();
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
  let calls = 0;
  const sender = (service: string, region: string) => ({
    async send(command: object): Promise<unknown> {
      const { constructor, input } = command as { constructor: { name: string }; input: Question['input'] };
      const question = { service, region, operation: constructor.name.replace(/Command$/, ''), input };
      calls += 1;
      await wait(latencyMs(question) * (0.75 + random() / 2));
      // The machine goes through answers one after the other.
      freeAt = Math.max(now(), freeAt) + costMs;
      busy += costMs;
      await wait(freeAt - now());
      if (!taken(question)) throw awsError('ThrottlingException', '', 400);
      return answer(question);
    },
  });
  const wait = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));
  const apis = new ApiFactory({ clients: { get: async ({ id }, region) => sender(id, region) }, limiter });
  let collected: CollectProgress | undefined;
  const left = timeLeft(() => limiter.pace());
  // As the run's own questions do.
  for (const operation of ['GetCallerIdentity', 'DescribeRegions'])
    await running(
      limiter.run('sts/us-east-1', operation, () =>
        wait(latencyMs({ service: 'sts', region: 'us-east-1', operation, input: {} })),
      ),
    );
  const said: Said[] = [];
  const watch = setInterval(() => {
    const told = left(collected);
    if (told !== undefined) said.push({ at: now() - began, ...told });
  }, 100);
  const inventory = new Inventory({ ...emptyInventory().header, account: '123456789012', regions });
  await running(collect({ plan, inventory, apis, onProgress: (progress) => (collected = progress) }));
  clearInterval(watch);
  return { totalMs: now() - began, said, calls };
}

/** Lets the time go on until something is done. */
async function running(work: Promise<void>): Promise<void> {
  const state = { done: false };
  const end = work.finally(() => (state.done = true));
  end.catch(() => undefined);
  // What comes next depends on what came before.
  // oxlint-disable-next-line no-await-in-loop
  while (!state.done) await vi.advanceTimersToNextTimerAsync();
  await end;
}
