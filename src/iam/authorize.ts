import type { CompiledCondition } from './condition-types.ts';
import type { Lookup } from './condition.ts';
import { contextOf, resourceAccountOf } from './context.ts';
import { rcpServices } from './data/rcp-services.ts';
import {
  describeDepends,
  describeLayers,
  describeOpen,
  type Evaluation,
  explain,
  layersOf,
  type Prepared,
} from './evidence.ts';
import { type Applied, evaluateLayer, type LayerResult, named, type NamedPolicy } from './layer.ts';
import { target } from './match.ts';
import { search, searchBudget } from './search.ts';
import { allOf, and, anyOf, not, or } from './tri.ts';
import {
  type AuthorizationRequest,
  type Caller,
  type Decision,
  type DecisionVerdict,
  MAYBE,
  NO,
  type Tri,
  YES,
} from './types.ts';

const isSigned = ({ caller: { type } }: { readonly caller: Caller }): boolean =>
  type === 'user' || type === 'role' || type === 'service-linked-role' || type === 'root';

/**
 * Actions whose resource policy has to grant by itself or hand the decision to the account: role trust and KMS keys.
 * A key's aliases have no policy: https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
const isExplicit = (request: AuthorizationRequest, action: string): boolean =>
  request.resourcePolicyMode === undefined
    ? action.startsWith('sts:assumerole') || (action.startsWith('kms:') && request.resource.includes(':key/'))
    : request.resourcePolicyMode === 'explicit';

function prepare(request: AuthorizationRequest): Prepared {
  const action = request.action.trim().toLowerCase();
  const { caller, boundary, resourcePolicies, scps, rcps } = request;
  const service = action.slice(0, action.indexOf(':'));
  return {
    request,
    action,
    resource: target(request.resource),
    sameAccount: caller.account !== undefined && caller.account === resourceAccountOf(request),
    explicit: isExplicit(request, action) && resourcePolicies !== undefined,
    identity: named(request.identity ?? []),
    boundary: boundary === undefined || boundary === 'unknown' ? undefined : named([boundary]),
    session: request.session === undefined ? undefined : named(request.session),
    resourcePolicies: resourcePolicies === undefined || resourcePolicies === 'unknown' ? [] : named(resourcePolicies),
    // SCPs bind the caller's account: not services, not strangers without credentials, not service-linked roles, not the management account
    scps:
      scps === undefined ||
      scps === 'unknown' ||
      request.managementAccount === true ||
      !isSigned(request) ||
      caller.type === 'service-linked-role'
        ? undefined
        : scps.map((level) => named(level)),
    rcps:
      rcps === undefined || rcps === 'unknown' || !rcpServices.has(service) || caller.type === 'service-linked-role'
        ? undefined
        : rcps.map((level) => named(level)),
  };
}

/**
 * Operations of STS that ask for no permission and that no policy takes away; only users and root get session tokens.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
 * @param action in lower case
 */
export const needsNoPermission = (action: string, caller: Caller): boolean =>
  action === 'sts:getcalleridentity'
    ? isSigned({ caller })
    : action === 'sts:getsessiontoken' && (caller.type === 'user' || caller.type === 'root');

/** How surely the resource policy allows, counting only statements that name the caller in one of these ways. */
function allowBy(layer: LayerResult, ways: readonly Applied['by'][]): Tri {
  let best: Tri = NO;
  for (const applied of layer.statements) {
    if (applied.statement.effect === 'Deny' || !ways.includes(applied.by)) continue;
    const applies = applied.statement.effect === 'Allow' ? applied.applies : MAYBE;
    if (applies > best) best = applies;
  }
  return best;
}

const none: LayerResult = { allow: NO, deny: NO, statements: [] };
const noLayers: Evaluation = {
  result: YES,
  deny: NO,
  identity: undefined,
  resource: undefined,
  boundary: undefined,
  session: undefined,
  scps: undefined,
  rcps: undefined,
};

/**
 * AWS's order: an explicit deny anywhere wins; SCPs and RCPs have to allow on every level; then identity and resource
 * policies join (either one inside an account, both between accounts), within permissions boundary and session policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function evaluate(p: Prepared, lookup: Lookup): Evaluation {
  const { action, resource, request } = p;
  const { caller } = request;
  if (needsNoPermission(action, caller)) return noLayers;
  const signed = isSigned(request);
  const layer = (policies: readonly NamedPolicy[]): LayerResult => evaluateLayer(policies, action, resource, lookup);
  const identity = signed && caller.type !== 'root' ? layer(p.identity) : undefined;
  const limited = signed && caller.type !== 'root';
  const onResource =
    p.resourcePolicies.length === 0
      ? undefined
      : evaluateLayer(p.resourcePolicies, action, resource, lookup, caller, limited && p.boundary !== undefined);
  const boundary = limited && p.boundary !== undefined ? layer(p.boundary) : undefined;
  const session = limited && p.session !== undefined ? layer(p.session) : undefined;
  const scps = p.scps?.map(layer);
  const rcps = p.rcps?.map((level) => evaluateLayer(level, action, resource, lookup, caller));

  let deny: Tri = NO;
  let gates: Tri = YES;
  if (identity !== undefined) deny = or(deny, identity.deny);
  if (onResource !== undefined) deny = or(deny, onResource.deny);
  if (boundary !== undefined) deny = or(deny, boundary.deny);
  if (session !== undefined) deny = or(deny, session.deny);
  for (const levels of [scps, rcps]) {
    for (const one of levels ?? []) {
      deny = or(deny, one.deny);
      gates = and(gates, one.allow);
    }
  }
  let boundaryAllow: Tri = boundary?.allow ?? YES;
  if (request.boundary === 'unknown' && limited) boundaryAllow = MAYBE;
  const sessionAllow: Tri = session?.allow ?? YES;
  const limits = and(boundaryAllow, sessionAllow);
  const fromResource = onResource ?? none;
  const identityAllow: Tri = caller.type === 'root' ? YES : (identity?.allow ?? NO);
  const unreadResource: Tri = request.resourcePolicies === 'unknown' ? MAYBE : NO;

  let grant: Tri;
  if (!signed) {
    grant = or(fromResource.allow, unreadResource);
  } else if (p.sameAccount) {
    // A grant to a session is not limited by boundary or session policy, a grant to a user not by its boundary:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
    const toSession = allowBy(fromResource, ['session']);
    const toNamed = allowBy(fromResource, ['named']);
    const toEveryone = allowBy(fromResource, ['everyone']);
    const direct = anyOf([
      toSession,
      caller.type === 'user' || caller.type === 'root' ? and(toNamed, sessionAllow) : and(toNamed, limits),
      // of a grant to everybody AWS does not say whether a boundary or session policy that is silent limits it
      and(toEveryone, or(limits, MAYBE)),
    ]);
    const delegated = p.explicit ? or(fromResource.allow, unreadResource) : YES;
    // a policy that could not be read may grant by itself
    grant = anyOf([direct, unreadResource, allOf([identityAllow, limits, delegated])]);
  } else {
    grant = allOf([identityAllow, limits, or(fromResource.allow, unreadResource)]);
  }
  return {
    result: allOf([not(deny), gates, grant]),
    deny,
    identity,
    resource: onResource,
    boundary,
    session,
    scps,
    rcps,
  };
}

/** Conditions of the statements whose part in the decision is open. */
function openConditions(evaluation: Evaluation): CompiledCondition[] {
  const found = new Set<CompiledCondition>();
  for (const [, layer] of layersOf(evaluation)) {
    for (const applied of layer.statements) {
      if (applied.applies === MAYBE) for (const condition of applied.statement.conditions) found.add(condition);
    }
  }
  return [...found];
}

/** A request decided, with the values that the caller has to choose. */
interface Settled {
  readonly prepared: Prepared;
  readonly evaluation: Evaluation;
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  readonly lookup: Lookup;
}

/** Statements of all policies of a request. */
const sizeOf = (p: Prepared): number =>
  [p.identity, p.boundary, p.session, p.resourcePolicies, ...(p.scps ?? []), ...(p.rcps ?? [])].reduce(
    (sum, policies) => sum + (policies ?? []).reduce((count, { policy }) => count + policy.statements.length, 0),
    0,
  );

const noChoice: ReadonlyMap<string, readonly string[]> = new Map();

function settle(request: AuthorizationRequest): Settled {
  const prepared = prepare(request);
  const base = contextOf(request);
  const first = evaluate(prepared, base);
  if (first.result !== MAYBE) return { prepared, evaluation: first, chosen: noChoice, lookup: base };
  const { chosen, result } = search({
    lookup: base,
    decide: (tried) => evaluate(prepared, tried).result,
    conditions: () => openConditions(first),
    budget: searchBudget(sizeOf(prepared)),
  });
  if (chosen.size === 0) return { prepared, evaluation: { ...first, result }, chosen, lookup: base };
  const lookup: Lookup = (key) => {
    const choice = chosen.get(key);
    if (choice === undefined) return base(key);
    return choice.length === 0 ? { is: 'absent' } : { is: 'known', values: choice };
  };
  return { prepared, evaluation: { ...evaluate(prepared, lookup), result }, chosen, lookup };
}

const verdictOf = (result: Tri): DecisionVerdict =>
  result === YES ? 'allowed' : result === NO ? 'denied' : 'possible';

/** The verdict of {@link authorize} without its evidence, for asking many questions. */
export const decide = (request: AuthorizationRequest): DecisionVerdict => verdictOf(settle(request).evaluation.result);

/**
 * Decides one request over all layers. Pure and never throws; malformed policies make it `possible`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function authorize(request: AuthorizationRequest): Decision {
  const { prepared, evaluation, chosen, lookup } = settle(request);
  const layers = describeLayers(prepared, evaluation);
  const { reason, statements } = explain(prepared, evaluation, layers);
  return {
    verdict: verdictOf(evaluation.result),
    reason,
    layers,
    statements,
    open: evaluation.result === MAYBE ? describeOpen(evaluation, lookup) : [],
    depends: evaluation.result === MAYBE ? describeDepends(prepared, evaluation, lookup) : [],
    assumed: chosen.size === 0 ? {} : Object.fromEntries(chosen),
    unread: layers.filter((layer) => layer.verdict === 'not known').map((layer) => layer.layer),
  };
}
