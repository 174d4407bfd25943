import { writeFileSync } from 'node:fs';
import { buildWorld } from '/work/main/tests/e2e/account/build.ts';
import { runCli } from '/work/main/tests/harness/cli.ts';
const t0 = performance.now();
const world = await buildWorld();
console.log('built', Math.round(performance.now() - t0));
for (const name of ['main', 'second', 'bare'] as const) {
  world.front.record.clear();
  const r = await runCli(['--format', 'json'], { endpoint: world.front.url, env: world.env(name), entry: process.env.ENTRY, nodeArgs: process.env.ENTRY ? ['--import', 'tsx'] : [] });
  console.log(name, r.code, Math.round(r.wallMs), world.front.record.count(), r.stderr.slice(0, 500));
  const report = JSON.parse(r.stdout);
  writeFileSync(`/tmp/out-${name}.json`, JSON.stringify(report, null, 1));
  for (const f of report.findings) if (f.status === 'unknown') console.log('  unknown', f.check, f.resource.name, '|', f.message.slice(0, 220));
  const seen = new Map<string, number>();
  for (const q of world.front.record.requests) { const k = `${q.service}:${q.operation} ${q.region} ${JSON.stringify(q.input)} ${q.path}`; seen.set(k, (seen.get(k) ?? 0) + 1); }
  for (const [k, n] of seen) if (n > 1) console.log('  twice', n, k.slice(0, 200));
  const slow = [...world.front.record.requests].map((q) => [Math.round((q.answeredAt ?? 0) - q.startedAt), q.service, q.operation, q.region] as const).sort((a, b) => b[0] - a[0]).slice(0, 6); console.log(JSON.stringify(slow), 'cpu', r.cpuMs);
  for (const q of world.front.record.nonReads()) console.log('  nonread', q.service, q.operation);
  const bad = world.front.record.requests.filter((q) => q.source === 'none' || (q.status ?? 0) >= 500);
  for (const q of bad) console.log('  ', q.source, q.status, q.service, q.operation, q.region);
}
writeFileSync('/tmp/labels.json', JSON.stringify([...world.labels]));
await world.stop();
