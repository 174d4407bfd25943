import type { Api, ApiFactory } from '../../aws/api.ts';
import { CredentialsExpired, MalformedAnswer, classify } from '../../aws/errors.ts';
import { describeGap, isGap } from '../../aws/outcome.ts';
import { actionsOf } from '../../aws/service.ts';
import { partitionById } from '../../partitions/partitions.ts';
import type { Plan } from '../../inventory/plan.ts';
import type { RegionProof, RegionProofs } from '../../inventory/region-proof.ts';
import { covered } from './covered.ts';
import { resourceexplorer } from './service.ts';

type Explorer = Api<typeof import('./client.ts')>;

/**
 * How long an index and a view have to stand unchanged. After an index became the one of all regions and is active "it can take several
 * hours for replication from all other Regions to complete" (https://docs.aws.amazon.com/resource-explorer/latest/apireference/API_UpdateIndexType.html);
 * what was replicated is gone up to 36 hours after it ceased to be
 * (https://docs.aws.amazon.com/resource-explorer/latest/userguide/manage-aggregator-region-turn-off.html), the longest that AWS names.
 */
const settledMs = 36 * 3_600_000;

/** What a search tells at most (https://docs.aws.amazon.com/resource-explorer/latest/apireference/API_ResourceCount.html). */
const mostResults = 1000;

/** A region takes two questions: where fewer lists are saved, nothing is asked. */
const worthAsking = 3;

/** The account, its regions, and when is asked. */
interface Where {
  readonly account: string;
  readonly partition: string;
  readonly regions: readonly string[];
  /** In ms since 1970. */
  readonly now: number;
}

/** Why nothing is proven, in words. */
class NoProof extends Error {}

/** The types of a plan that a region's index may prove not to be there. */
export const provable = (plan: Plan): Plan =>
  plan.filter(({ type }) => type.scope === 'region' && !type.singleton && covered[type.key] !== undefined);

/**
 * What Resource Explorer proves of the account's regions: an index of all regions, complete for long enough, seen through a view without
 * filter, in which a region has nothing of what a type is called by. A region with a thousand resources, without an index of its own, or
 * about which anything could not be read, is not proven, and why is said.
 *
 * Nothing is turned on by asking: searching where there is no index would create one, so that only the region of the existing one is
 * searched, through a view that exists. What was made in the last minutes, and what AWS keeps from Resource Explorer because access to it
 * is encrypted, is in no index.
 * @throws CredentialsExpired, and the reason of a run that is stopped
 */
export async function proveEmpty(
  apis: Pick<ApiFactory, 'for'>,
  plan: Plan,
  where: Where,
  signal?: AbortSignal,
): Promise<RegionProofs> {
  const { mainRegion } = partitionById(where.partition);
  const types = provable(plan);
  // What is global stands in the main region's index, under whichever region.
  const regions = where.regions.filter((region) => region !== mainRegion);
  const whole = [{ region: mainRegion, reason: 'what is global is told in its index' }].filter(({ region }) =>
    where.regions.includes(region),
  );
  const all = (reason: string): RegionProofs => ({
    proven: [],
    unproven: [...whole, ...regions.map((region) => ({ region, reason }))],
  });
  const [first] = regions;
  if (first === undefined) return all('');
  if (types.length < worthAsking) return all('too few lists could be saved');
  const explorer = (region: string): Explorer =>
    apis.for(resourceexplorer, { account: where.account, partition: where.partition, region }, calls);
  const whyNot = (error: unknown): string => {
    if (error instanceof CredentialsExpired) throw error;
    if (signal?.aborted === true) throw signal.reason;
    if (error instanceof NoProof) return error.message;
    const outcome = classify(error, actions);
    return isGap(outcome) ? describeGap(outcome) : outcome.code;
  };
  try {
    const index = await indexOf(explorer, first, where);
    const known = await supported(index.explorer);
    const told = await Promise.all(
      regions.map(async (region) => {
        try {
          return await proofOf(region, types, index, known, explorer(region), where);
        } catch (error) {
          return { region, reason: whyNot(error) };
        }
      }),
    );
    return {
      proven: told.flatMap((each) => ('types' in each ? [each] : [])),
      unproven: [...whole, ...told.flatMap((each) => ('reason' in each ? [each] : []))],
    };
  } catch (error) {
    return all(whyNot(error));
  }
}

const calls = resourceexplorer.sessionCalls;
const actions = calls.flatMap((call) => actionsOf(resourceexplorer, call));

/** The index of all regions, and the view through which it is seen. */
interface WholeIndex {
  readonly explorer: Explorer;
  readonly region: string;
  readonly view: string;
  /** Regions that have an index, and those whose index is copied into this one. */
  readonly indexed: ReadonlySet<string>;
  readonly copied: ReadonlySet<string>;
}

async function indexOf(explorer: (region: string) => Explorer, first: string, where: Where): Promise<WholeIndex> {
  const indexes = new Map<string, string>();
  const seen = new Set<string>();
  for await (const { Indexes = [] } of explorer(first).pages('ListIndexes'))
    for (const { Region, Type, Arn } of Indexes) {
      if (Region === undefined || Arn === undefined) throw new MalformedAnswer('an index without region or ARN');
      if (Arn.split(':')[4] !== where.account) continue;
      seen.add(Region);
      if (Type === 'AGGREGATOR') indexes.set(Region, Arn);
    }
  const [region, second] = [...indexes.keys()];
  if (region === undefined) throw new NoProof('the account has no aggregator index of Resource Explorer');
  if (second !== undefined) throw new NoProof('Resource Explorer tells several aggregator indexes');
  const own = explorer(region);
  const { ReplicatingFrom = [], ...index } = await own.call('GetIndex');
  if (index.Type !== 'AGGREGATOR') throw new NoProof(`the index of ${region} is no aggregator index`);
  assertSettled(index, region, where.now);
  const { ViewArn } = await own.call('GetDefaultView');
  if (ViewArn === undefined || ViewArn === '')
    throw new NoProof(`${region}, whose index is the aggregator, has no default view`);
  const { View } = await own.call('GetView', { ViewArn });
  if (View === undefined) throw new MalformedAnswer('an answer without the view');
  if ((View.Filters?.FilterString ?? '').trim() !== '') throw new NoProof('the default view has a filter');
  const scope = `arn:${where.partition}:iam::${where.account}:root`;
  if (View.Scope !== scope) throw new NoProof('the default view is not of this account alone');
  return { explorer: own, region, view: ViewArn, indexed: seen, copied: new Set([...ReplicatingFrom, region]) };
}

/** @throws NoProof while an index is being made or changed, or shortly after */
function assertSettled(
  { State, LastUpdatedAt }: { readonly State?: string | undefined; readonly LastUpdatedAt?: Date | undefined },
  region: string,
  now: number,
): void {
  if (State !== 'ACTIVE') throw new NoProof(`the index of ${region} is ${State?.toLowerCase() ?? 'in no state'}`);
  if (LastUpdatedAt === undefined) throw new NoProof(`nothing says since when the index of ${region} stands`);
  if (now - LastUpdatedAt.getTime() < settledMs)
    throw new NoProof(`the index of ${region} changed less than 36 hours ago, at ${LastUpdatedAt.toISOString()}`);
}

/** What Resource Explorer itself says that it knows. */
async function supported(explorer: Explorer): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for await (const { ResourceTypes = [] } of explorer.pages('ListSupportedResourceTypes'))
    for (const { ResourceType } of ResourceTypes) if (ResourceType !== undefined) known.add(ResourceType);
  return known;
}

async function proofOf(
  region: string,
  plan: Plan,
  { explorer, region: at, view, indexed, copied }: WholeIndex,
  known: ReadonlySet<string>,
  own: Explorer,
  where: Where,
): Promise<RegionProof> {
  if (!indexed.has(region)) throw new NoProof('the region has no index of Resource Explorer');
  if (!copied.has(region)) throw new NoProof(`the region's index is not copied to the one of ${at}`);
  if (region !== at) assertSettled(await own.call('GetIndex'), region, where.now);
  const input = { QueryString: `region:${region}`, ViewArn: view, MaxResults: mostResults };
  const there = new Set<string>();
  let told = 0;
  for await (const { Resources, Count } of explorer.pages('Search', input)) {
    if (Resources === undefined) throw new MalformedAnswer('a search without resources');
    if (Count?.Complete === false) throw new NoProof(`it has ${mostResults} resources or more`);
    for (const { ResourceType, Region, OwningAccountId } of Resources) {
      if (ResourceType === undefined) throw new MalformedAnswer('a resource without its type');
      if (Region !== region)
        throw new MalformedAnswer(`a resource of ${Region ?? 'no region'} among those of ${region}`);
      if (OwningAccountId !== where.account) throw new MalformedAnswer('a resource of another account');
      there.add(ResourceType.toLowerCase());
    }
    told += Resources.length;
  }
  if (told >= mostResults) throw new NoProof(`it has ${mostResults} resources or more`);
  const none = plan.flatMap(({ type }) => {
    const names = covered[type.key] ?? [];
    return names.length > 0 && names.every((name) => known.has(name) && !there.has(name.toLowerCase()))
      ? [type.key]
      : [];
  });
  return {
    region,
    by: 'AWS Resource Explorer',
    at: new Date(where.now).toISOString(),
    types: none,
    request: { operation: `${resourceexplorer.id}:Search`, region: at, parameters: input },
  };
}
