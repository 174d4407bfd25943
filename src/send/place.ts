import { AuditError } from '../program/errors.ts';

/** A bucket and what its objects' keys begin with. */
export interface Place {
  readonly bucket: string;
  /** Empty, or ends in a slash. */
  readonly prefix: string;
}

/**
 * `s3://bucket/prefix`.
 * @param option what messages call it
 * @throws AuditError `usage`
 */
export function placeOf(text: string, option: string): Place {
  const [, bucket = '', rest = ''] = /^s3:\/\/([^/]*)(?:\/(.*))?$/s.exec(text) ?? [];
  // Other programs take credentials there; they are not repeated.
  const shown = /[:@]/.test(bucket) ? '' : ` ${text}`;
  const wrong = (what: string): AuditError =>
    new AuditError('usage', `${option}${shown}: ${what}`, { hint: 'Write it as s3://bucket/prefix.' });
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || bucket.includes('..')) throw wrong('names no bucket');
  const prefix = rest.replace(/\/$/, '');
  const parts = prefix === '' ? [] : prefix.split('/');
  // What is safe in a key, and in a policy, where `*`, `?` and `${` mean something else:
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
  if (parts.some((part) => !/^[\w.=@+-]{1,200}$/.test(part) || /^\.+$/.test(part)) || prefix.length > 700)
    throw wrong('its prefix may have letters, digits and _ . = @ + - between slashes');
  return { bucket, prefix: prefix === '' ? '' : `${prefix}/` };
}
