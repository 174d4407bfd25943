import { actionsOf } from '../aws/service.ts';
import type { Session } from '../aws/session.ts';
import type { CollectionHeader } from '../inventory/inventory.ts';
import type { Plan } from '../inventory/plan.ts';
import { proveEmpty } from '../services/resourceexplorer2/proof.ts';
import { resourceexplorer } from '../services/resourceexplorer2/service.ts';

/** What a proof takes besides what a scan does. */
export const proofActions: readonly string[] = resourceexplorer.sessionCalls.flatMap((call) =>
  actionsOf(resourceexplorer, call),
);

/**
 * The header of a collection that does not list in a region what is proven not to be there.
 * @throws CredentialsExpired, and the reason of a run that is stopped
 */
export async function withProofs(
  header: CollectionHeader,
  { apis, connection }: Pick<Session, 'apis' | 'connection'>,
  plan: Plan,
  signal: AbortSignal,
): Promise<CollectionHeader> {
  connection.guard.allow(resourceexplorer, resourceexplorer.sessionCalls);
  const where = { ...header, now: Date.parse(header.startedAt) };
  return { ...header, emptyRegions: await proveEmpty(apis, plan, where, signal) };
}
