import { describe, expect, it } from 'vitest';
import { ec2Settings } from '../../../src/services/ec2/account.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

describe('EC2 settings of a region', () => {
  it('are one item, for which nothing is asked', async () => {
    const { records, sent } = await collectType(ec2Settings, [], {});
    expect(records.map((record) => record.arn)).toEqual(['arn:aws:ec2:eu-west-1:111122223333:settings']);
    expect(sent).toEqual([]);
  });

  it('tell about encryption by default and public snapshots', async () => {
    const { records } = await collectType(ec2Settings, ['ebsEncryptionByDefault', 'snapshotBlockPublicAccess'], {
      GetEbsEncryptionByDefault: { EbsEncryptionByDefault: false, SseType: 'none' },
      GetSnapshotBlockPublicAccessState: { State: 'block-new-sharing', ManagedBy: 'account' },
    });
    expect(records[0]?.outcomes).toEqual({
      ebsEncryptionByDefault: { kind: 'present', value: { enabled: false } },
      snapshotBlockPublicAccess: { kind: 'present', value: { state: 'block-new-sharing' } },
    });
  });

  it.each([
    [
      'all of them set',
      {
        AccountLevel: {
          HttpTokens: 'required',
          HttpPutResponseHopLimit: 2,
          HttpEndpoint: 'enabled',
          ManagedBy: 'account',
          HttpTokensEnforced: 'enabled',
        },
      },
      {
        told: true,
        tokens: 'required',
        hopLimit: 2,
        endpoint: 'enabled',
        enforced: 'enabled',
        managedBy: 'account',
      },
    ],
    ['none set', { AccountLevel: {} }, { told: true }],
    ['no answer', {}, { told: false }],
  ])('tell the defaults of instance metadata: %s', async (_when, answer, value) => {
    const { records } = await collectType(ec2Settings, ['metadataDefaults'], { GetInstanceMetadataDefaults: answer });
    expect(records[0]?.outcomes['metadataDefaults']).toEqual({ kind: 'present', value });
  });

  it.each([
    ['metadataDefaults', 'GetInstanceMetadataDefaults'],
    ['ebsEncryptionByDefault', 'GetEbsEncryptionByDefault'],
    ['snapshotBlockPublicAccess', 'GetSnapshotBlockPublicAccessState'],
  ])('names the action that %s lacks', async (facet, operation) => {
    const { records } = await collectType(ec2Settings, [facet], {
      [operation]: awsError('UnauthorizedOperation', 'no', 403),
    });
    expect(records[0]?.outcomes[facet]).toMatchObject({ kind: 'denied', actions: [`ec2:${operation}`] });
  });
});
