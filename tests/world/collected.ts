import { checks } from '../../checks/index.ts';
import type { Session } from '../../src/aws/session.ts';
import { sessionWith } from '../helpers/connection.ts';
import { collect } from '../../src/inventory/collect.ts';
import { headerOf } from '../../src/inventory/header.ts';
import { Inventory, type ResourceRecord, type Watch } from '../../src/inventory/inventory.ts';
import { callsOfPlan, planFor, type Plan } from '../../src/inventory/plan.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import { revisionsOf } from '../../src/inventory/revisions.ts';
import * as services from '../../src/services/index.ts';
import { mainRegion } from '../../src/stand-in/facts.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startWorld, worldFiles } from '../../src/stand-in/world.ts';
import { fakeCredentials } from '../program/cli.ts';

/** The clock of everything here, so that two judgements say the same. */
export const now = new Date().toISOString();

/** Every resource type of the product, with all of its facets. */
export const allTypes: readonly AnyResourceType[] = Object.values(services).flatMap((types) =>
  Object.values(types as Readonly<Record<string, AnyResourceType>>),
);

/** Every facet of every type, the ones for tags included. */
export const wholePlan: Plan = allTypes.map((type) => ({ type, facets: Object.keys(type.facetDefs), whole: true }));

/** Reads what a front answers, through the real transport, reader and collector, as often as one wants. */
export class WorldReader {
  readonly front: Pick<Front, 'url'>;
  readonly #session: Session;
  #header: Promise<Inventory['header']> | undefined;

  /** @param tries how often a request is sent that fails in passing */
  constructor(front: Pick<Front, 'url'>, region: string = mainRegion, tries = 3) {
    this.front = front;
    this.#session = sessionWith({
      endpointUrl: front.url,
      env: {
        AWS_ACCESS_KEY_ID: fakeCredentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: fakeCredentials.secretAccessKey,
        AWS_REGION: region,
        AWS_MAX_ATTEMPTS: String(tries),
      },
    });
  }

  /** @param watch to be told what is read while it is read */
  async read(plan: Plan, watch?: Watch): Promise<Inventory> {
    const header = await (this.#header ??= headerOf(this.#session, plan, new Date(now)));
    const inventory = new Inventory({ ...header, revisions: revisionsOf(plan) });
    for (const { service, calls } of callsOfPlan(plan)) this.#session.connection.guard.allow(service, calls);
    await collect({ plan, inventory, apis: this.#session.apis, watcher: watch?.(inventory) });
    return inventory;
  }

  close(): void {
    this.#session.connection.close();
  }
}

/** What a plan reads from a front. @param region the one asked first */
export async function collectedFrom(
  front: Pick<Front, 'url'>,
  region: string,
  plan: Plan,
  watch?: Watch,
): Promise<Inventory> {
  const reader = new WorldReader(front, region);
  try {
    return await reader.read(plan, watch);
  } finally {
    reader.close();
  }
}

/** The world, read by the real collector over HTTP: everything that checks need. */
export async function collectedWorld(plan: Plan = planFor(checks)): Promise<Inventory> {
  const front = await startWorld();
  try {
    return await collectedFrom(front, mainRegion, plan);
  } finally {
    await front.stop();
  }
}

let whole: Promise<Inventory> | undefined;

/**
 * A resource of a type as a check sees it when it is as it should be: item and facets, what is absent or could not be read left
 * out. The base that cases of a check's table differ from.
 * @throws Error when the world has no such resource
 */
export async function baseOf(type: Pick<AnyResourceType, 'key' | 'type'>): Promise<Readonly<Record<string, unknown>>> {
  const record = await goodOf(type);
  const facets = Object.entries(record.outcomes).flatMap(([name, outcome]) =>
    outcome.kind === 'present' ? [[name, outcome.value] as const] : [],
  );
  const { id, name = id, tags = {} } = record.item;
  const { account, partition } = (await (whole ??= collectedWorld(wholePlan))).header;
  return {
    ...record.item,
    id,
    name,
    arn: record.arn,
    tags,
    account,
    partition,
    region: record.region,
    ...Object.fromEntries(facets),
  };
}

/** The record of {@link baseOf}: the one that the answer set names as good, otherwise the first of the main region. */
export async function goodOf(type: Pick<AnyResourceType, 'key' | 'type'>): Promise<ResourceRecord> {
  const inventory = await (whole ??= collectedWorld(wholePlan));
  const listings = inventory
    .listings(type)
    .toSorted((a, b) => Number(b.region === mainRegion) - Number(a.region === mainRegion));
  const records = listings.flatMap(({ result }) => (result.kind === 'present' ? result.records : []));
  const named = (await worldFiles()).flatMap(([, { good }]) => good[type.type] ?? []);
  const found = records.find(({ item }) => named.includes(item.id)) ?? (named.length === 0 ? records[0] : undefined);
  if (found === undefined)
    throw new Error(
      `the world has no ${named.length === 0 ? type.key : `${type.key} ${named.join()}`} (${records.map(({ item }) => item.id).join()})`,
    );
  return found;
}
