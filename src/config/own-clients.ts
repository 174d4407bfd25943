import Module from 'node:module';
import { fileURLToPath } from 'node:url';
import { AuditError } from '../errors.ts';

/**
 * What a module of the user's may not do with AWS's SDK: send anything itself. Its clients are there to be described by `service()`; what
 * is sent goes through `api`. This keeps honest checks honest: a module is code, and no sandbox is around it.
 */
const refusalName = 'aws-posture-audit.refuse-own-client';

/** What goes past the guard altogether: credentials, uploads, the SDK's older version, its inner parts. */
const refusedPackage = String.raw`/node_modules/(aws-sdk|@aws-sdk/(?!client-|types/)[\w-]+|@smithy/(?!types/)[\w-]+)/`;
const clientPackage = String.raw`/node_modules/@aws-sdk/client-[\w-]+/`;
const guarded = '?guarded';

const insteadHint =
  'Declare the operation in `calls` of a resource type and send it by `api.call()` or `api.pages()`; see docs/custom-checks.md.';

/** The file of the user's that is at work: the first on the stack that is neither the program's nor a package's. */
function fileAtWork(isOurs: (url: string) => boolean): string {
  for (const [, url = ''] of (new Error().stack ?? '').matchAll(/\(?((?:file:\/\/)?\/[^\n()]+?):\d+:\d+\)?/g)) {
    const file = url.startsWith('file:') ? fileURLToPath(url) : url;
    if (!file.includes('/node_modules/') && !isOurs(file)) return file;
  }
  return 'a custom check';
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
    Promise.reject(wrong(fileAtWork(isOurs), 'sends a request by an SDK client of its own, which is refused'));
  Object.assign(globalThis, { [Symbol.for(refusalName)]: (sdk: object) => disarm(sdk, refuse) });
  const loader = Module as unknown as Loader;
  const load = loader._load.bind(loader);
  loader._load = (request, parent, isMain) => {
    const by = parent?.filename ?? '';
    if (by === '' || by.includes('/node_modules/') || isOurs(by) || !/aws-sdk|smithy/.test(request))
      return load(request, parent, isMain);
    const file = loader._resolveFilename(request, parent, isMain);
    if (new RegExp(refusedPackage).test(file)) throw wrong(by, `loads ${request}, which is refused`);
    const sdk = load(request, parent, isMain);
    if (new RegExp(clientPackage).test(file) && typeof sdk === 'object' && sdk !== null) disarm(sdk, refuse);
    return sdk;
  };
  return hooks;
}

/** Runs in the loader's own thread, which resolves every import, computed ones too. */
const hooks = `
const refused = new RegExp(${JSON.stringify(refusedPackage)});
const client = new RegExp(${JSON.stringify(clientPackage)});
function guardImport(resolved, parent, specifier, ours) {
  const isUsers = parent?.startsWith('file:') && !parent.includes('/node_modules/') && !ours.some((dir) => parent.startsWith(dir));
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
