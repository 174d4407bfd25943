import { resource } from '../../inventory/resource.ts';
import { kms } from './service.ts';

/** A KMS key of the account, AWS managed ones included. Keys that AWS owns are in no account and are not listed. */
export const key = resource(kms, 'AWS::KMS::Key', {
  calls: ['ListKeys'],
  async *list(api) {
    for await (const page of api.pages('ListKeys', { Limit: 1000 })) {
      for (const { KeyId, KeyArn } of page.Keys ?? []) if (KeyId !== undefined) yield { id: KeyId, arn: KeyArn };
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:kms:${region}:${account}:key/${id}`,
})
  .facets((facet) => ({
    details: facet({
      calls: ['DescribeKey'],
      async read(api, { id }) {
        const { KeyMetadata: key } = await api.call('DescribeKey', { KeyId: id });
        return {
          /** `CUSTOMER` or `AWS`. */
          manager: key?.KeyManager,
          state: key?.KeyState,
          enabled: key?.Enabled,
          origin: key?.Origin,
          spec: key?.KeySpec,
          usage: key?.KeyUsage,
          multiRegion: key?.MultiRegion,
          multiRegionType: key?.MultiRegionConfiguration?.MultiRegionKeyType,
          createdAt: key?.CreationDate?.toISOString(),
          deletionDate: key?.DeletionDate?.toISOString(),
          /** Imported key material only. */
          materialExpires: key?.ExpirationModel === undefined ? undefined : key.ExpirationModel === 'KEY_MATERIAL_EXPIRES',
          validTo: key?.ValidTo?.toISOString(),
        };
      },
    }),
    /** The key policy's text; every key has one, named `default`. */
    policy: facet({
      calls: ['GetKeyPolicy'],
      async read(api, { id }) {
        const { Policy } = await api.call('GetKeyPolicy', { KeyId: id, PolicyName: 'default' });
        return Policy;
      },
    }),
    grants: facet({
      calls: ['ListGrants'],
      async read(api, { id }) {
        const grants = [];
        for await (const page of api.pages('ListGrants', { KeyId: id })) {
          for (const { GranteePrincipal, GranteeServicePrincipal, Operations, Name } of page.Grants ?? []) grants.push({ GranteePrincipal: GranteePrincipal ?? GranteeServicePrincipal, Operations, Name });
        }
        return grants;
      },
    }),
  }))
  .facets((facet) => ({
    /**
     * Automatic rotation. The call is refused for keys it does not exist for (asymmetric, HMAC, custom key stores,
     * imported material): they give undefined without being asked.
     * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
     */
    rotation: facet({
      calls: ['GetKeyRotationStatus'],
      after: ['details'],
      async read(api, { id }, { details }) {
        if (details.manager === 'AWS' || details.spec !== 'SYMMETRIC_DEFAULT' || details.origin !== 'AWS_KMS') return undefined;
        // A key that waits for deletion has no rotation to speak of, and the call says so with an error.
        if (details.state === 'PendingDeletion' || details.state === 'PendingReplicaDeletion') return undefined;
        const status = await api.call('GetKeyRotationStatus', { KeyId: id });
        return { enabled: status.KeyRotationEnabled, periodInDays: status.RotationPeriodInDays };
      },
    }),
  }));
