import { AuditError } from '../program/errors.ts';
import type { Operation } from './operations.ts';
import { needs, operations } from './operations.ts';
import type { Place } from './place.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A policy for whoever sends, and for nothing else: never a part of what a scan needs. */
export interface SendPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

const allow = (Sid: string, Action: readonly string[], Resource: readonly string[]): Statement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

const actionsOf = (some: readonly Operation[]): string[] => some.map((operation) => operations[operation]);

/**
 * Import of findings under the default product of an account: its ARN names the account twice
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-custom-providers.html).
 */
export const securityHubPolicy = (partition: string): SendPolicy => ({
  Version: '2012-10-17',
  Statement: [
    allow('AuditSendFindings', actionsOf(needs['security-hub']), [
      `arn:${partition}:securityhub:*:*:product/*/default`,
    ]),
  ],
});

/** Objects below one prefix, written and read back. */
export const bucketPolicy = (partition: string, place: Place, key: string | undefined): SendPolicy => ({
  Version: '2012-10-17',
  Statement: [objects('AuditSendObjects', partition, place, actionsOf(needs.s3)), ...keyStatements(key)],
});

/** The store of an organization's results: objects below one prefix, and the list of them. */
export const storePolicy = (partition: string, place: Place, key: string | undefined): SendPolicy => ({
  Version: '2012-10-17',
  Statement: [
    objects(
      'AuditStoreObjects',
      partition,
      place,
      actionsOf(needs.store.filter((operation) => operation !== 's3:ListObjectsV2')),
    ),
    {
      ...allow('AuditStoreList', [operations['s3:ListObjectsV2']], [`arn:${partition}:s3:::${place.bucket}`]),
      ...(place.prefix === '' ? {} : { Condition: { StringLike: { 's3:prefix': [`${place.prefix}*`] } } }),
    },
    ...keyStatements(key),
  ],
});

const objects = (sid: string, partition: string, { bucket, prefix }: Place, actions: readonly string[]): Statement =>
  allow(sid, actions, [`arn:${partition}:s3:::${bucket}/${prefix}*`]);

/**
 * What S3 asks of KMS for whoever writes and reads
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms).
 */
function keyStatements(key: string | undefined): Statement[] {
  if (key === undefined) return [];
  if (!/^arn:[\w-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(key))
    throw new AuditError('usage', `--kms-key-id ${key}: a policy names a key by its ARN`, {
      hint: 'It looks like arn:aws:kms:eu-west-1:111122223333:key/0123… .',
    });
  return [allow('AuditSendKey', ['kms:GenerateDataKey', 'kms:Decrypt'], [key])];
}
