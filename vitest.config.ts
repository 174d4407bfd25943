import { defineConfig } from 'vitest/config';
import { bundleVitePlugin } from './src/dev/bundle-vite-plugin.ts';
import { ensureGenerated } from './src/dev/gen-fresh.ts';

ensureGenerated(import.meta.dirname);

/** Data tables: hundreds of small files that share nothing they could spoil, so they share a worker. */
const tables = ['tests/checks/**/*.test.ts', 'tests/services/**/*.test.ts', 'tests/judgements/**/*.test.ts'];

/** Tests that neither start programs nor look at the clock may run side by side. */
const units = [
  'tests/aws/{answers,errors,guard,pages,refusal-causes,xml-*}.test.ts',
  'tests/{catalogue,dev,docs,inventory,partitions,text,world}/**/*.test.ts',
  'tests/engine/!(select).test.ts',
  'tests/iam/!(compile|glob).test.ts',
  'tests/iam/exposure/!(s3).test.ts',
  'tests/iam/{graph,paths}/**/*.test.ts',
];

export default defineConfig({
  plugins: [bundleVitePlugin],
  test: {
    testTimeout: 20_000,
    // For the SDK's own clients, with which ours are compared.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    projects: [
      {
        extends: true,
        test: { name: 'tables', include: tables, isolate: false, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'units', include: units, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'all else',
          include: ['tests/**/*.test.ts'],
          exclude: [...tables, ...units],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
