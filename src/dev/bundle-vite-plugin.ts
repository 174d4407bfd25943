import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { bundle } from './bundle-plugin.ts';

const suffix = '?bundle';
/** The name of the module made of a file; it must not end like a style sheet, which Vite would take for one. */
const made = { before: '\0bundle:', after: '.js' };

/** What `bundlePlugin` does for esbuild, for Vite and so for the tests. */
export const bundleVitePlugin: Plugin = {
  name: 'bundle',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith(suffix) || importer === undefined) return null;
    return made.before + resolve(dirname(importer), source.slice(0, -suffix.length)) + made.after;
  },
  async load(id) {
    if (!id.startsWith(made.before)) return null;
    return `export default ${JSON.stringify(await bundle(id.slice(made.before.length, -made.after.length)))}`;
  },
};
