import type { Dirent } from 'node:fs';
import { link, mkdir, open, readFile, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AuditError, messageOf } from '../program/errors.ts';

/**
 * Where a scan of an organization is kept: a folder, or one prefix of a bucket.
 * Paths are from its root, with `/` between names of letters, digits, `.`, `_` and `-`.
 */
export interface Store {
  /** For messages: the folder, or `s3://bucket/prefix`. */
  readonly name: string;
  /** Undefined where there is none. @throws AuditError `output` that names the file */
  get(path: string): Promise<Uint8Array | undefined>;
  /**
   * Writes a file whole or not at all: nobody reads half of one.
   * @param options.ifAbsent only where there is none, also when several processes try at once: one of them writes
   * @returns whether it was written
   * @throws AuditError `output` that names the file
   */
  put(path: string, bytes: Uint8Array, options?: PutOptions): Promise<boolean>;
  /** Paths that begin so, sorted. Those that are being written are none. @throws AuditError `output` */
  list(prefix: string): AsyncIterable<string>;
  /** Names of the folders at its root, sorted; nothing of what is in them is listed. @throws AuditError `output` */
  folders(): Promise<readonly string[]>;
}

export interface PutOptions {
  readonly ifAbsent?: boolean;
}

/** @throws AuditError `internal` for a path that could lead out of the store */
export function assertPath(path: string): void {
  const names = path.split('/');
  if (names.every((name) => /^[\w-][\w.-]*$/.test(name))) return;
  throw new AuditError('internal', `${JSON.stringify(path)} is no path in a store`);
}

/** What is being written: it is no file of the store. */
const unfinished = '.tmp';

/** A store in a folder, made where it is missing. The folder may be shared by several machines if its file system has hard links. */
export class DirectoryStore implements Store {
  readonly name: string;

  constructor(folder: string) {
    this.name = folder;
  }

  async get(path: string): Promise<Uint8Array | undefined> {
    assertPath(path);
    try {
      return await readFile(join(this.name, path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw this.#error(path, 'read', error);
    }
  }

  async put(path: string, bytes: Uint8Array, { ifAbsent = false }: PutOptions = {}): Promise<boolean> {
    assertPath(path);
    const file = join(this.name, path);
    const beside = `${file}.${process.pid}.${Math.random().toString(36).slice(2, 10)}${unfinished}`;
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(beside, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (ifAbsent) return await linked(beside, file);
      await rename(beside, file);
      return true;
    } catch (error) {
      throw this.#error(path, 'written', error);
    } finally {
      await unlink(beside).catch(() => {});
    }
  }

  async *list(prefix: string): AsyncIterable<string> {
    // Folders that cannot hold anything that begins so are not looked into.
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    if (folder !== '') assertPath(folder.slice(0, -1));
    yield* this.#below(folder, prefix);
  }

  async folders(): Promise<readonly string[]> {
    const entries = await this.#entries('');
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  }

  #entries(folder: string): Promise<Dirent[]> {
    return readdir(join(this.name, folder), { withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw this.#error(folder, 'read', error);
    });
  }

  async *#below(folder: string, prefix: string): AsyncIterable<string> {
    const entries = await this.#entries(folder);
    // As whole paths sort: `a-b` stands before `a/b`.
    const paths = entries
      .map((entry) => ({ path: `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`, entry }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, entry } of paths) {
      if (!path.startsWith(prefix.slice(0, path.length))) continue;
      if (entry.isDirectory()) yield* this.#below(path, prefix);
      else if (entry.isFile() && path.startsWith(prefix) && !path.endsWith(unfinished)) yield path;
    }
  }

  #error(path: string, done: string, error: unknown): AuditError {
    return new AuditError('output', `${join(this.name, path)}: cannot be ${done} (${messageOf(error)})`, {
      hint: 'Free some space there, or choose another place with --store.',
      cause: error,
    });
  }
}

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

/** A link appears with all that is in the file, or not at all, and never over another. */
async function linked(made: string, file: string): Promise<boolean> {
  try {
    await link(made, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
