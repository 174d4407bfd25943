import { Connection } from '../../aws/connection.ts';
import type { Store } from '../../organization/store.ts';
import { Bucket } from '../../send/bucket.ts';
import { Writer } from '../../send/client.ts';
import { needs } from '../../send/operations.ts';
import type { Place } from '../../send/place.ts';
import { S3Store } from '../../send/s3-store.ts';
import { codeAsker } from '../ask-code.ts';
import type { StoreOptions } from '../store.ts';

/** The store in a bucket, with credentials of its own: those of `--store-profile`, else where AWS looks for them. */
export const s3Store = (place: Place, options: StoreOptions): Store =>
  new S3Store(place, async () => {
    const { storeProfile: profile, storeRoleArn: roleArn, storeKmsKeyId: kmsKeyId, endpointUrl } = options;
    const connection = await Connection.open({ profile, endpointUrl, askCode: codeAsker() });
    const credentials = connection.credentialsOf(roleArn === undefined ? undefined : { roleArn });
    const writer = new Writer(connection, credentials.provider, needs.store);
    return new Bucket(writer, connection, place, { kmsKeyId, owner: options.storeBucketOwner });
  });
