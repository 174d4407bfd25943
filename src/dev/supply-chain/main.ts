import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle.ts';
import { verdictOf } from './audit.ts';
import { licensed, licenseProblems } from './licenses.ts';
import type { Bom } from './sbom.ts';
import { bomOf } from './sbom.ts';
import { shippedNow } from './shipped.ts';

/**
 * `licenses`: lists the licences, exit 1 when one is not accepted. `sbom [FILE]`: the bill of materials of what ships.
 * `audit`: known vulnerabilities; exit 1 when there are any, 3 when the registry could not be asked.
 */
const [task = '', file] = process.argv.slice(2);

function npm(...args: readonly string[]): string {
  const { stdout, error } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (error !== undefined) throw error;
  return stdout;
}

switch (task) {
  case 'licenses': {
    const packages = licensed(await shippedNow());
    for (const { ref, license, use } of packages)
      console.log(`${use.padEnd(8)} ${(license ?? 'UNKNOWN').padEnd(14)} ${ref}`);
    const problems = licenseProblems(packages);
    for (const problem of problems) console.error(`not accepted: ${problem}`);
    process.exitCode = problems.length === 0 ? 0 : 1;
    break;
  }
  case 'sbom': {
    const installed = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only')) as Bom;
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
    const text = `${JSON.stringify(bomOf(installed, await shippedNow(), name), undefined, 2)}\n`;
    if (file === undefined) process.stdout.write(text);
    else writeFileSync(file, text);
    break;
  }
  case 'audit': {
    const names = new Set((await shippedNow()).map((one) => one.name));
    const verdict = verdictOf(npm('audit', '--json'), names);
    switch (verdict.kind) {
      case 'clean':
        console.log(`no known vulnerability in ${verdict.packages} packages`);
        break;
      case 'vulnerable':
        for (const line of verdict.lines) console.error(line);
        process.exitCode = 1;
        break;
      case 'unanswered':
        console.error(`NOT CHECKED for known vulnerabilities: ${verdict.why}`);
        process.exitCode = 3;
        break;
    }
    break;
  }
  default:
    console.error('usage: main.ts licenses | sbom [FILE] | audit');
    process.exitCode = 2;
}
