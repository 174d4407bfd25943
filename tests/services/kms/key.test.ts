import { describe, expect, it } from 'vitest';
import { key } from '../../../src/services/kms/key.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const list = {
  ListKeys: { Keys: [{ KeyId: 'k-1', KeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k-1' }] },
  ListAliases: { Aliases: [] },
};
const describeAs = (more: object) => ({
  ...list,
  DescribeKey: {
    KeyMetadata: {
      KeyId: 'k-1',
      KeyManager: 'CUSTOMER',
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      ...more,
    },
  },
});
const operations = (sent: readonly { operation: string }[]) => sent.map((one) => one.operation);

describe('AWS::KMS::Key', () => {
  it('lists every page of keys, and names them by the aliases of every page', async () => {
    const { records, sent } = await collectType(key, [], {
      ListKeys: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? { Keys: [{ KeyId: 'a', KeyArn: 'arn:a' }], Truncated: true, NextMarker: 'more' }
          : { Keys: [{ KeyId: 'b' }], Truncated: false },
      ListAliases: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? {
              Aliases: [{ AliasName: 'alias/z', TargetKeyId: 'a' }, { AliasName: 'alias/aws/ebs' }],
              Truncated: true,
              NextMarker: 'more',
            }
          : { Aliases: [{ AliasName: 'alias/m', TargetKeyId: 'a' }], Truncated: false },
    });
    expect(records.map(({ arn, item }) => [arn, item.name, (item as { aliases?: unknown }).aliases])).toEqual([
      ['arn:a', 'alias/m', ['alias/m', 'alias/z']],
      ['arn:aws:kms:eu-west-1:111122223333:key/b', undefined, []],
    ]);
    expect(operations(sent).filter((one) => one === 'ListAliases')).toHaveLength(2);
  });

  it('projects what DescribeKey tells, times as text', async () => {
    const { records } = await collectType(
      key,
      ['details'],
      describeAs({
        AWSAccountId: '111122223333',
        Description: 'not kept',
        CreationDate: new Date('2024-01-01T00:00:00Z'),
        DeletionDate: new Date('2026-07-01T00:00:00Z'),
        PendingDeletionWindowInDays: 7,
        Origin: 'EXTERNAL',
        ExpirationModel: 'KEY_MATERIAL_EXPIRES',
        ValidTo: new Date('2026-08-01T00:00:00Z'),
        MultiRegion: true,
        MultiRegionConfiguration: {
          MultiRegionKeyType: 'REPLICA',
          PrimaryKey: { Arn: 'arn:aws:kms:us-east-1:111122223333:key/k-1', Region: 'us-east-1' },
        },
      }),
    );
    expect(records[0]?.outcomes['details']).toEqual({
      kind: 'present',
      value: {
        manager: 'CUSTOMER',
        state: 'Enabled',
        origin: 'EXTERNAL',
        spec: 'SYMMETRIC_DEFAULT',
        usage: 'ENCRYPT_DECRYPT',
        multiRegion: true,
        multiRegionType: 'REPLICA',
        primaryArn: 'arn:aws:kms:us-east-1:111122223333:key/k-1',
        createdAt: '2024-01-01T00:00:00.000Z',
        deletionDate: '2026-07-01T00:00:00.000Z',
        deletionWindowInDays: 7,
        expirationModel: 'KEY_MATERIAL_EXPIRES',
        validTo: '2026-08-01T00:00:00.000Z',
      },
    });
  });

  it('reads the policy named default', async () => {
    const { records, sent } = await collectType(key, ['policy'], {
      ...describeAs({}),
      GetKeyPolicy: { Policy: '{"Statement":[]}' },
    });
    expect(records[0]?.outcomes['policy']).toEqual({ kind: 'present', value: '{"Statement":[]}' });
    expect(sent.at(-1)?.input).toEqual({ KeyId: 'k-1', PolicyName: 'default' });
  });

  it('asks nothing further about keys that AWS manages', async () => {
    const { records, sent } = await collectType(key, ['policy', 'rotation'], describeAs({ KeyManager: 'AWS' }));
    expect(records[0]?.outcomes['policy']).toEqual({ kind: 'present', value: undefined });
    expect(records[0]?.outcomes['rotation']).toEqual({ kind: 'present', value: undefined });
    expect(operations(sent).filter((one) => one === 'DescribeKey')).toHaveLength(1);
    expect(operations(sent)).not.toContain('GetKeyPolicy');
  });

  it('reads the rotation of a symmetric key', async () => {
    const { records } = await collectType(key, ['rotation'], {
      ...describeAs({}),
      GetKeyRotationStatus: {
        KeyRotationEnabled: true,
        RotationPeriodInDays: 180,
        NextRotationDate: new Date('2026-09-01T00:00:00Z'),
      },
    });
    expect(records[0]?.outcomes['rotation']).toEqual({
      kind: 'present',
      value: { enabled: true, periodInDays: 180, nextAt: '2026-09-01T00:00:00.000Z' },
    });
  });

  it('asks for the rotation of a disabled key too', async () => {
    const { records } = await collectType(key, ['rotation'], {
      ...describeAs({ KeyState: 'Disabled' }),
      GetKeyRotationStatus: { KeyRotationEnabled: false },
    });
    expect(records[0]?.outcomes['rotation']).toMatchObject({ kind: 'present', value: { enabled: false } });
  });

  it.each([
    { KeySpec: 'RSA_2048' },
    { KeySpec: 'HMAC_256' },
    { Origin: 'EXTERNAL' },
    { Origin: 'EXTERNAL_KEY_STORE' },
    { KeyState: 'PendingDeletion' },
    { KeyState: 'PendingReplicaDeletion' },
    { MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' } },
  ])('does not ask for the rotation of a key with %o', async (more) => {
    const { records, sent } = await collectType(key, ['rotation'], describeAs(more));
    expect(records[0]?.outcomes['rotation']).toEqual({ kind: 'present', value: undefined });
    expect(operations(sent)).not.toContain('GetKeyRotationStatus');
  });

  it('reads every page of grants, and what each allows whom', async () => {
    const { records, sent } = await collectType(key, ['grants'], {
      ...describeAs({}),
      ListGrants: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? {
              Grants: [
                {
                  KeyId: 'k-1',
                  GrantId: 'g-1',
                  GranteePrincipal: 'arn:aws:iam::999900001111:root',
                  IssuingAccount: 'arn:aws:iam::111122223333:root',
                  RetiringPrincipal: 'arn:aws:iam::111122223333:role/ops',
                  Operations: ['GenerateDataKey', 'Decrypt'],
                  Constraints: { EncryptionContextSubset: { team: 'shop' } },
                },
              ],
              Truncated: true,
              NextMarker: 'more',
            }
          : {
              Grants: [{ GrantId: 'g-2', Name: 'ebs', GranteeServicePrincipal: 'ebs.amazonaws.com' }],
              Truncated: false,
            },
    });
    expect(records[0]?.outcomes['grants']).toEqual({
      kind: 'present',
      value: [
        {
          id: 'g-1',
          grantee: 'arn:aws:iam::999900001111:root',
          issuer: 'arn:aws:iam::111122223333:root',
          retiring: 'arn:aws:iam::111122223333:role/ops',
          operations: ['Decrypt', 'GenerateDataKey'],
          constrained: true,
        },
        { id: 'g-2', name: 'ebs', granteeService: 'ebs.amazonaws.com', operations: [], constrained: false },
      ],
    });
    const asked = sent.filter(({ operation }) => operation === 'ListGrants');
    expect(asked.map(({ input }) => [input['KeyId'], input['Limit']])).toEqual([
      ['k-1', 100],
      ['k-1', 100],
    ]);
  });

  it('asks for no grants of a key that AWS manages, and says which action is missing', async () => {
    const aws = await collectType(key, ['grants'], describeAs({ KeyManager: 'AWS' }));
    expect(aws.records[0]?.outcomes['grants']).toEqual({ kind: 'present', value: undefined });
    expect(operations(aws.sent)).not.toContain('ListGrants');
    const denied = await collectType(key, ['grants'], {
      ...describeAs({}),
      ListGrants: awsError('AccessDeniedException', 'no', 400),
    });
    expect(denied.records[0]?.outcomes['grants']).toMatchObject({ kind: 'denied', actions: ['kms:ListGrants'] });
  });
});
