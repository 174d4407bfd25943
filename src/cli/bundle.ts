import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** The list of the program's files with their SHA-256, beside its entry, as `sha256sum` writes it. */
export const sumsName = 'SHA256SUMS';

/**
 * SHA-256 of the list of the program's files, which is made once when it is built: `sha256sum -c SHA256SUMS` compares the files with the list, and
 * this number with that of a release. Undefined where the program runs from its source.
 */
export function bundleHash(): string | undefined {
  // It stands beside the entry, and this in a chunk below it or in the entry itself.
  for (const place of [`./${sumsName}`, `../${sumsName}`]) {
    const file = new URL(place, import.meta.url);
    if (existsSync(file)) return createHash('sha256').update(readFileSync(file)).digest('hex');
  }
  return undefined;
}
