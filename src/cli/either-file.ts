import { open } from 'node:fs/promises';
import { gunzipSync, constants } from 'node:zlib';
import type { Compared } from '../engine/changes/difference.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { judged } from './find-finding.ts';
import { readResult } from './result-file.ts';
import type { Setup } from './setup.ts';

const enough = 4096;

/** Whether a file begins as a snapshot does, compressed or not. */
export async function isSnapshot(file: string): Promise<boolean> {
  let bytes: Buffer;
  try {
    const handle = await open(file);
    try {
      // A pipe can be read only once, by whoever reads it whole.
      if (!(await handle.stat()).isFile()) return false;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(enough), 0, enough, 0);
      bytes = buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // Whoever reads it whole says what is wrong with it.
    return false;
  }
  return /^\s*\{"format":\s*"audit-snapshot"/.test(bytes.toString('latin1'));
}

/**
 * A result, or a snapshot as this version judges it.
 * @throws AuditError `usage` or `snapshot`
 */
export async function readEither(
  file: string,
  setup: Pick<Setup, 'selected' | 'config' | 'suppressions'>,
): Promise<Compared & { readonly source: string }> {
  return (await isSnapshot(file))
    ? { ...judged(await readSnapshot(file), setup, 'snapshot'), source: file }
    : { ...(await readResult(file)), source: file };
}
