import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';

const suffix = /\?bundle$/;

/** Bundles a script or style sheet for the browser and minifies it. Scripts become one function that runs at once. */
export async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${file}: the bundle is empty`);
  return output.text.trimEnd();
}

/** Lets code import `./file?bundle` as text (see reports/html/bundle.d.ts) when esbuild builds it. */
export const bundlePlugin: Plugin = {
  name: 'bundle',
  setup(builder) {
    builder.onResolve({ filter: suffix }, ({ path, importer, resolveDir }) => ({
      path: resolve(resolveDir === '' ? dirname(importer) : resolveDir, path.replace(suffix, '')),
      namespace: 'bundle',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'bundle' }, async ({ path }) => ({
      contents: await bundle(path),
      loader: 'text',
    }));
  },
};
