import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** `import text from './file?raw'` gives the file's text, as Vite does. */
export function rawText(): Plugin {
  return {
    name: 'raw-text',
    setup(build) {
      build.onResolve({ filter: /\?raw$/ }, (args) => ({
        path: resolve(dirname(args.importer), args.path.slice(0, -4)),
        namespace: 'raw',
      }));
      build.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => ({
        contents: await readFile(path, 'utf8'),
        loader: 'text',
      }));
    },
  };
}

/**
 * The SDK describes shapes in objects with computed keys (`{ [_hE]: 404 }`), which keep every shape of a service alive
 * in a bundle. With the constants written in, those of unused operations are dropped: half the size.
 */
export function shakeableSchemas(): Plugin {
  return {
    name: 'shakeable-schemas',
    setup(build) {
      build.onLoad({ filter: /[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const names = new Map(
          [...text.matchAll(/^const (_\w+) = ("[^"\n]*");$/gm)].map(([, name = '', value = '']) => [name, value]),
        );
        const contents = text.replaceAll(/\[(_\w+)\]:/g, (whole, name: string) =>
          names.has(name) ? `${names.get(name)}:` : whole,
        );
        return { contents, loader: 'js' };
      });
    },
  };
}

/**
 * secretlint's rule for Google's key files loads a library of cryptography (a tenth of the program) to open them from
 * disk. That rule is not used (see `src/secrets/library.ts`), so the library stays out.
 */
export function withoutUnusedRules(): Plugin {
  return {
    name: 'without-unused-rules',
    setup(build) {
      build.onResolve({ filter: /^\.\/index-[\w-]+\.js$/ }, ({ kind, importer }) =>
        kind === 'dynamic-import' && importer.includes('secretlint-rule-preset-recommend')
          ? { path: 'unused-rule', namespace: 'empty' }
          : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};', loader: 'js' }));
    },
  };
}
