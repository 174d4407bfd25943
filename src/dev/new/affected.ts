import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { unwritten } from '../unwritten.ts';
import { root, stop } from './scaffold.ts';

/**
 * `npm run affected -- sqs`: runs the tests that a change in a service can break, those of the whole program left out, and
 * says what else must be touched. `--all` runs those as well that it reaches through many others.
 */

/** Who imports whom, of the project's own files. Generated indexes import everything, which says nothing: they are left out. */
export function importers(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const part of ['src', 'checks', 'tests', 'reports'])
    for (const name of readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })) {
      const file = join(part, name);
      if (!file.endsWith('.ts') || generated.has(file)) continue;
      const text = readFileSync(join(folder, file), 'utf8');
      for (const [, to = ''] of text.matchAll(/(?:from|import\(|^import) ?'(\.[^']+)'/gm)) {
        const target = relative(folder, resolve(folder, dirname(file), to));
        const set = found.get(target) ?? new Set();
        set.add(file);
        found.set(target, set);
      }
    }
  return found;
}

const generated = new Set(['checks/index.ts', 'src/services/index.ts']);

/** How many imports away each file is that reaches one of these. */
export function distances(
  from: readonly string[],
  by: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, number> {
  const seen = new Map(from.map((file) => [file, 0]));
  // What is added while it is gone through is gone through as well: the nearest first.
  for (const [file, distance] of seen)
    for (const importer of by.get(file) ?? []) if (!seen.has(importer)) seen.set(importer, distance + 1);
  return seen;
}

/** What holds for all checks and types, whichever they are: run with every change. */
const always = [
  'tests/catalogue',
  'tests/world/types.test.ts',
  'tests/world/matrix.test.ts',
  'tests/world/failing-operations-one.test.ts',
  'tests/world/failing-operations-two.test.ts',
  'tests/docs',
  'tests/fixes',
  'tests/checks/forms.test.ts',
  'tests/aws/sends.test.ts',
  'tests/services/defaults.test.ts',
];

interface Tests {
  /** Of the service's folders, or two imports away from a file of it. */
  readonly near: string[];
  /** Further away: something else would have to break first. */
  readonly far: string[];
  /** Those that start the whole program. */
  readonly whole: string[];
}

/** The tests that files of a service reach. */
export function testsOf(folder: string, service: string): Tests {
  const own = ['src/services', 'checks', 'src/stand-in/world', 'tests/services', 'tests/checks'].flatMap((part) => {
    const dir = join(folder, part, service);
    return existsSync(dir)
      ? readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => join(part, service, file))
      : [];
  });
  const found: Tests = { near: [], far: [], whole: [] };
  for (const [file, distance] of [...distances(own, importers(folder))].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!/^tests\/.*\.test\.ts$/.test(file)) continue;
    const kind = /^tests\/(e2e|secrets|config)\//.test(file) ? 'whole' : distance <= 2 ? 'near' : 'far';
    found[kind].push(file);
  }
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const [service = '', flag] = process.argv.slice(2);
  if (!existsSync(join(root, 'src/services', service, 'service.ts')) && !existsSync(join(root, 'checks', service)))
    stop(`usage: npm run affected -- <service>; there is no src/services/${service} and no checks/${service}`);
  const tests = testsOf(root, service);
  const near = [...always.filter((file) => existsSync(join(root, file))), ...tests.near];
  process.exitCode = await test(
    service,
    { ...tests, near: flag === '--all' ? [...near, ...tests.far] : near },
    flag === '--all',
  );
}

/** @returns the exit code: that of the tests, or 1 where something else must be touched */
async function test(service: string, { near, far, whole }: Tests, all: boolean): Promise<number> {
  const command = async (...args: string[]): Promise<number> => {
    // What goes through all services goes through this one's part.
    const env = { ...process.env, AFFECTED_SERVICE: service };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  };
  // The forms' cases are made of the demo's resources. That the company answers what a new type asks is seen by recording it.
  const demo = await command('--import', 'tsx', 'src/dev/record-demo.ts');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--experimental.fsModuleCache'];
  const tests = await command(...vitest, ...near);
  const left = unwritten(root);
  if (left.length > 0) console.error(`still to be written: ${left.join(', ')}`);
  if (demo !== 0)
    console.error(
      "the demo company does not answer it yet: what the tests' world answers, it answers too (src/stand-in/world)",
    );
  if (!all && far.length > 0) console.error(`not run, since they reach it through many others: ${far.length} (--all)`);
  if (whole.length > 0) console.error(`not run, since they start the whole program: ${whole.join(' ')}`);
  return tests !== 0 || left.length > 0 || demo !== 0 ? 1 : 0;
}
