import { join } from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import { build } from 'esbuild';
import { bundlePlugin } from './bundle-plugin.ts';
import {
  lateSegmenter,
  rawText,
  shakeableSchemas,
  versionsOnly,
  withoutBrowserNames,
  withoutUnusedQueues,
  withoutUnusedRules,
} from './esbuild-plugins.ts';

export const root = join(import.meta.dirname, '../..');

/** How the program is bundled: one small entry, a chunk per command, report and AWS client. */
const options: BuildOptions = {
  absWorkingDir: root,
  entryPoints: {
    main: 'src/cli/entry.ts',
    api: 'src/api.ts',
    testing: 'src/testing/index.ts',
    'strip-types': 'src/config/strip-types.ts',
  },
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The SDK's ES modules can be shaken, its CommonJS cannot.
  mainFields: ['module', 'main'],
  keepNames: false,
  legalComments: 'none',
  // Dependencies that are CommonJS ask for `require`.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  plugins: [
    rawText(),
    bundlePlugin,
    shakeableSchemas(),
    versionsOnly(),
    lateSegmenter(),
    withoutBrowserNames(),
    withoutUnusedRules(),
    withoutUnusedQueues(),
  ],
  logLevel: 'warning',
};

/**
 * Bundles the program and says what it is made of.
 * @param outdir where to write it; without it nothing is written
 */
export async function bundleProgram(outdir?: string, { readable = false } = {}): Promise<Metafile> {
  const { metafile } = await build({
    ...options,
    outdir: outdir ?? join(root, 'build/unwritten'),
    write: outdir !== undefined,
    minify: !readable,
    metafile: true,
  });
  return metafile;
}

/** What the script and style sheet inside the HTML report are made of: they are bundled on their own, into a text. */
export async function pageMetafiles(program: Metafile): Promise<readonly Metafile[]> {
  const entries = Object.keys(program.inputs).flatMap((input) => /^bundle:(.+)$/.exec(input)?.[1] ?? []);
  const pages: Metafile[] = [];
  for (const entry of entries) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      write: false,
      outdir: join(root, 'build/unwritten'),
      metafile: true,
      logLevel: 'silent',
    });
    pages.push(metafile);
  }
  return pages;
}
