import { constants } from 'node:fs';
import {
  access,
  chmod,
  copyFile,
  mkdir,
  open,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AuditError, messageOf } from '../program/errors.ts';
import { escapeLines } from '../text/escape.ts';
import { isOver } from './streams.ts';

/** Where one report goes: a file, or standard output. */
export interface Target<F extends string = string> {
  readonly format: F;
  /** Absolute path; undefined = standard output. */
  readonly file: string | undefined;
}

const base = 'audit-report';

/** The HTML report, or the PDF that is made of it, which nobody reads in a terminal: without --output they become files. */
export const isPage = (format: string): boolean => format === 'html' || format === 'pdf';
/** What is no text: it is a file, never on standard output. */
export const isBinary = (format: string): boolean => format === 'pdf' || format === 'ocsf-parquet';
/** What goes to standard output though a folder is named: commands to GitHub's runner, or else what a terminal shows. */
const printed = ['github', 'table'] as const;

/** Whether `--output` names a folder for so many formats. */
export const isFolder = async (output: string | undefined, formats: number): Promise<boolean> =>
  output !== undefined && !isStdout(output) && (output.endsWith('/') || formats > 1 || (await isDirectory(output)));

/**
 * Decides where each format goes.
 * Without --output: html, pdf and Parquet to ./audit-report.html and so on, the others to standard output. With a directory (existing, or ending in
 * a slash, or several formats): one file each, and the table or GitHub's annotations to standard output, of both the annotations. `-`:
 * standard output.
 * @throws AuditError `usage` when two reports would share standard output or a file
 */
export async function targetsFor<F extends string>(
  formats: readonly F[],
  extensions: Readonly<Record<string, string>>,
  output: string | undefined,
): Promise<Target<F>[]> {
  const named = (format: F, dir: string): Target<F> => ({
    format,
    file: resolve(join(dir, `${base}.${extensions[format] ?? format}`)),
  });
  let targets: Target<F>[];
  if (output === undefined)
    targets = formats.map((format) =>
      isPage(format) || isBinary(format) ? named(format, '.') : { format, file: undefined },
    );
  else if (isStdout(output)) targets = formats.map((format) => ({ format, file: undefined }));
  else if (await isFolder(output, formats.length)) {
    // The runner acts on annotations where they are printed only; a table is read in a file as well.
    const shown = [...printed].find((format) => formats.some((each) => each === format));
    targets = formats.map((format) => (format === shown ? { format, file: undefined } : named(format, output)));
  } else targets = formats.map((format) => ({ format, file: resolve(output) }));
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    const names = targets.filter(({ file }) => file === undefined).map(({ format }) => format);
    throw new AuditError('usage', `${names.join(' and ')} cannot share standard output`, {
      hint: 'Choose one of them, or write files with --output DIR.',
    });
  }
  return targets;
}

/** `/dev/stdout` may be a terminal, a pipe or a file that the shell opened: none of them may be replaced. */
export const isStdout = (output: string): boolean =>
  ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(output);

/** Finds out before anything is called that a file cannot be written. @throws AuditError `output` */
export async function assertWritable(path: string): Promise<void> {
  let file = path;
  try {
    if (await isSpecial(path)) return await access(path, constants.W_OK);
    file = await behindLinks(path);
    await makeFolder(dirname(file));
    if (await isDirectory(file)) throw new Error('it is a directory');
    // Only writing tells: a name may be too long, a file system read-only.
    const beside = nameBeside(file);
    await (await open(beside, 'wx', 0o600)).close();
    await unlink(beside);
  } catch (error) {
    throw new AuditError('output', `${file}: cannot be written (${messageOf(error)})`, {
      hint: 'Choose another place with --output or --save.',
      cause: error,
    });
  }
}

/** Like `mkdir -p`. Node's own never ends where a parent can hold nothing: `/proc`, a link that leads nowhere. */
async function makeFolder(dir: string): Promise<void> {
  if (await isDirectory(dir)) return;
  const parent = dirname(dir);
  if (parent !== dir) await makeFolder(parent);
  await mkdir(dir).catch(async (error: unknown) => {
    // Another run may have made it meanwhile.
    if (!(await isDirectory(dir))) throw error;
  });
}

/**
 * Writes a file as a whole or not at all: beside it first, then renamed, so that nobody reads half of one. A link stays
 * and what it leads to is replaced; a device or a named pipe is written to, never replaced.
 * @param compress whether by gzip, or at which level
 * @throws AuditError `output`, naming the file, e.g. when the disk is full
 */
export async function writeWhole(
  file: string,
  chunks: Iterable<string>,
  compress: boolean | number = false,
): Promise<void> {
  await replaceWhole(
    file,
    async (device) => writeTo(await open(device, 'w'), chunks, compress, false),
    async (beside) => writeTo(await open(beside, 'wx', 0o600), chunks, compress, true),
  );
}

/** As `writeWhole`, of what is made while it is written. @throws AuditError `output` */
export const writeWholeFrom = (file: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> =>
  replaceWhole(
    file,
    async (device) => writeFrom(await open(device, 'w'), chunks, false),
    async (beside) => writeFrom(await open(beside, 'wx', 0o600), chunks, true),
  );

async function writeFrom(
  handle: Awaited<ReturnType<typeof open>>,
  chunks: Iterable<string> | AsyncIterable<string>,
  sync: boolean,
): Promise<void> {
  try {
    for await (const block of blocksFrom(chunks)) await handle.appendFile(block);
    if (sync) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same of what is no text. @throws AuditError `output` */
export const writeBytes = (file: string, bytes: Uint8Array): Promise<void> =>
  replaceWhole(
    file,
    (device) => writeFile(device, bytes),
    async (beside) => {
      const handle = await open(beside, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  );

/** Puts a file that was made elsewhere in its place, as `writeWhole` does. @throws AuditError `output` */
export const placeWhole = (file: string, made: string): Promise<void> =>
  replaceWhole(
    file,
    (device) => copyFile(made, device),
    async (beside) => {
      await copyFile(made, beside, constants.COPYFILE_EXCL);
      await chmod(beside, 0o600);
    },
  );

/** Fills what stands beside a file and puts it in the file's place; a device or a pipe is filled itself. */
async function replaceWhole(
  file: string,
  fillDevice: (device: string) => Promise<void>,
  fillBeside: (beside: string) => Promise<void>,
): Promise<void> {
  let beside: string | undefined;
  try {
    if (await isSpecial(file)) return await fillDevice(file);
    const place = await behindLinks(file);
    beside = nameBeside(place);
    await fillBeside(beside);
    await rename(beside, place);
  } catch (error) {
    if (beside !== undefined) await unlink(beside).catch(() => {});
    throw new AuditError('output', `${file}: cannot be written (${messageOf(error)})`, {
      hint: 'Free some space or choose another place.',
      cause: error,
    });
  }
}

const nameBeside = (file: string): string => `${file}.${process.pid}.${Math.random().toString(36).slice(2, 8)}.tmp`;

async function writeTo(
  handle: Awaited<ReturnType<typeof open>>,
  chunks: Iterable<string>,
  compress: boolean | number,
  sync: boolean,
): Promise<void> {
  try {
    if (compress !== false) await writeCompressed(handle, chunks, compress === true ? undefined : compress);
    else for (const block of blocks(chunks)) await handle.appendFile(block);
    if (sync) await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeCompressed(
  handle: Awaited<ReturnType<typeof open>>,
  chunks: Iterable<string>,
  level: number | undefined,
): Promise<void> {
  const { createGzip } = await import('node:zlib');
  const { pipeline } = await import('node:stream/promises');
  await pipeline(
    blocks(chunks),
    createGzip(level === undefined ? {} : { level }),
    async (source: AsyncIterable<Buffer>) => {
      for await (const block of source) await handle.appendFile(block);
    },
  );
}

/**
 * Writes text for people, or JSON, to standard output. What a terminal would act on is shown as escapes: names in it are
 * the account's.
 */
export const writeStdout = (chunks: Iterable<string>): Promise<void> => writeReport(escapeChunks(chunks));

/** Escapes text piece by piece; JSON of `toJson` stays as it is. */
export function* escapeChunks(chunks: Iterable<string>): Generator<string> {
  for (const chunk of chunks) yield escapeLines(chunk);
}

/** Writes to standard output as it is, waiting for a slow reader: reports make their text escapeText, and colour it. */
export async function writeReport(chunks: Iterable<string>): Promise<void> {
  for (const block of blocks(chunks)) {
    if (isOver(process.stdout)) return;
    if (!process.stdout.write(block)) await drained(process.stdout);
  }
}

/** As `writeReport`, of what is made while it is written. */
export async function writeReportFrom(chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const block of blocksFrom(chunks)) {
    if (isOver(process.stdout)) return;
    if (!process.stdout.write(block)) await drained(process.stdout);
  }
}

/** Resolves when the reader has caught up, or gone away. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    stream.once('drain', done).once('close', done).once('error', done);
  });
}

/** Joins small pieces into blocks of about 256 kB. */
function* blocks(chunks: Iterable<string>): Generator<string> {
  let block: string[] = [];
  let size = 0;
  for (const chunk of chunks) {
    block.push(chunk);
    size += chunk.length;
    if (size < 262_144) continue;
    yield block.join('');
    block = [];
    size = 0;
  }
  if (size > 0) yield block.join('');
}

/** As `blocks`. */
async function* blocksFrom(chunks: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let block = '';
  for await (const chunk of chunks) {
    block += chunk;
    if (block.length < 262_144) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** A device, a named pipe or a socket: renaming a file over it would destroy it. */
async function isSpecial(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => !s.isFile() && !s.isDirectory(),
    () => false,
  );
}

/** The file that a path leads to, which need not be there yet. */
async function behindLinks(path: string, depth = 0): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return real;
  const link = await readlink(path).catch(() => undefined);
  return link === undefined || depth > 40 ? path : behindLinks(resolve(dirname(path), link), depth + 1);
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => s.isDirectory(),
    () => false,
  );
}
