import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenCpuMs } from '../../stand-in/children-cpu.ts';
import { growTree } from './growth-tree.ts';
import { median, root, run } from './measure.ts';
import { scanGrown } from './growth-scan.ts';

/**
 * `npm run bench:growth`: what everything costs when the project has several times its services, resource types and checks. Each
 * size is a copy of the project under build/growth ({@link growTree}). Prints a table and writes it to build/growth.md.
 * `npm run bench:growth -- 1 4` chooses the sizes, and `--program` leaves out the scan and what only CI runs, which take most of the
 * time. Times are CPU time, of a program and of those that it runs.
 *
 * What CI takes is estimated: the tests that follow the number of checks and types are run at their present number, and taken
 * `n` times; all others, and the steps that were measured at each size, are added. The others are what `TEST_CPU=1 npm test` printed,
 * where build/tests-cpu.txt holds that; without it the row is left out.
 */
const given = process.argv.slice(2);
const programOnly = given.includes('--program');
const sizes = given.filter((arg) => arg !== '--program').map(Number);
if (sizes.length === 0) sizes.push(1, 4, 9);

/** Tests of which there are as many as checks, types or operations. */
const derived = /^tests\/(catalogue|checks|engine\/denials|fixes|services|world)/;

interface Column {
  readonly times: number;
  readonly rows: ReadonlyMap<string, string>;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const whole = (n: number): string => Math.round(n).toLocaleString('en');

/** CPU of a step, the programs it starts included, in ms. Its failure is told and does not end the measurement. */
function step(tree: string, command: string, ...args: readonly string[]): number {
  const before = childrenCpuMs();
  const { status, stdout } = spawnSync(command, args, { cwd: tree, encoding: 'utf8', maxBuffer: 256 << 20 });
  if (status !== 0) {
    const told = stdout.split('\n').filter((line) => line !== '');
    process.stderr.write(`${command} ${args.join(' ')}: exit code ${status}, ${told.length} lines: ${told[0] ?? ''}\n`);
  }
  return childrenCpuMs() - before;
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const stat = statSync(join(folder, name));
    return stat.isFile() ? sum + stat.size : sum;
  }, 0);

/** CPU of the test files as `TEST_CPU=1` prints it, in ms: of those that grow with the checks, and of the others. */
function testsCpu(): { readonly grow: number; readonly stay: number } | undefined {
  const file = join(root, 'build/tests-cpu.txt');
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  const took = [...readFileSync(file, 'utf8').matchAll(/(tests\/\S+) took (\d+) ms of CPU/g)];
  const sum = (grows: boolean): number =>
    took.reduce((all, [, name = '', ms]) => (derived.test(name) === grows ? all + Number(ms) : all), 0);
  return { grow: sum(true), stay: sum(false) };
}

async function measure(times: number): Promise<Column> {
  const tree = join(root, `build/growth/x${times}`);
  growTree(root, tree, times);
  const rows = new Map<string, string>();
  const audit = join(tree, 'dist/audit.cjs');
  const tsx = (...args: readonly string[]): number => step(tree, 'npx', 'tsx', ...args);
  const gen = tsx('src/dev/gen.ts');
  const build = tsx('src/dev/build.ts');
  const count = (...args: readonly string[]): unknown[] =>
    JSON.parse(
      spawnSync(process.execPath, [audit, ...args], { encoding: 'utf8', maxBuffer: 256 << 20 }).stdout,
    ) as unknown[];
  rows.set('checks', whole(count('checks', 'list', '--format', 'json').length));
  rows.set('generated files', seconds(gen));
  rows.set('build', seconds(build));
  rows.set('size of `dist`', `${(sizeOf(join(tree, 'dist')) / 1e6).toFixed(1)} MB`);
  const list = await median(3, () => run([audit, 'checks', 'list']));
  rows.set('`audit checks list`', `${whole(list.cpuMs)} ms`);
  rows.set('`audit checks list`: peak memory', `${whole(list.peakMb)} MB`);
  const demo = await median(3, () => run([audit, '--demo', '--fail-on', 'none', '--allow-incomplete']));
  rows.set('`audit --demo`', `${whole(demo.cpuMs)} ms`);
  rows.set('`audit --demo`: peak memory', `${whole(demo.peakMb)} MB`);
  if (programOnly) return { times, rows };
  const scan = await scanGrown(audit);
  rows.set('scan: requests', whole(scan.requests));
  rows.set('scan: CPU per request', `${(scan.cpuMs / scan.requests).toFixed(2)} ms`);
  rows.set('scan: peak memory', `${whole(scan.peakMb)} MB`);
  const tsc = step(tree, 'npx', 'tsc', '--noEmit', '--incremental', 'false');
  rows.set('`tsc`', seconds(tsc));
  const lint = step(tree, 'npx', 'oxlint') + tsx('src/dev/check-walls.ts');
  rows.set('lint', seconds(lint));
  const tests = testsCpu();
  if (tests !== undefined) {
    rows.set('tests that follow the checks (estimated)', seconds(tests.grow * times));
    rows.set('all other tests', seconds(tests.stay));
    rows.set('CI (estimated)', seconds(gen + build + tsc + lint + tests.grow * times + tests.stay));
  }
  return { times, rows };
}

const columns: Column[] = [];
for (const times of sizes) {
  // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes the machine
  columns.push(await measure(times));
}
const names = [...new Set(columns.flatMap(({ rows }) => [...rows.keys()]))];
const table = [
  `| CPU time | ${columns.map(({ times }) => `×${times}`).join(' | ')} |`,
  `|---|${columns.map(() => '---:|').join('')}`,
  ...names.map((name) => `| ${name} | ${columns.map(({ rows }) => rows.get(name) ?? '').join(' | ')} |`),
];
process.stdout.write(`${table.join('\n')}\n`);
writeFileSync(join(root, 'build/growth.md'), `${table.join('\n')}\n`);
