import { createHmac, hash as digest } from 'node:crypto';
import type { AwsCredentials } from './clients.ts';

/** A request as it goes over the wire, before it is signed. */
export interface UnsignedRequest {
  readonly method: string;
  /** As sent: its segments are percent-encoded. */
  readonly path: string;
  /** As sent: sorted and percent-encoded, without the question mark. */
  readonly query: string;
  /** Lower-case names, `host` included. The signature adds its own. */
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

/** For what a signature holds. */
export interface SigningScope {
  readonly region: string;
  /** The service's name in signatures, e.g. `monitoring`. */
  readonly name: string;
  /** S3 signs the path as it is sent, everyone else encodes it once more. */
  readonly plainPath: boolean;
}

/** Headers that proxies may change. */
const unsigned = new Set(['user-agent', 'connection']);
const emptyHash = digest('sha256', '', 'hex');
const hash = (data: string | Uint8Array): string => (data.length === 0 ? emptyHash : digest('sha256', data, 'hex'));
const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Signs requests in place with signature version 4, in the header.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export class Signer {
  /** Signing keys hold for a day, a region and a service: a scan needs a few dozen. */
  readonly #keys = new Map<string, Buffer>();
  #secret = '';

  sign(request: UnsignedRequest, credentials: AwsCredentials, scope: SigningScope, date: Date): void {
    const { headers } = request;
    const stamp = `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
    const payload = hash(request.body);
    headers['x-amz-date'] = stamp;
    headers['x-amz-content-sha256'] = payload;
    if (credentials.sessionToken !== undefined) headers['x-amz-security-token'] = credentials.sessionToken;
    const names = Object.keys(headers)
      .filter((name) => !unsigned.has(name))
      .sort();
    const signedNames = names.join(';');
    const lines = names.map((name) => `${name}:${trimmed(headers[name] ?? '')}\n`).join('');
    const path = scope.plainPath ? request.path : encodedAgain(request.path);
    const canonical = `${request.method}\n${path}\n${request.query}\n${lines}\n${signedNames}\n${payload}`;
    const day = stamp.slice(0, 8);
    const holds = `${day}/${scope.region}/${scope.name}/aws4_request`;
    const key = this.#key(credentials.secretAccessKey, day, scope, holds);
    const signature = createHmac('sha256', key)
      .update(`AWS4-HMAC-SHA256\n${stamp}\n${holds}\n${hash(canonical)}`)
      .digest('hex');
    headers['authorization'] =
      `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${holds}, SignedHeaders=${signedNames}, Signature=${signature}`;
  }

  #key(secret: string, day: string, { region, name }: SigningScope, holds: string): Buffer {
    if (secret !== this.#secret) {
      this.#keys.clear();
      this.#secret = secret;
    }
    let key = this.#keys.get(holds);
    if (key === undefined) {
      key = mac(mac(mac(mac(`AWS4${secret}`, day), region), name), 'aws4_request');
      this.#keys.set(holds, key);
    }
    return key;
  }
}

const trimmed = (value: string): string => value.trim().replaceAll(/\s+/g, ' ');

/** The path without empty and dot segments, percent-encoded a second time. */
function encodedAgain(path: string): string {
  if (/^\/[\w-]*$/.test(path)) return path;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(percentEncoded(segment));
  }
  return `/${segments.join('/')}${segments.length > 0 && path.endsWith('/') ? '/' : ''}`;
}

/** RFC 3986: everything but letters, digits and `-._~`. */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
