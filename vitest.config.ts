import { defineConfig } from 'vitest/config';
import { bundleVitePlugin } from './reports/html/vite-plugin.ts';

export default defineConfig({
  plugins: [bundleVitePlugin],
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
