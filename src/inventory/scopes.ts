import type { Place } from '../aws/api.ts';
import { partitionById } from '../partitions/partitions.ts';
import type { Service } from '../aws/service.ts';
import type { Inventory, ResourceRecord } from './inventory.ts';
import type { Plan, PlannedType } from './plan.ts';

/** A type in a region, or in the account. */
export interface Scope {
  readonly planned: PlannedType;
  /** `global` for global services. */
  readonly region: string;
  readonly place: Place;
}

/** The (type, region) pairs of a plan; a global type has one. Pairs that cannot exist are left out. */
export function scopesOf(plan: Plan, inventory: Pick<Inventory, 'header'>): Scope[] {
  const { account, partition, regions } = inventory.header;
  const scopes: Scope[] = [];
  for (const planned of plan) {
    const { service, scope } = planned.type;
    if (service.partitions !== undefined && !service.partitions.includes(partition)) continue;
    if (scope === 'global') {
      const region = homeRegion(service, partition);
      scopes.push({ planned, region: 'global', place: { account, partition, region } });
    } else {
      for (const region of regions) {
        if (service.regions !== undefined && !service.regions.includes(region)) continue;
        scopes.push({ planned, region, place: { account, partition, region } });
      }
    }
  }
  return scopes;
}

/** The region whose endpoint answers for a global service. */
export const homeRegion = (service: Service, partition: string): string =>
  service.homeRegions[partition] ?? partitionById(partition).mainRegion;

/** Where a service is asked about resources of a scope. */
export function placeOf({ planned, place }: Scope, service: Service): Place {
  const foreign = service !== planned.type.service && service.scope === 'global';
  return foreign ? { ...place, region: homeRegion(service, place.partition) } : place;
}

/** Says for which resources facets are worth reading. */
export type Wanted = (record: Pick<ResourceRecord, 'arn' | 'region' | 'item'>) => boolean;

/** Whether the facets of a resource are read. */
export const isWorth = (planned: PlannedType, record: Parameters<Wanted>[0], wanted: Wanted | undefined): boolean =>
  planned.whole || wanted === undefined || wanted(record);
