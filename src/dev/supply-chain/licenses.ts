import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle.ts';
import { toolLicenses } from './known.ts';
import type { Form, Shipped } from './shipped.ts';
import { refOf } from './shipped.ts';

/** SPDX identifiers of licences that ask for no more than their text and a copyright line. */
const permissive = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense']);

/**
 * Whether an SPDX expression leaves a permissive choice: of alternatives one has to be, of licences that hold together all.
 * An expression that is not understood leaves none. https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export function isPermissive(expression: string | undefined): boolean {
  if (expression === undefined) return false;
  const tokens = expression.match(/[()]|[\w.+-]+/g) ?? [];
  let at = 0;
  const either = (): boolean => {
    let result = both();
    while (tokens[at] === 'OR') {
      at++;
      const right = both();
      result ||= right;
    }
    return result;
  };
  const both = (): boolean => {
    let result = one();
    while (tokens[at] === 'AND') {
      at++;
      const right = one();
      result &&= right;
    }
    return result;
  };
  const one = (): boolean => {
    const token = tokens[at++];
    if (token !== '(') return token !== undefined && permissive.has(token);
    const inner = either();
    return tokens[at++] === ')' && inner;
  };
  const result = either();
  return result && at === tokens.length;
}

/** A package, its licence, and whether it is in the program or only a tool. */
export interface Licensed {
  readonly name: string;
  readonly ref: string;
  readonly license: string | undefined;
  readonly use: Form | 'tool';
}

/** What is in the program, then the direct dependencies that are not. */
export function licensed(shipped: readonly Shipped[]): readonly Licensed[] {
  const inside = new Set(shipped.map(({ name }) => name));
  const tools = directDependencies().filter((name) => !inside.has(name));
  return [
    ...shipped.map((one) => ({ name: one.name, ref: refOf(one), license: one.license, use: one.form })),
    ...tools.map((name): Licensed => {
      const { version, license } = lockedPackage(name);
      return { name, ref: refOf({ name, version }), license, use: 'tool' };
    }),
  ];
}

/** One sentence for each licence that is not accepted. */
export function licenseProblems(packages: readonly Licensed[]): readonly string[] {
  return packages.flatMap(({ name, ref, license, use }) => {
    if (isPermissive(license)) return [];
    const accepted = toolLicenses[name];
    if (use === 'tool' && accepted !== undefined && accepted.license === license) return [];
    return [`${ref} (${use}): ${license ?? 'no licence stated'}`];
  });
}

/** Names in package.json, of every kind of dependency. */
export function directDependencies(): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  return kinds.flatMap((kind) => Object.keys((manifest[kind] ?? {}) as Record<string, string>)).sort();
}

/** An entry of the lock file. */
export interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

/** The lock file's packages, by their folder. */
export const lockedPackages = (): Readonly<Record<string, Locked>> =>
  (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }).packages;

function lockedPackage(name: string): { readonly version: string | undefined; readonly license: string | undefined } {
  const { version, license } = lockedPackages()[`node_modules/${name}`] ?? {};
  return { version, license };
}
