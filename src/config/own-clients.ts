import Module, { register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AuditError } from '../program/errors.ts';

/**
 * What a module of the user's may not do with AWS's SDK: send anything itself. Its clients are there to be described by `service()`; what
 * is sent goes through `api`. This keeps honest checks honest: a module is code, and no sandbox is around it.
 */
const refusalName = 'aws-posture-audit.refuse-own-client';

/** What goes past the guard altogether: credentials, uploads, the SDK's older version, its inner parts. */
const refusedPackage = String.raw`/node_modules/(aws-sdk|@aws-sdk/(?!client-|types/)[\w-]+|@smithy/(?!types/)[\w-]+)/`;
const clientPackage = String.raw`/node_modules/@aws-sdk/client-[\w-]+/`;
const guarded = '?guarded';

/** Said to checks and configurations alike: which of them loads a module that both use is not known. */
const insteadHint =
  'A check declares the operation in `calls` of a resource type and sends it by `api.call()` or `api.pages()`, see docs/custom-checks.md; a configuration sends nothing and needs no credentials.';

/** A file as the patterns know it: Windows writes `\\` where others write `/`. */
const slashed = (file: string): string => file.replaceAll('\\', '/');

/** Folders of packs, which are the user's wherever they are installed; what is installed in them is not. */
const packs: string[] = [];

const isPackaged = (file: string): boolean => {
  const at = slashed(file);
  const pack = packs.find((folder) => at.startsWith(folder));
  return at.slice(pack?.length ?? 0).includes('/node_modules/');
};

/**
 * Holds the modules of a pack to what holds for the user's own, though it may be installed in `node_modules`.
 * @param folder without symbolic links, as modules are known
 */
export function guardAsUsers(folder: string): void {
  packs.push(`${slashed(folder)}/`);
  // All modules of hooks run in one thread and share its globals.
  register(`data:text/javascript,${encodeURIComponent(packHook)}`, import.meta.url, {
    data: `${pathToFileURL(folder).href}/`,
  });
}

const packHook = `
export function initialize(folder) { (globalThis[Symbol.for('aws-posture-audit.packs')] ??= []).push(folder); }
`;

/** What a file of a package is to a module of the user's: to be refused, a client to be disarmed, or neither. */
export function kindOfFile(file: string): 'refused' | 'client' | undefined {
  if (new RegExp(refusedPackage).test(slashed(file))) return 'refused';
  return new RegExp(clientPackage).test(slashed(file)) ? 'client' : undefined;
}

/** A line of a stack: `at list (file:///a.mjs:1:2)`, `at async /a.mjs:1:2`, `at C:\a.js:1:2`. */
const atWork = /^ +at (?:async )?(?:.* \()?((?:file:\/\/\/|\/|[A-Za-z]:[\\/]).*?):\d+:\d+\)?$/gm;

/**
 * The file of the user's that is at work: the first on a stack that is neither the program's nor a package's.
 * @param isOurs whether a file is the program's own
 */
export function fileAtWork(stack: string, isOurs: (file: string) => boolean): string {
  for (const [, where = ''] of stack.matchAll(atWork)) {
    const file = where.startsWith('file:') ? fileURLToPath(where) : where;
    if (!isPackaged(file) && !isOurs(file)) return file;
  }
  return 'a custom check';
}

/**
 * The file of the user's that a stack names; undefined when there is none, so that the program or a package acts on its own.
 * A stack of Node's frames alone is a callback that somebody handed to it, which the program never does with what is guarded.
 */
export function userFileOn(stack: string, isOurs: (file: string) => boolean): string | undefined {
  const files = [...stack.matchAll(atWork)].map(([, where = '']) =>
    where.startsWith('file:') ? fileURLToPath(where) : where,
  );
  if (files.length === 0) return 'a custom check or configuration';
  return files.find((file) => !isPackaged(file) && !isOurs(file));
}

const wrong = (file: string, what: string): AuditError =>
  new AuditError('config', `${file}: ${what}; nothing was sent. ${insteadHint}`);

/** Takes from every client class of an SDK module the means to send. */
function disarm(sdk: object, refuse: () => Promise<never>): void {
  for (const [name, value] of Object.entries(sdk)) {
    // What all clients come from is left alone: the program's own may too, when it runs from its source.
    if (name === '__Client' || typeof value !== 'function') continue;
    const { prototype } = value as { prototype?: { send?: unknown } };
    if (prototype !== undefined && typeof prototype.send === 'function' && prototype.send !== refuse)
      Object.defineProperty(prototype, 'send', { value: refuse });
  }
}

interface Loader {
  _load(request: string, parent: { filename?: string | null } | undefined, isMain: boolean): unknown;
  _resolveFilename(request: string, parent: unknown, isMain: boolean): string;
}

/**
 * Guards what modules of the user's import and `require` from here on.
 * @param isOurs whether a file is the program's own
 * @returns source of hooks for the loader: `refuseImport(url, parentUrl)` and `guardedSource(url)`
 */
export function guardOwnClients(isOurs: (file: string) => boolean): string {
  const refuse = (): Promise<never> =>
    Promise.reject(
      wrong(
        fileAtWork(new Error().stack ?? '', isOurs),
        'sends a request by an SDK client of its own, which is refused',
      ),
    );
  Object.assign(globalThis, { [Symbol.for(refusalName)]: (sdk: object) => disarm(sdk, refuse) });
  const loader = Module as unknown as Loader;
  const load = loader._load.bind(loader);
  loader._load = (request, parent, isMain) => {
    const by = parent?.filename ?? '';
    if (by === '' || isPackaged(by) || isOurs(by) || !/aws-sdk|smithy/.test(request))
      return load(request, parent, isMain);
    const kind = kindOfFile(loader._resolveFilename(request, parent, isMain));
    if (kind === 'refused') throw wrong(by, `loads ${request}, which is refused`);
    const sdk = load(request, parent, isMain);
    if (kind === 'client' && typeof sdk === 'object' && sdk !== null) disarm(sdk, refuse);
    return sdk;
  };
  return hooks;
}

/** Runs in the loader's own thread, which resolves every import, computed ones too. */
const hooks = `
const refused = new RegExp(${JSON.stringify(refusedPackage)});
const client = new RegExp(${JSON.stringify(clientPackage)});
function guardImport(resolved, parent, specifier, ours) {
  const pack = (globalThis[Symbol.for('aws-posture-audit.packs')] ?? []).find((folder) => parent?.startsWith(folder));
  const isUsers = parent?.startsWith('file:') && !parent.slice(pack?.length ?? 0).includes('/node_modules/') && !ours.some((dir) => parent.startsWith(dir));
  if (!isUsers) return resolved;
  if (refused.test(resolved.url))
    throw new Error('it imports ' + specifier + ', which is refused. ' + ${JSON.stringify(insteadHint)});
  return client.test(resolved.url) ? { ...resolved, url: resolved.url + ${JSON.stringify(guarded)}, format: 'module' } : resolved;
}
function guardedSource(url) {
  if (!url.endsWith(${JSON.stringify(guarded)})) return undefined;
  const real = JSON.stringify(url.slice(0, -${guarded.length}));
  return 'import * as sdk from ' + real + '; export * from ' + real +
    '; globalThis[Symbol.for(${JSON.stringify(refusalName)})](sdk); const whole = sdk.default; export { whole as default };';
}
`;
