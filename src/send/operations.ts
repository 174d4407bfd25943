/** All that this program can ever write to AWS, and what it reads to do so, with the IAM action that each needs. */
export const operations = {
  's3:PutObject': 's3:PutObject',
  's3:GetObject': 's3:GetObject',
  's3:ListObjectsV2': 's3:ListBucket',
  'securityhub:BatchImportFindings': 'securityhub:BatchImportFindings',
} as const;
export type Operation = keyof typeof operations;

/** What each receiver needs of them. */
export const needs = {
  'security-hub': ['securityhub:BatchImportFindings'],
  // Read is what is there already under the name that is to be written.
  s3: ['s3:PutObject', 's3:GetObject'],
  store: ['s3:PutObject', 's3:GetObject', 's3:ListObjectsV2'],
} as const satisfies Readonly<Record<string, readonly Operation[]>>;
