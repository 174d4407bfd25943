import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratch } from '../e2e/support.ts';
import { startSmallAccount } from '../e2e/small-account.ts';
import { runCli, type CliResult } from '../program/cli.ts';
import type { RunResult } from '../../src/engine/result.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { root } from '../../src/stand-in/root.ts';

/** A project of somebody else, outside of this one, with this program and the example's pack installed from their tarballs. */
const project = scratch();
let front: Front;

const within = (...names: string[]): string => path.join(project.dir, ...names);
const npm = (...args: string[]): string =>
  execFileSync('npm', [...args, '--silent', '--ignore-scripts'], { cwd: project.dir, encoding: 'utf8' });
/** The compiler's complaints. */
function complaints(folder: string): string {
  try {
    // Its threads each work out what they share: one takes half the CPU time.
    const tsc = [path.join(root, 'node_modules/typescript/bin/tsc'), '--singleThreaded', '-p', within(folder)];
    return execFileSync(process.execPath, tsc, { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
const audit = (...args: string[]): Promise<CliResult> =>
  runCli(args, {
    entry: within('node_modules/aws-posture-audit/dist/audit.cjs'),
    cwd: project.dir,
    endpoint: front.url,
    env: { AWS_REGION: 'eu-west-1' },
  });

beforeAll(async () => {
  execFileSync('npm', ['run', '--silent', 'build:types'], { cwd: root });
  writeFileSync(within('package.json'), '{"private":true,"type":"module"}');
  const tarballs = [root, path.join(root, 'docs/examples/pack')].map((of) =>
    within(npm('pack', of, '--pack-destination', project.dir).trim().split('\n').at(-1) ?? ''),
  );
  npm('install', '--offline', '--legacy-peer-deps', '--no-audit', '--no-fund', ...tarballs);
  front = await startSmallAccount({});
  front.answer({ service: 'athena', operation: 'ListWorkGroups' }, { WorkGroups: [{ Name: 'etl', State: 'ENABLED' }] });
  front.answer(
    { service: 'athena', operation: 'GetWorkGroup' },
    { WorkGroup: { Name: 'etl', Configuration: { EnforceWorkGroupConfiguration: false } } },
  );
}, 300_000);
afterAll(async () => {
  await front.stop();
  project.remove();
});

it('type-checks strictly with nothing else installed, and literals stay literals', () => {
  mkdirSync(within('user'));
  writeFileSync(
    within('user/tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'nodenext', target: 'es2023', lib: ['es2023'], types: [], strict: true, noEmit: true },
      files: ['check.ts'],
    }),
  );
  writeFileSync(
    within('user/check.ts'),
    `import { defineCheck, fail, pass, resources, unknownWithout } from 'aws-posture-audit';
     import type { Case, Given } from 'aws-posture-audit/testing';
     export type Kept = [Case<never, never>, Given<never>, typeof unknownWithout];
     type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
     export default defineCheck({
       id: 's3-bucket-mine', title: 'Mine', severity: 'low', category: 'security', resource: resources.s3.bucket,
       needs: ['ownership'], risk: 'r', fix: { text: 'f' },
       evaluate({ name, ownership }) {
         const literal: Same<typeof ownership, 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter' | undefined> = true;
         // @ts-expect-error there is no such value
         return ownership === 'Nobody' ? fail(name) : pass(String(literal));
       },
     });`,
  );
  expect(complaints('user')).toBe('');
});

it("runs the pack's own compiler and tests with the published kit", () => {
  mkdirSync(within('node_modules/@aws-sdk'), { recursive: true });
  mkdirSync(within('node_modules/@types'), { recursive: true });
  // What its author installs beside it; nothing is downloaded here.
  for (const name of ['@aws-sdk/client-athena', '@types/node'])
    symlinkSync(path.join(root, 'node_modules', name), within('node_modules', name));
  cpSync(path.join(root, 'docs/examples/pack'), within('author'), { recursive: true });
  expect(complaints('author')).toBe('');
  const loader = path.join(root, 'node_modules/tsx/dist/loader.mjs');
  const args = ['--import', loader, '--test', within('author/test/pack.test.ts')];
  const report = execFileSync(process.execPath, args, { cwd: project.dir, encoding: 'utf8' });
  expect(report).toMatch(/^# fail 0$|^ℹ fail 0$/m);
}, 120_000);

/** Its checks; the program has others of the same service. */
const own = 'athena-work-group-*';

it('scans with it over HTTP: its findings, framework and report', async () => {
  const scan = await audit(
    'scan',
    '--pack',
    'audit-pack-athena',
    '--framework',
    'acme_data',
    '--check',
    own,
    '-f',
    'json',
  );
  expect(scan.stderr).not.toMatch(/error|refused/);
  const { findings } = scan.json() as RunResult;
  expect([...findings].map(({ check, status, message }) => [check, status, message])).toEqual([
    ['athena-work-group-enforces-settings', 'fail', 'etl lets clients choose; expected enforced settings'],
  ]);
  expect(front.record.requests.map(({ service, operation }) => `${service}:${operation}`)).toContain(
    'athena:GetWorkGroup',
  );
  const brief = await audit('--pack', 'audit-pack-athena', '--check', own, '--format', 'brief');
  expect(brief.stdout).toBe('# Findings\n\n- **medium** etl lets clients choose; expected enforced settings\n');
  const listed = await audit('checks', 'list', '--pack', 'audit-pack-athena', '--service', 'athena');
  expect(listed.stdout).toMatch(/FROM[^]*audit-pack-athena, .*src\/index\.ts/);
}, 60_000);
