import { mkdir, open, readdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AuditError, messageOf } from '../../program/errors.ts';

/** What every page says of itself, near its beginning. */
const ours = '<meta name="generator" content="aws-posture-audit">';
const first = 'index.html';

/**
 * Writes the pages of a report into a folder. The page that leads to the others comes last, and that of an earlier report goes first: where it
 * is, all are, and all are of the same report. Pages of an earlier report that this one does not have are taken away.
 * @throws AuditError `output` that names the folder; also where a page that leads to others is there already, and is none of ours
 */
export async function writePages(
  pages: AsyncIterable<{ readonly path: string; readonly text: string }>,
  folder: string,
): Promise<void> {
  try {
    if ((await isOurs(join(folder, first))) === false)
      throw new AuditError('output', `${join(folder, first)}: is there already, and is no page of audit`, {
        hint: 'Choose another folder with --output.',
      });
    await gone(join(folder, first));
    const written = new Set<string>();
    const made = new Set<string>();
    for await (const { path, text } of pages) {
      const file = join(folder, path);
      if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
      made.add(dirname(file));
      if (path === first) await clean(folder, written);
      await writeFile(file, text, { mode: 0o600 });
      written.add(path);
    }
  } catch (error) {
    if (error instanceof AuditError) throw error;
    throw new AuditError('output', `${folder}: cannot be written (${messageOf(error)})`, {
      hint: 'Free some space or choose another folder with --output.',
      cause: error,
    });
  }
}

async function clean(folder: string, written: ReadonlySet<string>): Promise<void> {
  for (const part of ['accounts', 'units', 'requirements']) {
    const names = await readdir(join(folder, part)).catch(() => []);
    for (const name of names) {
      const file = join(folder, part, name);
      if (name.endsWith('.html') && !written.has(`${part}/${name}`) && (await isOurs(file)) === true) await gone(file);
    }
  }
}

/** Undefined where there is no file. */
async function isOurs(file: string): Promise<boolean | undefined> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  try {
    const { buffer, bytesRead } = (await handle?.read(Buffer.alloc(4096), 0, 4096)) ?? {};
    return buffer?.toString('utf8', 0, bytesRead).includes(ours);
  } finally {
    await handle?.close();
  }
}

const gone = (file: string): Promise<void> =>
  unlink(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
