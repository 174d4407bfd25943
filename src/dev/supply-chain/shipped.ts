import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundleProgram, pageMetafiles, root } from '../bundle.ts';
import { derived, inlinedLicenses, mit } from './known.ts';

/** How a package's work comes into the program: as bundled code, inside another package's file, or as data made from it. */
export type Form = 'code' | 'inlined' | 'data';

/** A package of which something is in the published program. */
export interface Shipped {
  readonly name: string;
  /** `undefined` when the package that carries it does not say. */
  readonly version: string | undefined;
  /** SPDX expression; `undefined` when none is stated. */
  readonly license: string | undefined;
  /** Text of the licence; '' when the package has none. */
  readonly text: string;
  readonly form: Form;
  /** For `inlined`: name@version of the package that carries it. */
  readonly inside?: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The folder of the package a bundled file comes from, or undefined for our own. */
function packageOf(input: string): string | undefined {
  const at = input.lastIndexOf('node_modules/');
  if (at === -1) return undefined;
  const [first = '', second = ''] = input.slice(at + 'node_modules/'.length).split('/');
  return input.slice(0, at + 'node_modules/'.length) + (first.startsWith('@') ? `${first}/${second}` : first);
}

/** Third-party packages in a bundle, by name and version: what has at least one byte in the output. */
export function shippedPackages(metafiles: readonly Metafile[]): readonly Shipped[] {
  const files = new Set(
    metafiles
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? input : [])),
  );
  const found = new Map<string, Shipped>();
  const add = (one: Shipped): void => {
    const key = refOf(one);
    if (!found.has(key)) found.set(key, one);
  };
  for (const file of files) {
    const folder = packageOf(file);
    if (folder === undefined) continue;
    const carrier = readPackage(folder, 'code');
    add(carrier);
    for (const inner of inlinedIn(file)) add({ ...inner, inside: refOf(carrier) });
  }
  for (const { name } of derived) add(readPackage(`node_modules/${name}`, 'data'));
  return [...found.values()].sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
}

/** Bundles the program without writing it, and gives the packages in it. */
export async function shippedNow(): Promise<readonly Shipped[]> {
  const program = await bundleProgram();
  return shippedPackages([program, ...(await pageMetafiles(program))]);
}

/** `name@version`, as the lock file and npm's bill of materials refer to a package. */
export const refOf = ({ name, version }: Pick<Shipped, 'name' | 'version'>): string =>
  version === undefined ? name : `${name}@${version}`;

function readPackage(folder: string, form: Form): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e([-.]|$)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim();
  return { name, version, license, text, form };
}

/** Packages that were bundled into a file before it was published: its source map names where the parts came from. */
function inlinedIn(file: string): readonly Shipped[] {
  const map = join(root, `${file}.map`);
  if (!existsSync(map)) return [];
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] };
  return sources.flatMap((source) => {
    const folder = packageOf(source);
    if (folder === undefined) return [];
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    // pnpm keeps a package in a folder of its name and version, with `+` for the scope's slash.
    const version = /\/\.pnpm\/@?[^/@]+@([^/_(]+)/.exec(folder)?.[1];
    const known = inlinedLicenses[name];
    const text = known === undefined ? '' : `${known.copyright}\n\n${mit}`;
    return [{ name, version, license: known?.license, text, form: 'inlined' as const }];
  });
}
