import { partitionById, partitionOfRegion } from '../partitions/partitions.ts';
import type { Service } from '../aws/service.ts';
import { actionsOf } from '../aws/service.ts';
import type { SessionServices } from '../aws/session-services.ts';
import { homeRegion } from './scopes.ts';
import { compare } from './inventory.ts';
import type { Plan, PlannedType } from './plan.ts';
import { oftenOf } from './plan.ts';
import type { Often } from './resource.ts';

/** One kind of call the scan would make. */
export interface PlannedCall {
  readonly service: string;
  /** How often: once in each region, once for the account, or at most once for each of what `unit` says. */
  readonly per: 'account' | 'region' | 'resource';
  /** Where it is per resource: the type, or what else there are several of, e.g. `listener`, `10 parameters`. */
  readonly unit?: string;
  /** True of a call that another entry has too, which is sent again with another input. */
  readonly again?: true;
  /** The types it tells about: one answer may serve several. None where the run itself asks. */
  readonly resourceTypes: readonly string[];
  readonly operations: readonly string[];
  readonly actions: readonly string[];
  /** Regions it is made in; for calls per resource: where the resources are listed. */
  readonly regions: readonly string[];
}

/** An operation as a list or facet declares it. */
interface Declared {
  readonly service: Service;
  readonly operation: string;
  readonly often: Often;
  /** Of the list or facet: what is sent `apart` is not shared with others. */
  readonly owner: string;
}

/**
 * The calls a scan sends by a plan, one entry for each kind: what several types or facets share is sent once, and what the
 * list answered already is not asked again. The run's own questions are among them: who is asking, and which regions there are.
 * @param own the services of the run's own questions
 * @param regions the regions a scan would read
 * @param start the region that is asked first
 */
export function plannedCalls(
  plan: Plan,
  own: SessionServices,
  regions: readonly string[],
  partition: string,
  start = partitionById(partition).mainRegion,
): PlannedCall[] {
  const found = new Map<string, PlannedCall>();
  const add = (
    declared: Declared,
    types: readonly string[],
    where: PlannedCall['regions'],
    per: PlannedCall['per'],
  ) => {
    const { service, operation, often, owner } = declared;
    const unit = per === 'resource' ? often.replace(/^per /, '') : undefined;
    const key = JSON.stringify([
      service.id,
      operation,
      per,
      unit,
      often === 'apart' || often === 'once in the account' ? owner : '',
      where,
    ]);
    const before = found.get(key)?.resourceTypes ?? [];
    found.set(key, {
      service: service.id,
      per,
      ...(unit === undefined ? {} : { unit }),
      ...(often === 'apart' ? { again: true } : {}),
      resourceTypes: [...new Set([...before, ...types])],
      operations: [operation],
      actions: actionsOf(service, operation),
      regions: where,
    });
  };
  for (const [service, operation] of [[own.sts, 'GetCallerIdentity'] as const, [own.ec2, 'DescribeRegions'] as const])
    add({ service, operation, often: 'once', owner: '' }, [], [start], 'account');
  for (const planned of plan) {
    const { type } = planned;
    const { service, scope } = type;
    if (service.partitions !== undefined && !service.partitions.includes(partition)) continue;
    const home = [homeRegion(service, partition)];
    const where = scope === 'global' ? home : regions.filter((r) => service.regions?.includes(r) ?? true);
    for (const declared of declaredBy(planned)) {
      const { service: asked, often, operation } = declared;
      if (asked === own.sts && operation === 'GetCallerIdentity') {
        // Who is asking is known from the beginning.
        add(declared, [type.type], [start], 'account');
      } else if (often.startsWith('at ')) {
        const only = often.slice('at '.length);
        if (partitionOfRegion(only).id === partition) add(declared, [type.type], [only], 'account');
      } else if (often.startsWith('per ')) add(declared, [type.type], where, 'resource');
      else if (often === 'once in the account') {
        if (where.length > 0) add(declared, [type.type], [homeRegion(asked, partition)], 'account');
      } else if (asked !== service && asked.scope === 'global') {
        if (where.length > 0) add(declared, [type.type], [homeRegion(asked, partition)], 'account');
      } else add(declared, [type.type], where, scope === 'global' ? 'account' : 'region');
    }
  }
  const order = (call: PlannedCall): string => `${call.service} ${call.per === 'resource' ? 1 : 0}`;
  return [...found.values()].sort((a, b) => compare(order(a), order(b)));
}

function declaredBy({ type, facets }: PlannedType): Declared[] {
  const list = type.calls.map((operation) => ({
    service: type.service,
    operation,
    often: type.often[operation] ?? ('once' as const),
    owner: type.key,
  }));
  const of = facets.flatMap((name) => {
    const def = type.facetDefs[name];
    if (def === undefined) return [];
    return def.calls.map((operation) => ({
      service: def.service,
      operation,
      often: oftenOf(type, def, operation),
      owner: `${type.key} ${name}`,
    }));
  });
  const { first } = type;
  const asked = (first?.calls ?? []).map((operation) => ({
    service: first?.service ?? type.service,
    operation,
    often: 'once' as const,
    owner: type.key,
  }));
  return [...list, ...asked, ...of];
}
