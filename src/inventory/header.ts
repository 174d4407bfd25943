import type { Session } from '../aws/session.ts';
import { version } from '../program/version.ts';
import type { CollectionHeader } from './inventory.ts';
import type { Plan } from './plan.ts';
import { callsOfPlan } from './plan.ts';
import { revisionsOf } from './revisions.ts';

/**
 * As whom and where an account is about to be read; what the plan sends may be sent from now on.
 * @throws AuditError `credentials` when AWS does not say who is asking, `usage` for regions that are none
 */
export async function headerOf(session: Session, plan: Plan, startedAt = new Date()): Promise<CollectionHeader> {
  const identity = await session.identity();
  const access = session.access();
  const { regions, skipped, gap } = await session.regions(identity);
  for (const { service, calls } of callsOfPlan(plan)) session.connection.guard.allow(service, calls);
  return {
    account: identity.account,
    partition: identity.partition,
    caller: identity.arn,
    ...(access === undefined ? {} : { access }),
    regions,
    skippedRegions: skipped,
    ...(gap === undefined ? {} : { regionGap: gap }),
    startedAt: startedAt.toISOString(),
    version,
    revisions: revisionsOf(plan),
  };
}
