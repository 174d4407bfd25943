import { listed } from '../../inventory/listed.ts';
import { gluedatabrew } from './service.ts';

/** A job that applies a recipe, or tells what data is like. */
export const brewJob = listed(gluedatabrew, 'AWS::DataBrew::Job', 'ListJobs', {
  at: 'Jobs',
  input: { MaxResults: 100 },
  narrows: { DatasetName: 'unless given', ProjectName: 'unless given' },
  references: ['https://docs.aws.amazon.com/databrew/latest/dg/encryption-at-rest.html'],
  id: ({ Name }) => Name,
  keep: { arn: 'ResourceArn', encryption: 'EncryptionMode', keyId: 'EncryptionKeyArn' },
  label: ({ id }) => `job ${id}`,
});

export const outputEncryption = {
  at: 'encryption',
  is: { 'SSE-S3': 'aws', 'SSE-KMS': 'kms' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its output',
} as const;
