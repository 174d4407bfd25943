import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { AuditError, messageOf } from '../../program/errors.ts';
import { textOf } from '../text-of.ts';

/** Where a pack was found. */
export interface Found {
  /** Of its package or folder: what its keys begin with. */
  readonly name: string;
  readonly folder: string;
  /** The modules to load: the entry of a package, or every module of a folder. */
  readonly files: readonly string[];
}

/** `./checks`, `../checks`, `/checks`, `C:\checks`; anything else names a package. */
const isPath = (given: string): boolean => /^\.{1,2}([\\/]|$)/.test(given) || isAbsolute(given);

/** https://docs.npmjs.com/cli/configuring-npm/package-json#name */
const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/**
 * Finds a pack where the user named it and nowhere else: a folder, or a package in `node_modules` of `base` or of a folder above it.
 * @param base the folder of the configuration, or the working directory for the command line
 * @throws AuditError `config`
 */
export async function findPack(given: string, base: string): Promise<Found> {
  if (isPath(given)) return inFolder(resolve(base, given), given);
  if (!packageName.test(given))
    throw new AuditError('config', `pack ${given}: is neither the name of a package nor a path`, {
      hint: 'Write a folder with ./ before it.',
    });
  const looked: string[] = [];
  for (let dir = resolve(base); ; dir = dirname(dir)) {
    const folder = join(dir, 'node_modules', given);
    if (existsSync(join(folder, 'package.json'))) return inFolder(folder, given);
    looked.push(join(dir, 'node_modules'));
    if (dirname(dir) === dir) break;
  }
  throw new AuditError(
    'config',
    `pack ${given}: there is no such package in ${looked.slice(0, 3).join(', ')} or above`,
    {
      hint: existsSync(resolve(base, given))
        ? `There is a folder of that name: write ./${given}.`
        : `Install it there (\`npm install ${given}\`), or name a folder with ./ before it.`,
    },
  );
}

async function inFolder(folder: string, given: string): Promise<Found> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new AuditError('config', `pack ${given}: there is no folder ${folder}`);
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name, entry } = await manifestOf(manifest);
    if (entry !== undefined) return { name: name ?? basename(folder), folder, files: [entry] };
  }
  const index = ['index.ts', 'index.mts', 'index.mjs', 'index.js'].find((file) => existsSync(join(folder, file)));
  const files = index === undefined ? await modulesBelow(folder, given) : [join(folder, index)];
  return { name: basename(folder), folder, files };
}

/** What a package calls itself and the file that an import of it gives. */
async function manifestOf(file: string): Promise<{ name: string | undefined; entry: string | undefined }> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(await textOf(file));
  } catch (error) {
    throw new AuditError('config', `${file}: cannot be read (${messageOf(error)})`, { cause: error });
  }
  const { name, exports, main } = (manifest ?? {}) as Readonly<Record<string, unknown>>;
  const said = targetOf(exports) ?? (typeof main === 'string' ? main : undefined);
  const entry = said === undefined ? undefined : resolve(dirname(file), said);
  if (entry !== undefined && !existsSync(entry))
    throw new AuditError('config', `${file}: names ${said}, which is not there`, {
      hint: 'A package that is written in TypeScript has to be built before it is used.',
    });
  return { name: typeof name === 'string' ? name : undefined, entry };
}

/** What `exports` gives for the package itself when it is imported: https://nodejs.org/api/packages.html#conditional-exports */
function targetOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (Array.isArray(exports)) return exports.map(targetOf).find((target) => target !== undefined);
  if (typeof exports !== 'object' || exports === null) return undefined;
  if ('.' in exports) return targetOf(exports['.']);
  for (const [condition, target] of Object.entries(exports)) {
    if (!['node', 'import', 'module-sync', 'default'].includes(condition)) continue;
    const found = targetOf(target);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every module of a folder and the folders in it, in order of their paths. */
export async function modulesBelow(folder: string, given: string, { deep = true } = {}): Promise<string[]> {
  const found: string[] = [];
  const look = async (dir: string): Promise<void> => {
    for (const entry of await readdir(dir, { withFileTypes: true })) {
      const file = join(dir, entry.name);
      if (deep && entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) await look(file);
      } else if (/\.m?[jt]s$/.test(entry.name) && !/\.(d|test)\.m?[jt]s$/.test(entry.name)) found.push(file);
    }
  };
  try {
    await look(folder);
  } catch (error) {
    throw new AuditError('config', `${given}: cannot be read (${messageOf(error)})`, { cause: error });
  }
  return found.sort();
}
