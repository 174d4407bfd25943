import { createHash } from 'node:crypto';

/** The namespace of this program's UUIDs. */
const namespace = Buffer.from('6f1a3c52a0be4c0b8d0e5a7c1f2b9d34', 'hex');

/** A UUID of version 5 (RFC 9562): the same name gives the same, in every run. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
