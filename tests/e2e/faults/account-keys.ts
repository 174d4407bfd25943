import type { Front } from '../../../src/stand-in/front.ts';
import { account, daysAgo } from './account-facts.ts';

const region = 'us-east-1';

const document = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const own = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' };

/** Keys by the end of their id: what `DescribeKey` says of each, and its policy. */
const keys: Readonly<Record<string, { readonly metadata: object; readonly policy: string; readonly alias?: string }>> =
  {
    '1': { metadata: {}, policy: document(own), alias: 'alias/data' },
    '2': {
      metadata: { Origin: 'EXTERNAL', ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: daysAgo(-20) },
      policy: document(own, { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }),
      alias: 'alias/imported',
    },
    '3': {
      metadata: { KeyState: 'PendingDeletion', DeletionDate: daysAgo(-10), Enabled: false },
      policy: document(own, {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::999999999999:root' },
        Action: 'kms:Encrypt',
        Resource: '*',
      }),
    },
    '4': { metadata: { KeyManager: 'AWS' }, policy: document(own), alias: 'alias/aws/ebs' },
  };

const idOf = (name: string): string => `00000000-0000-4000-8000-00000000000${name}`;
const arnOf = (id: string): string => `arn:aws:kms:${region}:${account}:key/${id}`;

/** Keys of the account's own, one with imported material, one about to be deleted, one of AWS; in one region. */
export function answerKeys(front: Front): void {
  const ids = Object.keys(keys).map(idOf);
  const keyOf = (input: Readonly<Record<string, unknown>>) => keys[String(input['KeyId']).at(-1) ?? ''];
  front.answer(
    { service: 'kms', operation: 'ListKeys', region },
    { Keys: ids.map((KeyId) => ({ KeyId, KeyArn: arnOf(KeyId) })), Truncated: false },
  );
  front.answer(
    { service: 'kms', operation: 'ListAliases', region },
    {
      Aliases: Object.entries(keys).flatMap(([name, { alias }]) =>
        alias === undefined
          ? []
          : [
              {
                AliasName: alias,
                AliasArn: `arn:aws:kms:${region}:${account}:${alias}`,
                TargetKeyId: idOf(name),
              },
            ],
      ),
      Truncated: false,
    },
  );
  front.answer({ service: 'kms', operation: 'DescribeKey' }, ({ input }) => ({
    KeyMetadata: {
      KeyId: String(input['KeyId']),
      Arn: arnOf(String(input['KeyId'])),
      AWSAccountId: account,
      CreationDate: daysAgo(300),
      Enabled: true,
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      MultiRegion: false,
      ...keyOf(input)?.metadata,
    },
  }));
  front.answer({ service: 'kms', operation: 'ListGrants' }, { Grants: [], Truncated: false });
  front.answer({ service: 'kms', operation: 'GetKeyPolicy' }, ({ input }) => ({
    Policy: keyOf(input)?.policy,
    PolicyName: 'default',
  }));
  front.answer(
    { service: 'kms', operation: 'GetKeyRotationStatus', region },
    { KeyRotationEnabled: true, RotationPeriodInDays: 365, NextRotationDate: daysAgo(-65) },
  );
}
