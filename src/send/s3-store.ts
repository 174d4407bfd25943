import { SourceFault } from '../aws/credentials/fault.ts';
import { codeOf, isExpired, shownMessage } from '../aws/errors.ts';
import type { PutOptions, Store } from '../organization/store.ts';
import { assertPath } from '../organization/store.ts';
import { AuditError } from '../program/errors.ts';
import type { Bucket } from './bucket.ts';
import { OtherObject } from './bucket.ts';
import type { Place } from './place.ts';

/**
 * A store in one prefix of a bucket. S3 puts objects there whole or not at all, answers with what was written last, and lets one of several
 * writers be first (https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel). A bucket that is away is waited
 * for, for a minute and a half.
 */
export class S3Store implements Store {
  readonly name: string;
  readonly #open: () => Promise<Bucket>;
  #bucket: Promise<Bucket> | undefined;

  /** @param open asked at the first use: who only names a store needs no credentials */
  constructor({ bucket, prefix }: Place, open: () => Promise<Bucket>) {
    this.name = `s3://${bucket}/${prefix}`.replace(/\/$/, '');
    this.#open = open;
  }

  async get(path: string): Promise<Uint8Array | undefined> {
    assertPath(path);
    return this.#with(path, 'read', (bucket) => bucket.get(path));
  }

  /**
   * Where the same bytes are there already, they count as written: an answer that was lost on the way leaves them there, and what is written
   * once names its attempt in them.
   */
  async put(path: string, bytes: Uint8Array, { ifAbsent = false }: PutOptions = {}): Promise<boolean> {
    assertPath(path);
    const type = path.endsWith('.gz') ? 'application/gzip' : 'application/json';
    return this.#with(path, 'written', async (bucket) => {
      if (!ifAbsent) {
        await bucket.replace(path, bytes, type);
        return true;
      }
      try {
        await bucket.put(path, bytes, type);
        return true;
      } catch (error) {
        if (error instanceof OtherObject) return false;
        throw error;
      }
    });
  }

  async *list(prefix: string): AsyncIterable<string> {
    const names = await this.#with(prefix, 'listed', (bucket) => bucket.list(prefix));
    // As in a folder, where paths are sorted by UTF-16; what else somebody has put there is none of ours.
    yield* names.filter((name) => /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(name)).sort();
  }

  async folders(): Promise<readonly string[]> {
    const names = await this.#with('', 'listed', (bucket) => bucket.folders());
    return [...names].sort();
  }

  async #with<T>(path: string, done: string, use: (bucket: Bucket) => Promise<T>): Promise<T> {
    const opening = (this.#bucket ??= this.#open());
    try {
      return await use(await opening);
    } catch (error) {
      // Of credentials that is said as it is.
      if (error instanceof AuditError) throw error;
      const kept = 'What was kept before is there: `--resume` goes on.';
      const file = `${this.name}/${path}: cannot be ${done}`;
      if (error instanceof SourceFault)
        throw new AuditError('credentials', `${file} (${error.message})`, {
          hint: `${error.hint ?? 'Look at the credentials of the store: --store-profile and --store-role-arn.'} ${kept}`,
          cause: error,
        });
      const said = `${file} (${codeOf(error)}: ${shownMessage(error)})`;
      if (isExpired(error))
        throw new AuditError('credentials', said, {
          hint: `The credentials of the store have ended: sign in again. ${kept}`,
          cause: error,
        });
      throw new AuditError('output', said, {
        hint: `${kept} \`audit policy --store\` prints what the store needs.`,
        cause: error,
      });
    }
  }
}
