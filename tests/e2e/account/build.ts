import { buildCompute } from './compute.ts';
import { buildConfig } from './config.ts';
import { buildExposed } from './exposed.ts';
import { buildGuarding } from './guarding.ts';
import { cannedDetails } from './iam-details.ts';
import { cannedReports } from './iam-report.ts';
import { buildIam } from './iam.ts';
import { buildKms } from './kms.ts';
import { buildMonitoring } from './monitoring.ts';
import { buildNetwork, emptyRegions } from './network.ts';
import { buildOrganization } from './organization.ts';
import { cannedQuotas } from './quotas.ts';
import { buildS3 } from './s3.ts';
import { buildSecrets } from './secrets.ts';
import { buildServices } from './services.ts';
import { cannedSharing } from './sharing.ts';
import { buildTrails } from './trails.ts';
import { startWorld, type World } from './world.ts';

/** Starts the emulator and builds the three accounts; takes about ten seconds. What building asked is not on the record. */
export async function buildWorld(): Promise<World> {
  const world = await startWorld();
  try {
    await emptyRegions(world);
    await buildIam(world);
    cannedDetails(world);
    cannedReports(world);
    cannedQuotas(world);
    await buildS3(world);
    const signing = await buildKms(world);
    const network = await buildNetwork(world);
    await buildCompute(world, network);
    cannedSharing(world, network);
    await buildSecrets(world);
    await buildServices(world, network);
    await buildTrails(world);
    await buildMonitoring(world);
    await buildConfig(world);
    await buildGuarding(world);
    await buildExposed(world, signing);
    await buildOrganization(world);
  } catch (error) {
    await world.stop().catch(() => undefined);
    throw error;
  }
  world.front.record.clear();
  return world;
}
