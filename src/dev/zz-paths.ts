import { buildWorld } from '../../tests/e2e/account/build.ts';
import { scan } from '../../tests/e2e/support.ts';
const world = await buildWorld();
for (const name of ['main', 'second', 'bare'] as const) {
  const live = await scan(world, name, ['--check', 'iam-*-no-path-*,iam-*-no-privilege-*', '--save', `/tmp/paths-${name}.ndjson`], { entry: '/tmp/dist-e2e/audit.cjs' });
  for (const f of live.report.findings) console.log(name, f.check, f.status, f.resource.name, '|', f.message.slice(0, 260));
  const c = live.report.coverage.checks; console.log(JSON.stringify(c));
}
await world.stop();
