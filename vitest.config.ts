import { defineConfig } from 'vitest/config';
import { bundleVitePlugin } from './src/dev/bundle-vite-plugin.ts';
import { ensureGenerated } from './src/dev/gen-fresh.ts';

ensureGenerated(import.meta.dirname);

/** Tests that hold something against a clock: one at a time, after all others. */
const alone = [
  'tests/aws/{deadlines,limiter,transport}.test.ts',
  // In a worker that others share, the garbage of all of them is collected in its time.
  'tests/{engine/causes/large,judgements/logs/filter-covers}.test.ts',
  'tests/e2e/{scale,time-left}.test.ts',
  'tests/e2e/faults/{killed,random,throttled}.test.ts',
  'tests/input/{bombs,readers}.test.ts',
  'tests/secrets/find.test.ts',
  'tests/stand-in/faults.test.ts',
];

/** Tests that neither start programs nor change what others see: they share a worker, and what it has loaded. */
const together = [
  'tests/{catalogue,checks,docs,engine,iam,inventory,judgements,partitions,services,text,types,world}/**/*.test.ts',
  'tests/aws/{answers,errors,pages,refusal-causes}.test.ts',
];

export default defineConfig({
  plugins: [bundleVitePlugin],
  test: {
    testTimeout: 20_000,
    setupFiles: ['tests/cpu.ts'],
    // For the SDK's own clients, with which ours are compared.
    // Results of tests are not kept for the developer's next run, nor is what the developer's runs kept looked into.
    env: {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AUDIT_NO_CACHE: '1',
      XDG_CACHE_HOME: '/nonexistent',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: together,
          exclude: alone,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['tests/**/*.test.ts'],
          exclude: [...together, ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
