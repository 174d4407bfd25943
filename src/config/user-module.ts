import { register } from 'node:module';
import { types } from 'node:util';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AuditError, isAuditError, loading, messageOf } from '../program/errors.ts';
import { guardOwnClients } from './own-clients.ts';
import { guardExits } from './own-exits.ts';
import { watchFolderOf, watchedWhile } from './watchdog.ts';

let registered = false;

/**
 * Imports a module the user wrote (a configuration, a custom check): JavaScript or TypeScript, which may import
 * `aws-posture-audit` without having it installed: it gets this very program. Clients of AWS's SDK that it makes send nothing.
 * @throws AuditError `config` naming the file
 */
export async function importUserModule(file: string): Promise<unknown> {
  if (!registered) {
    registered = true;
    const ours = ownFolders();
    const isOurs = (file: string): boolean => ours.some((dir) => file.startsWith(fileURLToPath(dir)));
    const guard = guardOwnClients(isOurs);
    guardExits(isOurs);
    register(`data:text/javascript,${encodeURIComponent(guard + hooks)}`, import.meta.url, {
      data: { api: apiUrl(), strip: stripUrl(), ours },
    });
  }
  try {
    loading.file = file;
    const loaded: unknown = await watchedWhile(`${file}: loading it`, () => {
      watchFolderOf(file, ownFolders());
      return import(pathToFileURL(file).href);
    });
    loading.file = undefined;
    return loaded;
  } catch (error) {
    loading.file = undefined;
    if (isAuditError(error)) throw error;
    const line = lineIn(error, file);
    const at = line === undefined ? file : `${file}:${line}`;
    throw new AuditError('config', `${at}: cannot be loaded (${messageOf(error)})`, { cause: error });
  }
}

/** The line of the user's file that an error's stack names first; types are stripped without moving a line. */
function lineIn(error: unknown, file: string): number | undefined {
  const stack = types.isNativeError(error) ? String(error.stack) : '';
  const url = pathToFileURL(file).href;
  const at = [url, file].flatMap((name) => {
    const index = stack.indexOf(`${name}:`);
    return index === -1 ? [] : [Number.parseInt(stack.slice(index + name.length + 1), 10)];
  });
  return at.find((line) => line > 0);
}

/** The public API of the running program: beside this file's bundle, or the source in development. */
const apiUrl = (): string =>
  new URL(
    import.meta.url.includes('/src/config/')
      ? '../api.ts'
      : import.meta.url.includes('/chunks/')
        ? '../api.mjs'
        : './api.mjs',
    import.meta.url,
  ).href;

/** Where the program's own modules are. */
const ownFolders = (): string[] =>
  import.meta.url.includes('/src/config/')
    ? ['../', '../../checks/', '../../reports/'].map((dir) => new URL(dir, import.meta.url).href)
    : [new URL('.', apiUrl()).href];

/** What strips types in the bundle. Whoever runs the source reads TypeScript already. */
const stripUrl = (): string | undefined =>
  import.meta.url.includes('/src/config/')
    ? undefined
    : new URL(import.meta.url.includes('/chunks/') ? '../strip-types.mjs' : './strip-types.mjs', import.meta.url).href;

/** Runs in the loader's own thread. Types are stripped by us, so that Node 20 reads TypeScript too. */
const hooks = `
let data;
export function initialize(given) { data = given; }
export async function resolve(specifier, context, next) {
  if (specifier === 'aws-posture-audit') return next(data.api, context);
  return guardImport(await next(specifier, context), context.parentURL, specifier, data.ours);
}
export async function load(url, context, next) {
  const source = guardedSource(url);
  if (source !== undefined) return { format: 'module', source, shortCircuit: true };
  if (data.strip === undefined || !/^file:.*\\.m?ts$/.test(url)) return next(url, context);
  const [{ stripTypes }, { readFile }] = await Promise.all([import(data.strip), import('node:fs/promises')]);
  return { format: 'module', source: stripTypes(await readFile(new URL(url), 'utf8'), url), shortCircuit: true };
}
`;
