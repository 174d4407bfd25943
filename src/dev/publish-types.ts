import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './bundle.ts';

/**
 * Makes the published types of what `tsc` emitted: only what the entries reach, and without a package that a user may lack. Without
 * it their values would silently become `any`. A whole SDK module, which only we call, becomes `unknown`; of its shapes those that our
 * values are made of are copied beside ours.
 */
const emitted = join(root, 'build/types');
const published = join(root, 'dist/types');
const entries = ['src/api.d.ts', 'src/testing/index.d.ts'];

/** By client package: the names that our types use. */
const wanted = new Map<string, Set<string>>();
const written = new Map<string, string>();

function want(client: string, name: string): void {
  const names = wanted.get(client) ?? new Set();
  wanted.set(client, names.add(name));
}

/** A file's types, and those of what it imports. */
function take(file: string): void {
  if (written.has(file)) return;
  const text = readFileSync(join(emitted, file), 'utf8');
  written.set(file, '');
  const shapes = (client: string): string => {
    const path = relative(dirname(file), `sdk/${client}.d.ts`);
    return path.startsWith('.') ? path : `./${path}`;
  };
  const own = text
    .replace(/typeof import\(['"]@aws-sdk\/client-[\w-]+['"]\)/g, 'unknown')
    .replace(/import\(['"]@aws-sdk\/(client-[\w-]+)['"]\)\.(\w+)/g, (_, client: string, name: string) => {
      want(client, name);
      return `import("${shapes(client)}").${name}`;
    })
    .replace(/import type \{([^}]*)\} from ['"]@aws-sdk\/(client-[\w-]+)['"]/g, (_, names: string, client: string) => {
      for (const name of names.split(',')) if (name.trim() !== '') want(client, name.trim().split(' ')[0] ?? '');
      return `import type {${names}} from '${shapes(client)}'`;
    })
    // What the types of Node and of browsers call these.
    .replace(/\bAbortSignal\b/g, '{ readonly aborted: boolean }')
    .replace(/\bNodeJS\.ProcessEnv\b/g, 'Readonly<Record<string, string | undefined>>')
    .replace(/\bBuffer(<\w+>)?(?![\w'"])/g, 'Uint8Array');
  written.set(file, own);
  const foreign = /(?:from |import\()['"]((?!\.)[^'"]+)['"]/.exec(own.replaceAll(/\/\*[^]*?\*\//g, ''))?.[1];
  if (foreign !== undefined) throw new Error(`${file}: its types come from ${foreign}, which a user may lack`);
  for (const [, path = ''] of own.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g)) {
    if (path.includes('/sdk/client-')) continue;
    take(join(dirname(file), path.replace(/\.[jt]s$/, '.d.ts')));
  }
}

/** The declarations of an SDK client's shapes, by name: a type and a constant may share one. */
function shapesOf(client: string): ReadonlyMap<string, string> {
  const models = join(root, `node_modules/@aws-sdk/${client}/dist-types/models`);
  const found = new Map<string, string>();
  for (const file of existsSync(models) ? readdirSync(models) : []) {
    const text = readFileSync(join(models, file), 'utf8').replaceAll(/\/\*\*[^]*?\*\//g, '');
    for (const part of text.split(/^(?=export )/m)) {
      const name = /^export (?:interface|type|declare (?:const|namespace|enum|class)) (\w+)/.exec(part)?.[1];
      if (name !== undefined) found.set(name, `${found.get(name) ?? ''}${part.replace(/\n\s*\n/g, '\n').trimEnd()}\n`);
    }
  }
  return found;
}

function writeShapes(client: string, names: ReadonlySet<string>): void {
  const shapes = shapesOf(client);
  const taken = new Set<string>();
  const copy = (name: string): void => {
    const text = shapes.get(name);
    if (text === undefined || taken.has(name)) return;
    taken.add(name);
    for (const [word] of text.matchAll(/\b[A-Z]\w*\b/g)) copy(word);
  };
  for (const name of names) {
    if (!shapes.has(name)) throw new Error(`${client} declares no shape ${name}`);
    copy(name);
  }
  const text = [...taken]
    .sort()
    .map((name) => shapes.get(name))
    .join('');
  writeFileSync(join(published, `sdk/${client}.d.ts`), text);
}

rmSync(published, { recursive: true, force: true });
mkdirSync(join(published, 'sdk'), { recursive: true });
for (const entry of entries) take(entry);
for (const [file, text] of written) {
  mkdirSync(dirname(join(published, file)), { recursive: true });
  writeFileSync(join(published, file), text);
}
for (const [client, names] of wanted) writeShapes(client, names);
console.log(`dist/types: ${written.size + wanted.size} files`);
