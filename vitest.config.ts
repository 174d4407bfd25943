import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { bundleVitePlugin } from './src/dev/bundle-vite-plugin.ts';
import { ensureGenerated } from './src/dev/gen-fresh.ts';

ensureGenerated(import.meta.dirname);

/** Tests of the whole program that hold it against a clock and mostly wait: a few at a time, after those that do not. */
const waiting = ['tests/e2e/time-left.test.ts', 'tests/e2e/faults/{random,throttled,throttled-account}.test.ts'];

/** Tests that hold something against a clock: one at a time, after all others. */
const alone = [
  'tests/aws/{deadlines,limiter,transport}.test.ts',
  // In a worker that others share, the garbage of all of them is collected in its time.
  'tests/{engine/causes/large,judgements/logs/filter-covers}.test.ts',
  'tests/e2e/scale.test.ts',
  'tests/input/{bombs,readers}.test.ts',
  'tests/secrets/find.test.ts',
  'tests/stand-in/faults.test.ts',
];

/** What changes what other tests see in the same process: modules, clocks, the environment, streams, the working folder. */
const changes =
  /vi\.(?:mock|doMock|stub|useFakeTimers|setSystemTime|resetModules|hoisted|spyOn)|process\.env\[[^\]]+\] = |delete process\.env|process\.(?:chdir|exit|kill|on|emit|stdout|stderr)\b|mockClient|globalThis\.|setFlagsFromString/;

/**
 * Tests that change such things have a worker to themselves, as do those of configurations and all that write a module of a user's,
 * since loading one guards the process against what it does; all others share one, and what it has loaded.
 */
const apart = readdirSync(path.join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => path.posix.join('tests', ...name.split(path.sep)))
  .filter((name) => {
    const text = readFileSync(path.join(import.meta.dirname, name), 'utf8');
    return name.startsWith('tests/config/') || text.includes('export default') || changes.test(text);
  });

export default defineConfig({
  plugins: [bundleVitePlugin],
  test: {
    // In CI the checkout is new, and what one project has transformed the others need not.
    experimental: { fsModuleCache: process.env['CI'] !== undefined },
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
          include: ['tests/**/*.test.ts'],
          exclude: [...apart, ...waiting, ...alone],
          isolate: false,
          // One more than the cores they are held to: a quarter of the time a test waits for what it started.
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: apart,
          exclude: [...waiting, ...alone],
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'waiting', include: waiting, maxWorkers: 3, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
