import type { Pace } from '../aws/pace.ts';

/** Calls of one service in one region: a pool. */
export interface Uses {
  readonly service: string;
  readonly region: string;
  /** For each unit. */
  readonly calls: number;
}

/** Units of the same kind that are read beside each other, such as the resources of a list. */
export interface Stage {
  readonly units: number;
  /** How many at a time. */
  readonly width: number;
  /** Answers that are waited for one after the other, for each unit; the service's where no other is slower. */
  readonly depth: number;
  readonly service: string;
  readonly uses: readonly Uses[];
}

/** What is read one after the other: a list, then its resources. */
export type Chain = readonly Stage[];

interface Moving {
  readonly rest: Stage[];
  uses: readonly { readonly pool: Pool; readonly calls: number }[];
  /** Units. */
  left: number;
  /** Units in a ms, if nothing else were read. */
  wish: number;
  /** The part of its wish that it gets. */
  share: number;
}

interface Pool {
  readonly service: string;
  readonly region: string;
  calls: number;
  /** Calls in a ms that it takes. */
  most: number;
  /** Calls in a ms that are wished for. */
  wished: number;
}

const shortestMs = 20;
/** A step is no longer than such a part of what was played before. */
const steps = 30;
/** Of a stage: less than that is nothing, for numbers are not exact. */
const nothing = 1e-9;

/**
 * How long some chains take beside each other, in ms: played in steps, in which every pool gives each chain its share, and all pools
 * together give no more than they can.
 */
export function playOut(chains: readonly Chain[], pace: Pace): number {
  const pools = poolsOf(chains, pace);
  const moving = chains.map((stages): Moving => ({ rest: [...stages], uses: [], left: 0, wish: 0, share: 1 }));
  let left = moving.filter((chain) => enter(chain, pools, pace));
  let now = 0;
  while (left.length > 0) {
    share(left, pools.values(), pace.most / 1000);
    let soonest = Infinity;
    let last = 0;
    for (const chain of left) {
      const needs = chain.left / (chain.wish * chain.share);
      soonest = Math.min(soonest, needs);
      last = Math.max(last, chain.rest.length > 0 ? Infinity : needs);
    }
    const step = Math.min(last, Math.max(soonest, shortestMs, now / steps));
    now += step;
    left = left.filter((chain) => advance(chain, step, pools, pace));
  }
  return now;
}

type Pools = ReadonlyMap<string, Pool>;

function poolsOf(chains: readonly Chain[], pace: Pace): Pools {
  const pools = new Map<string, Pool>();
  for (const { units, uses } of chains.flat())
    for (const { service, region, calls } of uses) {
      const key = `${service}/${region}`;
      const pool = pools.get(key) ?? { service, region, calls: 0, most: 0, wished: 0 };
      pool.calls += calls * units;
      pools.set(key, pool);
    }
  for (const pool of pools.values()) {
    const { atOnce, perSecond = Infinity } = pace.pool(pool.service, pool.region, pool.calls);
    pool.most = Math.min(atOnce / pace.answerMs(pool.service), perSecond / 1000);
  }
  return pools;
}

/** Goes on to the next stage; false where there is none. */
function enter(chain: Moving, pools: Pools, pace: Pace): boolean {
  const stage = chain.rest.shift();
  if (stage === undefined) return false;
  if (stage.units <= 0) return enter(chain, pools, pace);
  let slowest = pace.answerMs(stage.service);
  chain.uses = stage.uses.flatMap(({ service, region, calls }) => {
    slowest = Math.max(slowest, pace.answerMs(service));
    const pool = pools.get(`${service}/${region}`);
    return pool === undefined || calls <= 0 ? [] : [{ pool, calls }];
  });
  chain.left = stage.units;
  chain.wish = stage.units / (Math.ceil(stage.units / stage.width) * stage.depth * slowest);
  return true;
}

/** Goes on by some ms, into its next stages too; false when it is at its end. */
function advance(chain: Moving, ms: number, pools: Pools, pace: Pace): boolean {
  for (let over = ms; ;) {
    const rate = chain.wish * chain.share;
    const done = Math.min(chain.left, rate * over);
    over -= done / rate;
    chain.left -= done;
    if (chain.left > nothing * rate) return true;
    if (!enter(chain, pools, pace)) return false;
  }
}

/** Gives each chain what the tightest of its pools allows. */
function share(moving: readonly Moving[], pools: Iterable<Pool>, most: number): void {
  const all = [...pools];
  for (const pool of all) pool.wished = 0;
  for (const { uses, wish } of moving) for (const { pool, calls } of uses) pool.wished += wish * calls;
  let given = 0;
  for (const chain of moving) {
    chain.share = 1;
    for (const { pool } of chain.uses) chain.share = Math.min(chain.share, pool.most / pool.wished);
    for (const { calls } of chain.uses) given += chain.wish * chain.share * calls;
  }
  if (given > most) for (const chain of moving) chain.share *= most / given;
}
