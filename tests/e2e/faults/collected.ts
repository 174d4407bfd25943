import { Session } from '../../../src/aws/session.ts';
import { checks } from '../../../checks/index.ts';
import { collect } from '../../../src/inventory/collect.ts';
import { Inventory } from '../../../src/inventory/inventory.ts';
import { callsOfPlan, planFor } from '../../../src/inventory/plan.ts';
import { fakeCredentials } from '../../harness/cli.ts';
import { startAccount } from './account.ts';

/** The small account, read in this process by the real collector over HTTP, everything that checks need. */
export async function collectedAccount(): Promise<Inventory> {
  const front = await startAccount();
  const session = new Session({
    endpointUrl: front.url,
    env: {
      AWS_ACCESS_KEY_ID: fakeCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: fakeCredentials.secretAccessKey,
      AWS_REGION: 'us-east-1',
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
      startedAt: new Date().toISOString(),
      version: '0.0.0',
    });
    const plan = planFor(checks);
    for (const { service, calls } of callsOfPlan(plan)) session.guard.allow(service, calls);
    await collect({ plan, inventory, apis: session.apis });
    return inventory;
  } finally {
    await session.close();
    await front.stop();
  }
}
