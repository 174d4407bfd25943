import { Session } from '../../../src/aws/session.ts';
import { checks } from '../../../checks/index.ts';
import { collect } from '../../../src/inventory/collect.ts';
import { Inventory, type Watch } from '../../../src/inventory/inventory.ts';
import { callsOfPlan, planFor, type Plan } from '../../../src/inventory/plan.ts';
import { revisionsOf } from '../../../src/inventory/revisions.ts';
import type { Front } from '../../../src/stand-in/front.ts';
import { fakeCredentials } from '../../program/cli.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { now } from './run.ts';

/** The small account, read in this process by the real collector over HTTP, everything that checks need. */
export async function collectedAccount(): Promise<Inventory> {
  const front = await startWorld();
  try {
    return await collectedFrom(front, 'us-east-1', planFor(checks));
  } finally {
    await front.stop();
  }
}

/**
 * What a plan reads from a front.
 * @param region the one asked first
 * @param watch to be told what is read while it is read
 */
export async function collectedFrom(
  front: Pick<Front, 'url'>,
  region: string,
  plan: Plan,
  watch?: Watch,
): Promise<Inventory> {
  const session = new Session({
    endpointUrl: front.url,
    env: {
      AWS_ACCESS_KEY_ID: fakeCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: fakeCredentials.secretAccessKey,
      AWS_REGION: region,
    },
  });
  try {
    const identity = await session.identity();
    const { regions, skipped } = await session.regions(identity);
    const inventory = new Inventory({
      account: identity.account,
      partition: identity.partition,
      caller: identity.arn,
      regions,
      skippedRegions: skipped,
      startedAt: now,
      version: '0.0.0',
      revisions: revisionsOf(plan),
    });
    for (const { service, calls } of callsOfPlan(plan)) session.guard.allow(service, calls);
    await collect({ plan, inventory, apis: session.apis, watcher: watch?.(inventory) });
    return inventory;
  } finally {
    await session.close();
  }
}
