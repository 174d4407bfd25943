import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, keyId, mainRegion, otherAccount, policy } from '../../facts.ts';

const allow = (AWS: string, Action: string): object => ({
  Effect: 'Allow',
  Principal: AWS === '*' ? AWS : { AWS },
  Action,
  Resource: '*',
});
const own = allow(`arn:aws:iam::${account}:root`, 'kms:*');

interface Key {
  readonly metadata: object;
  readonly policy: string;
  readonly alias?: string;
  readonly grants?: readonly object[];
}

const grant = (end: number, days: number, more: object) => ({
  GrantId: `${end}`.repeat(64),
  CreationDate: daysAgo(days),
  GranteePrincipal: `arn:aws:iam::${account}:role/app`,
  IssuingAccount: `arn:aws:iam::${account}:root`,
  Operations: ['Decrypt'],
  ...more,
});
const ofOrders = { Constraints: { EncryptionContextSubset: { of: 'orders' } } };
const ofTable = { GranteePrincipal: 'dynamodb.amazonaws.com' };

/** By the end of their id: the account's own, one with imported material, one about to be deleted, one of several regions that is disabled, one of AWS. */
const keys: Readonly<Record<string, Key>> = {
  '1': {
    metadata: {},
    policy: policy(own),
    alias: 'alias/data',
    grants: [grant(1, 90, ofOrders), grant(2, 90, { ...ofTable, ...ofOrders })],
  },
  '2': {
    metadata: { Origin: 'EXTERNAL', ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: daysAgo(-20) },
    policy: policy(own, allow('*', 'kms:Decrypt')),
    alias: 'alias/imported',
    // Forgotten, twice, and for whatever it protects.
    grants: [grant(3, 900, {}), grant(4, 900, {}), grant(5, 900, ofTable)],
  },
  '3': {
    metadata: { KeyState: 'PendingDeletion', DeletionDate: daysAgo(-10), Enabled: false },
    policy: policy(own, allow(`arn:aws:iam::${otherAccount}:root`, 'kms:Encrypt')),
  },
  '5': {
    metadata: {
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'PRIMARY',
        PrimaryKey: { Arn: arnOf('kms', `key/${keyId(5)}`), Region: mainRegion },
        ReplicaKeys: [],
      },
      KeyState: 'Disabled',
      Enabled: false,
    },
    policy: policy(own),
    alias: 'alias/orders',
  },
  '4': { metadata: { KeyManager: 'AWS' }, policy: policy(own), alias: 'alias/aws/ebs' },
};

const keyOf = (input: Readonly<Record<string, unknown>>) => keys[String(input['KeyId']).at(-1) ?? ''];

export default answers('kms', {
  ListKeys: here({
    Keys: Object.keys(keys).map((name) => ({ KeyId: keyId(name), KeyArn: arnOf('kms', `key/${keyId(name)}`) })),
    Truncated: false,
  }),
  ListAliases: here({
    Aliases: Object.entries(keys).flatMap(([name, { alias }]) =>
      alias === undefined ? [] : [{ AliasName: alias, AliasArn: arnOf('kms', alias), TargetKeyId: keyId(name) }],
    ),
    Truncated: false,
  }),
  DescribeKey: ({ input }) => ({
    KeyMetadata: {
      KeyId: String(input['KeyId']),
      Arn: arnOf('kms', `key/${String(input['KeyId'])}`),
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
  }),
  ListGrants: ({ input }) => ({ Grants: keyOf(input)?.grants ?? [], Truncated: false }),
  GetKeyLastUsage: ({ input }) => ({
    KeyId: String(input['KeyId']),
    KeyLastUsage:
      String(input['KeyId']).at(-1) === '1'
        ? { Operation: 'Decrypt', Timestamp: daysAgo(1) }
        : String(input['KeyId']).at(-1) === '5'
          ? { Operation: 'GenerateDataKey', Timestamp: daysAgo(9) }
          : { Operation: 'Decrypt', Timestamp: daysAgo(200) },
    TrackingStartDate: daysAgo(290),
    KeyCreationDate: daysAgo(300),
  }),
  GetKeyPolicy: ({ input }) => ({ Policy: keyOf(input)?.policy, PolicyName: 'default' }),
  GetKeyRotationStatus: here({ KeyRotationEnabled: true, RotationPeriodInDays: 365, NextRotationDate: daysAgo(-65) }),
});
