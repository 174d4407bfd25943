import { createHash } from 'node:crypto';
import type { Connection } from '../aws/connection.ts';
import { codeOf, statusOf } from '../aws/errors.ts';
import { percentEncoded } from '../aws/signature.ts';
import { s3 } from '../services/s3/service.ts';
import type { Request, Writer } from './client.ts';
import type { Place } from './place.ts';

export interface BucketOptions {
  /**
   * Id, alias or ARN of the KMS key that objects are encrypted with; without, as the bucket's default says. (S3 encrypts everything; to ask
   * for its own keys would undo a default of KMS: https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html)
   */
  readonly kmsKeyId?: string | undefined;
  /** The account that the bucket has to be of. */
  readonly owner?: string | undefined;
}

/** An object that is there, and is not what was to be written. */
export class OtherObject extends Error {
  constructor(key: string, bucket: string) {
    super(`s3://${bucket}/${key} is there already with another content, and was left as it is`);
    this.name = 'OtherObject';
  }
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The objects below one prefix of a bucket. Nothing is ever deleted, and nothing replaced but by `replace`. */
export class Bucket {
  readonly #writer: Writer;
  readonly #place: Place;
  readonly #region: string;
  readonly #options: BucketOptions;

  /** @param connection whose region is asked first; S3 says where the bucket is */
  constructor(writer: Writer, connection: Connection, place: Place, options: BucketOptions = {}) {
    this.#writer = writer;
    this.#region = connection.startRegion;
    this.#place = place;
    this.#options = options;
  }

  /** As people write it. */
  addressOf(name: string): string {
    return `s3://${this.#place.bucket}/${this.#place.prefix}${name}`;
  }

  /**
   * Writes an object where there is none of that name. S3 holds the content against its SHA-256 while it takes it.
   * @param name below the prefix
   * @returns `there` where one with the same content was there already, as after an answer that was lost on the way
   * @throws OtherObject; Refused; what the network says
   */
  async put(name: string, bytes: Uint8Array, type: string): Promise<'written' | 'there'> {
    try {
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
      await this.#write(name, bytes, type, { 'if-none-match': '*' });
      return 'written';
    } catch (error) {
      if (statusOf(error) !== 412 && codeOf(error) !== 'PreconditionFailed') throw error;
      const there = await this.get(name);
      if (there === undefined || !sha256(there).equals(sha256(bytes)))
        throw new OtherObject(`${this.#place.prefix}${name}`, this.#place.bucket);
      return 'there';
    }
  }

  /** Writes an object, whatever is there. @throws as `put` */
  replace(name: string, bytes: Uint8Array, type: string): Promise<void> {
    return this.#write(name, bytes, type, {});
  }

  async #write(name: string, bytes: Uint8Array, type: string, condition: Record<string, string>): Promise<void> {
    const { kmsKeyId } = this.#options;
    const key = `${this.#place.prefix}${name}`;
    const answer = await this.#send('s3:PutObject', 'PUT', key, {
      body: bytes,
      headers: {
        ...condition,
        'content-type': type,
        'x-amz-checksum-sha256': sha256(bytes).toString('base64'),
        ...(kmsKeyId === undefined
          ? {}
          : { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': kmsKeyId }),
      },
    });
    if (kmsKeyId !== undefined && answer.headers['x-amz-server-side-encryption'] !== 'aws:kms')
      throw new Error(`S3 did not say that it encrypted ${this.addressOf(name)} with the KMS key`);
  }

  /**
   * An object's content; undefined where there is none.
   * @throws Refused, also where there may be none and listing is not allowed; `Error` where it is not what its checksum says
   */
  async get(name: string): Promise<Uint8Array | undefined> {
    try {
      const { headers, body } = await this.#send('s3:GetObject', 'GET', `${this.#place.prefix}${name}`, {
        headers: { 'x-amz-checksum-mode': 'ENABLED' },
      });
      const told = headers['x-amz-checksum-sha256'];
      const length = headers['content-length'];
      // A checksum of parts has their number behind it, and is not of the whole.
      if (told !== undefined && !told.includes('-') && told !== sha256(body).toString('base64'))
        throw new Error(`${this.addressOf(name)} did not arrive as it was written: its SHA-256 is another`);
      if (length !== undefined && Number(length) !== body.length)
        throw new Error(`${this.addressOf(name)} did not arrive whole`);
      return body;
    } catch (error) {
      if (codeOf(error) === 'NoSuchKey') return undefined;
      throw error;
    }
  }

  /**
   * The names below the prefix that begin so, in S3's order.
   * @throws Refused; `Error` for an answer that is no list, or comes again and again
   */
  list(start = ''): Promise<string[]> {
    return this.#listed(start, {}, /<Contents>.*?<Key>([^<]*)<\/Key>.*?<\/Contents>/gs);
  }

  /** What stands below the prefix before a slash. @throws as `list` */
  async folders(): Promise<string[]> {
    const inner = /<CommonPrefixes>.*?<Prefix>([^<]*)<\/Prefix>.*?<\/CommonPrefixes>/gs;
    return (await this.#listed('', { delimiter: '/' }, inner)).map((name) => name.replace(/\/$/, ''));
  }

  async #listed(start: string, more: Readonly<Record<string, string>>, each: RegExp): Promise<string[]> {
    const { prefix } = this.#place;
    const names: string[] = [];
    const seen = new Set<string>();
    for (let token: string | undefined; ;) {
      // Each page says where the next begins.
      // oxlint-disable-next-line no-await-in-loop
      const { body } = await this.#send('s3:ListObjectsV2', 'GET', '', {
        query: {
          'list-type': '2',
          'encoding-type': 'url',
          prefix: `${prefix}${start}`,
          ...more,
          ...(token === undefined ? {} : { 'continuation-token': token }),
        },
      });
      const text = Buffer.from(body).toString('utf8');
      if (!/<ListBucketResult[\s>]/.test(text) || !text.trimEnd().endsWith('</ListBucketResult>'))
        throw new Error(`S3 answered no list of s3://${this.#place.bucket}/${prefix}`);
      // Who encodes them as he was asked to says so: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
      const encoded = text.includes('<EncodingType>url</EncodingType>');
      for (const [, key = ''] of text.matchAll(each)) {
        const whole = encoded ? decoded(key) : unescaped(key);
        if (!whole.startsWith(prefix)) throw new Error(`S3 listed ${whole}, which is not below ${prefix}`);
        names.push(whole.slice(prefix.length));
      }
      if (!/<IsTruncated>true<\/IsTruncated>/.test(text)) return names;
      token = unescaped(/<NextContinuationToken>([^<]+)</.exec(text)?.[1] ?? '');
      if (token === '' || seen.has(token)) throw new Error('S3 says that there is more and not where');
      seen.add(token);
    }
  }

  #send(
    operation: Request['operation'],
    method: Request['method'],
    key: string,
    more: Pick<Request, 'body' | 'headers' | 'query'>,
  ): ReturnType<Writer['send']> {
    const { owner } = this.#options;
    return this.#writer.send({
      service: s3,
      operation,
      region: this.#region,
      bucket: this.#place.bucket,
      method,
      path: `/${key.split('/').map(percentEncoded).join('/')}`,
      ...more,
      headers: { ...more.headers, ...(owner === undefined ? {} : { 'x-amz-expected-bucket-owner': owner }) },
    });
  }
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch (error) {
    throw new Error(`S3 listed ${key}, which is not encoded as it says`, { cause: error });
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);
