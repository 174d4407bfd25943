import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { putOrganization } from '../../src/dev/bench/organization/synthetic.ts';
import { DirectoryStore } from '../../src/organization/store.ts';
import { root } from '../../src/stand-in/root.ts';

const run = promisify(execFile);

it('holds one account at a time, however many there are', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-organization-'));
  try {
    await putOrganization(new DirectoryStore(folder), { accounts: 400, findings: 300, checks: 50, requirements: 10 });
    const made = join(folder, 'made.json');
    // 120,000 findings are more than 100 MB of objects: whoever holds them all ends here for want of memory.
    const { stderr } = await run(process.execPath, [
      '--max-old-space-size=72',
      join(root, 'dist/audit.cjs'),
      'org',
      'report',
      '--store',
      folder,
      '--format',
      'json',
      '--output',
      made,
    ]);
    expect(stderr).toContain('400 scanned');
    expect(statSync(made).size).toBeGreaterThan(40_000_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
