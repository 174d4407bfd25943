import { boundaryOf } from '../boundary-key.ts';
import type { Ask, Rights } from '../graph/rights.ts';
import { trustsProvider, trustSummary } from '../graph/trust.ts';
import type { Principal, Role, User } from '../graph/types.ts';
import { least, most, type World } from '../graph/world.ts';
import { type ContextInput, MAYBE, NO, type Tri, YES } from '../types.ts';
import { credentialLevel } from './credentials.ts';
import type { Edge } from './edges.ts';
import { asksOf, groundwork, none, optionsOf, same, trustDepends } from './groundwork.ts';
import type { Way } from './move.ts';
import type { Wanted } from './resources.ts';

/** Credentials of another user. */
export function credentials(world: World, rights: Rights, edge: Edge): Way | undefined {
  const options = optionsOf(edge).filter((option) => option.every(({ action }) => rights.has(action)));
  if (!edge.requires.every(({ action }) => rights.has(action)) || options.length === 0) return undefined;
  const first = (edge.requires[0]?.action ?? options[0]?.[0]?.action ?? '').toLowerCase();
  const asksFor = (target: Principal, option: readonly Wanted[]): Ask[] =>
    [...edge.requires, ...option].map(({ action }) => ({ action, resource: target.arn, on: target }));
  const bestOption = (target: Principal): { level: Tri; asks: Ask[] } => {
    let best: { level: Tri; asks: Ask[] } = { level: NO, asks: [] };
    for (const option of options) {
      const asks = asksFor(target, option);
      const level = least(...asks.map((ask) => rights.may(ask)));
      if (level > best.level) best = { level, asks };
    }
    return best;
  };
  return {
    edge,
    candidates: edge.requires.length > 0 ? world.candidates(rights, first) : undefined,
    pool: world.account.users,
    limit: YES,
    level(target) {
      if (target.kind !== 'user' || same(rights, target)) return NO;
      const fact = credentialLevel(edge, target);
      return fact.level === NO ? NO : least(fact.level, bestOption(target).level);
    },
    move: (target) => {
      const { level, asks } = bestOption(target);
      const fact = credentialLevel(edge, target as User);
      return { edge: edge.id, level: least(level, fact.level), to: target.arn, asks, depends: fact.depends };
    },
  };
}

export function rewriteTrust(world: World, rights: Rights, edge: Edge): Way | undefined {
  if (!rights.has('iam:UpdateAssumeRolePolicy')) return undefined;
  const ask = (target: Principal): Ask => ({
    action: 'iam:UpdateAssumeRolePolicy',
    resource: target.arn,
    on: target,
    context: boundaryOf(target.boundary),
  });
  return {
    edge,
    candidates: world.candidates(rights, 'iam:updateassumerolepolicy'),
    pool: world.account.roles,
    limit: YES,
    level: (target) =>
      target.kind !== 'role' || target.serviceLinked || target.permissionSet || same(rights, target)
        ? NO
        : rights.may(ask(target)),
    move(target) {
      return { edge: edge.id, level: this.level(target), to: target.arn, asks: [ask(target)], depends: [] };
    },
  };
}

/** Whoever assumes a role names the session as he likes. */
const sessionContext: ContextInput = { 'sts:RoleSessionName': { is: 'caller' } };

export function assumeRole(world: World, rights: Rights, edge: Edge): Way | undefined {
  const { principal } = rights.subject;
  const named = world.naming(principal);
  const byRight = rights.has('sts:AssumeRole') ? world.candidates(rights, 'sts:assumerole') : [];
  // a trust for everybody asks for no right in his own policies, and one that cannot be read may name anybody
  const candidates = byRight === undefined ? undefined : [...new Set([...named, ...world.open, ...byRight])];
  if (candidates?.length === 0) return undefined;
  const ask = (role: Role): Ask => ({
    action: 'sts:AssumeRole',
    resource: role.arn,
    trust: role,
    on: role,
    context: sessionContext,
  });
  return {
    edge,
    candidates,
    pool: candidates ?? [...new Set([...named, ...world.assumable])],
    limit: YES,
    level: (target) =>
      target.kind !== 'role' || target.serviceLinked || same(rights, target) ? NO : rights.may(ask(target)),
    move(target) {
      return { edge: edge.id, level: this.level(target), to: target.arn, asks: [ask(target as Role)], depends: [] };
    },
  };
}

/** Roles that trust an identity provider of the account, reached by whoever controls the provider. */
export function provider(world: World, rights: Rights, edge: Edge): Way | undefined {
  const saml = edge.id === 'iam-update-saml-provider';
  const actions = saml ? ['iam:UpdateSAMLProvider'] : (edge.any_of ?? []).flat().map(({ action }) => action);
  const usable = actions.filter((action) => rights.has(action));
  if (usable.length === 0) return undefined;
  const wanted = saml ? ':saml-provider/' : ':oidc-provider/';
  const providersOf = (role: Role): string[] =>
    trustSummary(world.account, role).providers.filter(
      (arn) => arn.includes(wanted) && arn.includes(`::${world.account.id}:`),
    );
  const trustOfProviders = (role: Role): Tri =>
    most(...providersOf(role).map((arn) => trustsProvider(world.account, role, arn)));
  const best = (role: Role): { level: Tri; asks: Ask[] } => {
    let found: { level: Tri; asks: Ask[] } = { level: NO, asks: [] };
    for (const arn of providersOf(role)) {
      for (const action of usable) {
        const level = least(
          rights.may({ action, resource: arn }),
          trustsProvider(world.account, role, arn),
          saml ? YES : MAYBE,
        );
        if (level > found.level) found = { level, asks: [{ action, resource: arn }] };
      }
    }
    return found;
  };
  return {
    edge,
    candidates: undefined,
    pool: world.account.roles.filter((role) => providersOf(role).length > 0),
    limit: saml ? YES : MAYBE,
    level: (target) => (target.kind !== 'role' || same(rights, target) ? NO : best(target).level),
    move: (target) => ({
      edge: edge.id,
      to: target.arn,
      ...best(target as Role),
      depends: saml
        ? trustDepends(trustOfProviders(target as Role), target, providersOf(target as Role))
        : ['a token that the changed provider makes acceptable'],
    }),
  };
}

/** Roles that IAM Identity Center keeps for its permission sets. */
export function identityCenter(world: World, rights: Rights, edge: Edge): Way | undefined {
  const pool = world.permissionSets;
  if (pool.length === 0 || world.standsAlone) return undefined;
  const base = groundwork(rights, edge, none);
  if (base.level === NO) return undefined;
  const limit = least(base.level, MAYBE);
  return {
    edge,
    candidates: undefined,
    pool,
    limit,
    level: (target) => (target.kind === 'role' && target.permissionSet && !same(rights, target) ? limit : NO),
    move: (target) => ({
      edge: edge.id,
      level: limit,
      to: target.arn,
      asks: asksOf(base),
      depends: [edge.needs_existing ?? ''],
    }),
  };
}
