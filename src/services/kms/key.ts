import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { grantOf } from './grants.ts';
import type { Grant } from './grants.ts';
import { kms } from './service.ts';

/** The aliases of a region's keys, by key id. */
const aliasesOf = (
  api: Api<typeof import('@aws-sdk/client-kms'), 'ListAliases'>,
): Promise<ReadonlyMap<string, string[]>> =>
  api.once('aliases', async () => {
    const found = new Map<string, string[]>();
    for await (const page of api.pages('ListAliases', { Limit: 100 })) {
      for (const { AliasName, TargetKeyId } of page.Aliases ?? []) {
        // AWS reserves aliases for keys that it has not made yet; those lead to none.
        if (AliasName === undefined || TargetKeyId === undefined) continue;
        found.set(TargetKeyId, [...(found.get(TargetKeyId) ?? []), AliasName].sort());
      }
    }
    return found;
  });

/**
 * A KMS key of the account, AWS managed ones included. Keys that AWS owns are in no account and are not listed.
 * People know a key by its alias: the first one is its name.
 */
export const key = resource(kms, 'AWS::KMS::Key', {
  calls: ['ListKeys', 'ListAliases'],
  narrows: { ListAliases: { KeyId: 'unless given' } },
  resumable: 'ListKeys',
  async *list(api) {
    for await (const page of api.pages('ListKeys', { Limit: 1000 })) {
      for (const { KeyId, KeyArn } of page.Keys ?? []) {
        if (KeyId === undefined) continue;
        const aliases = (await aliasesOf(api)).get(KeyId) ?? [];
        yield { id: KeyId, arn: KeyArn, name: aliases[0], aliases };
      }
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:kms:${region}:${account}:key/${id}`,
})
  .facets((facet) => ({
    details: facet.call('DescribeKey', {
      input: ({ id }) => ({ KeyId: id }),
      keep: ({ KeyMetadata: key }) => ({
        /** `CUSTOMER` or `AWS`. */
        manager: key?.KeyManager,
        state: key?.KeyState,
        origin: key?.Origin,
        spec: key?.KeySpec,
        usage: key?.KeyUsage,
        multiRegion: key?.MultiRegion,
        /** Of a multi-Region key: `PRIMARY` or `REPLICA`. */
        multiRegionType: key?.MultiRegionConfiguration?.MultiRegionKeyType,
        primaryArn: key?.MultiRegionConfiguration?.PrimaryKey?.Arn,
        createdAt: key?.CreationDate?.toISOString(),
        deletionDate: key?.DeletionDate?.toISOString(),
        /** Of a primary key that waits until its replicas are deleted: it has no date yet. */
        deletionWindowInDays: key?.PendingDeletionWindowInDays,
        /** `KEY_MATERIAL_EXPIRES` or `KEY_MATERIAL_DOES_NOT_EXPIRE`; keys with imported material only. */
        expirationModel: key?.ExpirationModel,
        /** When the first of the key's imported materials expires. */
        validTo: key?.ValidTo?.toISOString(),
      }),
    }),
  }))
  .facets((facet) => ({
    /** The key policy's text; every key has one, named `default`. Those of AWS managed keys are AWS's own and are not read. */
    policy: facet({
      calls: ['GetKeyPolicy'],
      after: ['details'],
      async read(api, { id }, { details }) {
        if (details.manager === 'AWS') return undefined;
        const { Policy } = await api.call('GetKeyPolicy', { KeyId: id, PolicyName: 'default' });
        return Policy;
      },
    }),
    /** Every grant; undefined for AWS managed keys, on which AWS's services make their own. */
    grants: facet({
      calls: ['ListGrants'],
      after: ['details'],
      async read(api, { id }, { details }): Promise<readonly Grant[] | undefined> {
        if (details.manager === 'AWS') return undefined;
        const grants: Grant[] = [];
        for await (const page of api.pages('ListGrants', { KeyId: id, Limit: 100 })) {
          grants.push(...(page.Grants ?? []).map(grantOf));
        }
        return grants;
      },
    }),
    /**
     * When it was last used with success, as far as KMS has recorded it; undefined for AWS managed keys, which are not asked.
     * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html
     */
    lastUsage: facet({
      calls: ['GetKeyLastUsage'],
      after: ['details'],
      async read(api, { id }, { details }) {
        if (details.manager === 'AWS') return undefined;
        const usage = await api.call('GetKeyLastUsage', { KeyId: id });
        return {
          at: usage.KeyLastUsage?.Timestamp?.toISOString(),
          operation: usage.KeyLastUsage?.Operation,
          /** Since when uses are recorded, or the key is there. */
          recordedSince: usage.TrackingStartDate?.toISOString(),
        };
      },
    }),
    /**
     * Automatic rotation; undefined, without asking, for keys that have none of their own: `rotationIsNone` says why.
     * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
     */
    rotation: facet({
      calls: ['GetKeyRotationStatus'],
      after: ['details'],
      async read(api, { id }, { details }) {
        if (rotationIsNone(details) !== undefined) return undefined;
        const status = await api.call('GetKeyRotationStatus', { KeyId: id });
        return {
          enabled: status.KeyRotationEnabled,
          periodInDays: status.RotationPeriodInDays,
          nextAt: status.NextRotationDate?.toISOString(),
        };
      },
    }),
  }));

/** What `DescribeKey` tells that decides whether a key rotates. */
interface RotationFacts {
  readonly manager: string | undefined;
  readonly state: string | undefined;
  readonly origin: string | undefined;
  readonly spec: string | undefined;
  readonly multiRegionType: string | undefined;
  readonly primaryArn: string | undefined;
}

/**
 * Why a key has no automatic rotation to turn on, or undefined when it has.
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export function rotationIsNone(details: RotationFacts): string | undefined {
  const { manager, state, origin, spec, multiRegionType, primaryArn } = details;
  if (manager === 'AWS') return 'AWS rotates the keys that it manages every year';
  // What the answer leaves out decides nothing; the call then says whether the key can rotate.
  if (spec !== undefined && spec !== 'SYMMETRIC_DEFAULT') return `keys of spec ${spec} do not rotate automatically`;
  if (origin === 'EXTERNAL') return 'imported key material does not rotate automatically';
  if (origin !== undefined && origin !== 'AWS_KMS') return 'keys in a custom key store do not rotate automatically';
  if (multiRegionType === 'REPLICA') return `the replica rotates with its primary key ${primaryArn ?? ''}`.trim();
  if (state === 'PendingDeletion' || state === 'PendingReplicaDeletion') return 'the key is about to be deleted';
  return undefined;
}
