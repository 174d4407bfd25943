import type { Ask, Rights } from '../graph/rights.ts';
import type { Role } from '../graph/types.ts';
import { least, type World } from '../graph/world.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';
import type { Edge } from './edges.ts';
import { asksOf, contextOfRequirement, same, trustDepends } from './groundwork.ts';
import type { Way } from './move.ts';
import { someResources } from './resources.ts';

/** An instance profile whose role may be taken out and replaced. */
export interface Swap {
  readonly profile: string;
  /** The role that it holds. */
  readonly holder: Role;
  readonly level: Tri;
  readonly asks: readonly Ask[];
}

const swaps = new WeakMap<Rights, readonly Swap[]>();

/**
 * The account's instance profiles into which another role may be put, surest first. A profile holds one role:
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html
 */
export function swapsOf(world: World, rights: Rights): readonly Swap[] {
  let found = swaps.get(rights);
  if (found !== undefined) return found;
  const actions = ['iam:RemoveRoleFromInstanceProfile', 'iam:AddRoleToInstanceProfile'];
  found = actions.every((action) => rights.has(action))
    ? world.account.roles
        .filter(({ serviceLinked }) => !serviceLinked)
        .flatMap((holder) =>
          holder.instanceProfiles.map((profile): Swap => {
            const asks = actions.map((action) => ({ action, resource: profile }));
            return { profile, holder, asks, level: least(...asks.map((ask) => rights.may(ask))) };
          }),
        )
        .filter(({ level }) => level !== NO)
        .sort((a, b) => b.level - a.level)
    : [];
  swaps.set(rights, found);
  return found;
}

/** How one comes to the credentials of the role that was put in. */
interface Use {
  readonly level: Tri;
  readonly asks: readonly Ask[];
  readonly depends: readonly string[];
}

/** An own instance is started with the profile, or one that runs with it is entered. */
function useOf(world: World, rights: Rights, edge: Edge, { profile, holder }: Swap): Use {
  let best: Use = { level: NO, asks: [], depends: [] };
  for (const option of edge.any_of ?? []) {
    const found = someResources(
      rights,
      option.map(({ action }) => ({ action })),
    );
    const starts = option.some(({ action }) => action === 'ec2:RunInstances');
    const { instances } = world.account;
    const running = instances?.filter(({ role }) => role === holder.arn);
    const level = starts ? found.level : running?.length === 0 ? NO : least(found.level, MAYBE);
    const name = running?.[0]?.name;
    const depends = starts
      ? []
      : [
          name === undefined
            ? `an instance that runs with ${profile}, and a way to enter it`
            : `a way to enter ${name}`,
        ];
    if (level > best.level) best = { level, asks: asksOf(found), depends };
    if (best.level === YES) break;
  }
  return best;
}

/** The role of an instance profile replaced by a stronger one. */
export function swapping(world: World, rights: Rights, edge: Edge): Way | undefined {
  const services = edge.role_trust_service ?? [];
  const trusts = world.trust(services);
  if (!rights.has('iam:PassRole') || trusts.size === 0) return undefined;
  const ways = swapsOf(world, rights).map((swap) => ({ swap, use: useOf(world, rights, edge, swap) }));
  const levelOf = ({ swap, use }: (typeof ways)[number]): Tri => least(swap.level, use.level);
  ways.sort((a, b) => levelOf(b) - levelOf(a));
  const [surest] = ways;
  if (surest === undefined || levelOf(surest) === NO) return undefined;
  const context = contextOfRequirement({ 'iam:PassedToService': edge.passed_to_service ?? '' });
  const pass = (role: Role): Ask => ({ action: 'iam:PassRole', resource: role.arn, context, on: role });
  const wayTo = (role: Role) => ways.find(({ swap }) => swap.holder !== role);
  const level = (role: Role): Tri => {
    const way = wayTo(role);
    const trust = trusts.get(role) ?? NO;
    return way === undefined || trust === NO ? NO : least(levelOf(way), trust, rights.may(pass(role)));
  };
  return {
    edge,
    candidates: world.candidates(rights, 'iam:passrole'),
    pool: world.trustingAny(services),
    limit: levelOf(surest),
    level: (target) => (target.kind !== 'role' || target.serviceLinked || same(rights, target) ? NO : level(target)),
    move(target) {
      const role = target as Role;
      const way = wayTo(role);
      return {
        edge: edge.id,
        level: level(role),
        to: role.arn,
        asks: [pass(role), ...(way?.swap.asks ?? []), ...(way?.use.asks ?? [])],
        depends: [...(way?.use.depends ?? []), ...trustDepends(trusts.get(role) ?? NO, role, services)],
      };
    },
  };
}
