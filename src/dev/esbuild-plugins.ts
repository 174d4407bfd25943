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

/**
 * Two things that cost cli-table3 more than laying out a table does. For a debugging message it shortens each cell letter
 * by letter, at every line it draws: a long cell takes minutes. And the version of string-width it brings compiles a regular
 * expression of all emoji at every measure, which is not needed for text made of printable ASCII and of the private-use
 * characters that `reports/table/grid.ts` puts in the place of all others.
 */
export function lightTables(): Plugin {
  const shortened = 'let content = utils.truncate(this.content, 10, this.truncate);';
  const quickWidth = `
const exact = module.exports;
const simple = /^[\\x20-\\x7e\\ue000-\\uf8ff]*$/;
module.exports = (text) => (simple.test(text) ? text.length : exact(text));
`;
  return {
    name: 'light-tables',
    setup(build) {
      build.onLoad({ filter: /[\\/]cli-table3[\\/]src[\\/]cell\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes(shortened)) throw new Error(`${path}: the line to leave out is gone`);
        return { contents: text.replace(shortened, "let content = '';"), loader: 'js' };
      });
      build.onLoad(
        { filter: /[\\/]cli-table3[\\/]node_modules[\\/]string-width[\\/]index\.js$/ },
        async ({ path }) => ({
          contents: (await readFile(path, 'utf8')) + quickWidth,
          loader: 'js',
        }),
      );
    },
  };
}
