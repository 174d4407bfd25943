import type { ResourceShareAssociationStatus } from '@aws-sdk/client-ram';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { ram } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-ram');

/** Shares that are gone stay in the list for hours (https://docs.aws.amazon.com/ram/latest/userguide/working-with-sharing-delete.html). */
const gone = new Set<string | undefined>(['DELETED', 'DELETING']);

/** What is in a share: whom it is for, or what it gives them. By the ARN of the share, of all shares of the account in the region. */
type ByShare<T> = Readonly<Record<string, readonly T[]>>;

/** A resource that is shared. */
export interface SharedResource {
  readonly arn: string;
  /** As RAM calls it, such as `ec2:Subnet`. */
  readonly type: string | undefined;
}

/** What a share lets its principals do with the resources of a type: a managed permission, in one of its versions. */
export interface SharePermission {
  readonly arn: string;
  readonly version: string | undefined;
  /** Whether that is the version which new shares get. */
  readonly current: boolean | undefined;
  /** As RAM calls it, such as `ec2:Subnet`. */
  readonly type: string | undefined;
}

/** As messages name it: its own name, and its version where that is not the current one. */
export const permissionName = ({ arn, version, current }: SharePermission): string =>
  `${arn.slice(arn.lastIndexOf('/') + 1)}${current === false && version !== undefined ? ` (version ${version})` : ''}`;

/** Somebody whom, or something that, RAM was told to put into a share. */
export interface ShareAssociation {
  /** As a principal or a resource is named. */
  readonly entity: string;
  readonly kind: 'principal' | 'resource';
  readonly status: ResourceShareAssociationStatus | undefined;
}

const principalsOf = (api: Api<Sdk, 'ListPrincipals'>): Promise<ByShare<string>> =>
  api.once('principals', async () => {
    const found: Record<string, string[]> = {};
    for await (const { principals } of api.pages('ListPrincipals', { resourceOwner: 'SELF' })) {
      for (const { id, resourceShareArn } of principals ?? [])
        if (id !== undefined && resourceShareArn !== undefined) (found[resourceShareArn] ??= []).push(id);
    }
    return found;
  });

const resourcesOf = (api: Api<Sdk, 'ListResources'>): Promise<ByShare<SharedResource>> =>
  api.once('resources', async () => {
    const found: Record<string, SharedResource[]> = {};
    for await (const { resources } of api.pages('ListResources', { resourceOwner: 'SELF' })) {
      for (const { arn, type, resourceShareArn } of resources ?? [])
        if (arn !== undefined && resourceShareArn !== undefined) (found[resourceShareArn] ??= []).push({ arn, type });
    }
    return found;
  });

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_AssociatedPermission.html: each names the share it is in. */
const permissionsOf = (api: Api<Sdk, 'ListPermissionAssociations'>): Promise<ByShare<SharePermission>> =>
  api.once('permissions', async () => {
    const found: Record<string, SharePermission[]> = {};
    for await (const { permissions } of api.pages('ListPermissionAssociations')) {
      for (const { arn, permissionVersion, defaultVersion, resourceType, resourceShareArn } of permissions ?? [])
        if (arn !== undefined && resourceShareArn !== undefined)
          (found[resourceShareArn] ??= []).push({
            arn,
            version: permissionVersion,
            current: defaultVersion,
            type: resourceType,
          });
    }
    return found;
  });

const associationsOf = (api: Api<Sdk, 'GetResourceShareAssociations'>): Promise<ByShare<ShareAssociation>> =>
  api.once('associations', async () => {
    const found: Record<string, ShareAssociation[]> = {};
    for (const [associationType, kind] of [
      ['PRINCIPAL', 'principal'],
      ['RESOURCE', 'resource'],
    ] as const) {
      for await (const page of api.pages('GetResourceShareAssociations', { associationType })) {
        for (const { associatedEntity: entity, resourceShareArn, status } of page.resourceShareAssociations ?? [])
          if (entity !== undefined && resourceShareArn !== undefined)
            (found[resourceShareArn] ??= []).push({ entity, kind, status });
      }
    }
    return found;
  });

/** Shares of one kind, and from page to page: tokens of two lists would not tell them apart. */
const sharesOf = (api: Api<Sdk, 'GetResourceShares'>, resourceOwner: 'SELF' | 'OTHER-ACCOUNTS') =>
  api.once(`shares/${resourceOwner}`, async () => {
    const found = [];
    for await (const { resourceShares } of api.pages('GetResourceShares', { resourceOwner })) {
      for (const share of resourceShares ?? []) {
        const { resourceShareArn: arn, name, owningAccountId, allowExternalPrincipals, status, featureSet } = share;
        if (arn === undefined || gone.has(status)) continue;
        const tags = (share.tags ?? []).map(({ key = '', value = '' }) => [key, value] as const);
        found.push({
          id: arn.slice(arn.lastIndexOf('/') + 1),
          arn,
          name,
          tags: Object.fromEntries(tags),
          owner: owningAccountId,
          received: resourceOwner === 'OTHER-ACCOUNTS',
          /** Whether others than accounts of the owner's organisation may be added; on unless somebody turned it off. */
          allowsExternal: allowExternalPrincipals,
          status,
          featureSet,
        });
      }
    }
    return found;
  });

/**
 * Resource shares of the account (`received` false), and those that other accounts share with it. Whom a share is for and what it
 * gives is asked once a region for all shares of the account. `external` of a principal is not kept: AWS's reference says of it that
 * `true` means the same organisation, and by its name it means the opposite
 * (https://docs.aws.amazon.com/ram/latest/APIReference/API_Principal.html).
 */
export const resourceShare = resource(ram, 'AWS::RAM::ResourceShare', {
  calls: ['GetResourceShares'],
  often: { GetResourceShares: 'per side: own shares, and those of others' },
  narrows: {
    GetResourceShares: {
      resourceShareArns: 'unless given',
      resourceShareStatus: 'unless given',
      name: 'unless given',
      tagFilters: 'unless given',
      permissionArn: 'unless given',
      permissionVersion: 'unless given',
    },
  },
  async *list(api) {
    yield* await sharesOf(api, 'SELF');
    yield* await sharesOf(api, 'OTHER-ACCOUNTS');
  },
  label: ({ name, id }) => (name === id ? `Resource share ${id}` : `Resource share ${name}`),
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/what-is.html'],
}).facets((facet) => ({
  /** Accounts, ARNs of organisations, organisational units, roles and users, or services; none of a share that was received. */
  principals: facet({
    calls: ['ListPrincipals'],
    often: { ListPrincipals: 'once' },
    read: async (api, { arn, received }): Promise<readonly string[]> =>
      received ? [] : ((await principalsOf(api))[arn] ?? []),
  }),
  /** None of a share that was received. */
  resources: facet({
    calls: ['ListResources'],
    often: { ListResources: 'once' },
    read: async (api, { arn, received }): Promise<readonly SharedResource[]> =>
      received ? [] : ((await resourcesOf(api))[arn] ?? []),
  }),
  /** What it lets its principals do, by type of resource; none of a share that was received. */
  permissions: facet({
    calls: ['ListPermissionAssociations'],
    often: { ListPermissionAssociations: 'once' },
    read: async (api, { arn, received }): Promise<readonly SharePermission[]> =>
      received ? [] : ((await permissionsOf(api))[arn] ?? []),
  }),
  /** Whom and what RAM was told to put into it, and how that stands; none of a share that was received. */
  associations: facet({
    calls: ['GetResourceShareAssociations'],
    often: { GetResourceShareAssociations: 'per side: principals, and resources' },
    read: async (api, { arn, received }): Promise<readonly ShareAssociation[]> =>
      received ? [] : ((await associationsOf(api))[arn] ?? []),
  }),
}));
