import type { Front } from '../../src/stand-in/front.ts';

/** As many regions as large accounts have enabled. */
export const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'sa-east-1',
  'af-south-1',
  'me-south-1',
] as const;

/** What a region is asked. */
interface Asked {
  readonly operation: string;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const keyArn = (region: string, id: string): string => `arn:aws:kms:${region}:123456789012:key/${id}`;

/** What KMS answers of some keys in each region: four calls each, three of them after the first; so many in a page of the list. */
export function keysOf(count: (region: string) => number, perPage: number, asked: Asked): object {
  const { operation, region, input } = asked;
  const id = String(input['KeyId']);
  switch (operation) {
    case 'ListKeys': {
      const from = Number(input['Marker'] ?? 0);
      const to = Math.min(from + perPage, count(region));
      const Keys = Array.from({ length: to - from }, (_, n) => ({
        KeyId: `key-${from + n}`,
        KeyArn: keyArn(region, `key-${from + n}`),
      }));
      return to < count(region) ? { Keys, Truncated: true, NextMarker: String(to) } : { Keys, Truncated: false };
    }
    case 'DescribeKey':
      return {
        KeyMetadata: {
          KeyId: id,
          Arn: keyArn(region, id),
          KeyManager: 'CUSTOMER',
          KeyState: 'Enabled',
          Origin: 'AWS_KMS',
          KeySpec: 'SYMMETRIC_DEFAULT',
          KeyUsage: 'ENCRYPT_DECRYPT',
        },
      };
    case 'GetKeyPolicy':
      return { Policy: '{"Version":"2012-10-17","Statement":[]}' };
    case 'GetKeyRotationStatus':
      return { KeyRotationEnabled: true };
    case 'ListGrants':
      return { Grants: [], Truncated: false };
    default:
      return { Aliases: [], Truncated: false };
  }
}

/** Lets a server answer of keys alone what KMS is asked. */
export function accountKeys(front: Front, count: (region: string) => number): void {
  for (const operation of [
    'ListKeys',
    'ListAliases',
    'DescribeKey',
    'GetKeyPolicy',
    'GetKeyRotationStatus',
    'ListGrants',
  ])
    front.answer({ service: 'kms', operation }, ({ region, input }) =>
      keysOf(count, 1000, { operation, region, input }),
    );
}
