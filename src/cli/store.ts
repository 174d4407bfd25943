import type { Store } from '../organization/store.ts';
import { DirectoryStore } from '../organization/store.ts';
import { AuditError } from '../program/errors.ts';
import type { Values } from './door/options.ts';
import { text } from './door/options.ts';
import type { awsOptions } from './options.ts';
import { accountOption, roleOption } from './options.ts';

/** How a store in a bucket is reached: never with the credentials of the accounts that are read. */
export const storeOptions = {
  storeProfile: text('Profile for a store in S3 (default: where AWS looks for credentials)'),
  storeRoleArn: roleOption('Role to assume for a store in S3'),
  storeKmsKeyId: text('KMS key that a store in S3 encrypts with (default: as the bucket says)'),
  storeBucketOwner: accountOption("Account that the store's bucket has to be of"),
};
export type StoreOptions = Values<typeof storeOptions> & Partial<Values<Pick<typeof awsOptions, 'endpointUrl'>>>;

/**
 * The store that `--store` means: a folder, or `s3://bucket/prefix`. Nothing is asked before it is used.
 * @throws AuditError `usage`
 */
export async function storeAt(place: string, options: StoreOptions): Promise<Store> {
  if (/^s3:/i.test(place)) {
    const [{ s3Store }, { placeOf }] = await Promise.all([import('./send/store.ts'), import('../send/place.ts')]);
    return s3Store(placeOf(place, '--store'), options);
  }
  const given = Object.keys(storeOptions).find((key) => options[key as keyof typeof storeOptions] !== undefined);
  if (given !== undefined)
    throw new AuditError('usage', `--store ${place} is a folder: what is said of a bucket means nothing to it`, {
      hint: 'A bucket is written as s3://bucket/prefix.',
    });
  return new DirectoryStore(place);
}
