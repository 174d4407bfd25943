import { defineConfig } from 'vitest/config';
import { bundleVitePlugin } from './reports/html/vite-plugin.ts';

/** Data tables: hundreds of small files that share nothing they could spoil, so they share a worker. */
const tables = ['tests/checks/**/*.test.ts', 'tests/services/**/*.test.ts', 'tests/policy/**/*.test.ts'];

export default defineConfig({
  plugins: [bundleVitePlugin],
  test: {
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'tables', include: tables, isolate: false } },
      { extends: true, test: { name: 'all else', include: ['tests/**/*.test.ts'], exclude: tables } },
    ],
  },
});
