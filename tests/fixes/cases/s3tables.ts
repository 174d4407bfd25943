import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  's3tables-table-bucket-encrypted-cmk': lacks('s3tables', 'PutTableBucketEncryption'),
  's3tables-table-policy-not-public': lacks('s3tables', 'PutTablePolicy'),
};
