import type { Api } from '../../aws/api.ts';

type Located = Api<typeof import('@aws-sdk/client-s3'), 'GetBucketLocation'>;

/** What S3 says of where a bucket is, asked once whoever wants to know, and noted alike whoever asks first. */
export const locationOf = (api: Located, bucket: string): ReturnType<typeof ask> =>
  api.shared(`location of bucket ${bucket}`, (shared) => ask(shared, bucket));

const ask = (api: Located, bucket: string) => api.call('GetBucketLocation', { Bucket: bucket });
