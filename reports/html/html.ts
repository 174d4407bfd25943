import type { Reporter } from '../reporter.ts'; export const html: Reporter = { name: 'html', extension: 'html', render: () => [] };
