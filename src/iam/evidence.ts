import type { Lookup } from './condition.ts';
import { evaluateCondition } from './condition.ts';
import { type Applied, type LayerResult, type NamedPolicy, refOf } from './layer.ts';
import { coversResource, type Target } from './match.ts';
import { statementName } from './statement.ts';
import { allOf, anyOf } from './tri.ts';
import {
  type AuthorizationRequest,
  type Decision,
  type LayerDecision,
  type LayerName,
  MAYBE,
  NO,
  type OpenCondition,
  type Tri,
  YES,
} from './types.ts';

/** Everything of a request that does not change while values are tried. */
export interface Prepared {
  readonly request: AuthorizationRequest;
  readonly action: string;
  readonly resource: Target;
  readonly sameAccount: boolean;
  readonly explicit: boolean;
  readonly identity: readonly NamedPolicy[];
  readonly boundary: readonly NamedPolicy[] | undefined;
  readonly session: readonly NamedPolicy[] | undefined;
  readonly resourcePolicies: readonly NamedPolicy[];
  readonly scps: readonly (readonly NamedPolicy[])[] | undefined;
  readonly rcps: readonly (readonly NamedPolicy[])[] | undefined;
}

/** One evaluation. Layers that play no part are left out. */
export interface Evaluation {
  result: Tri;
  deny: Tri;
  identity: LayerResult | undefined;
  resource: LayerResult | undefined;
  boundary: LayerResult | undefined;
  session: LayerResult | undefined;
  scps: readonly LayerResult[] | undefined;
  rcps: readonly LayerResult[] | undefined;
}

/** The layers that took part, one entry for each level of SCPs and RCPs. */
export const layersOf = (evaluation: Evaluation): [LayerName, LayerResult][] => {
  const found: [LayerName, LayerResult][] = [];
  const add = (name: LayerName, result: LayerResult | undefined): void => {
    if (result !== undefined) found.push([name, result]);
  };
  add('identity', evaluation.identity);
  add('resource', evaluation.resource);
  add('boundary', evaluation.boundary);
  add('session', evaluation.session);
  for (const one of evaluation.scps ?? []) add('scp', one);
  for (const one of evaluation.rcps ?? []) add('rcp', one);
  return found;
};

/** The conditions that were open, for a decision that is not certain. */
export function describeOpen(evaluation: Evaluation, lookup: Lookup): OpenCondition[] {
  const found: OpenCondition[] = [];
  for (const [, layer] of layersOf(evaluation)) {
    for (const { policy, statement, applies } of layer.statements) {
      if (applies !== MAYBE) continue;
      for (const condition of statement.conditions) {
        if (evaluateCondition(condition, lookup) !== MAYBE) continue;
        found.push({
          policy: policy.name,
          index: statement.index,
          ...(statement.sid === undefined ? {} : { sid: statement.sid }),
          operator: condition.operator,
          key: condition.keyText,
          values: condition.values.map((value) => value.text),
          reason:
            condition.family === 'unknown'
              ? 'operator'
              : condition.values.some((value) => 'bad' in value)
                ? 'value'
                : 'key',
        });
      }
    }
  }
  return found;
}

/** What a decision that is not certain depends on besides conditions. */
export function describeDepends(p: Prepared, evaluation: Evaluation, lookup: Lookup): string[] {
  const found = new Set<string>();
  let conditions = false;
  for (const [kind, layer] of layersOf(evaluation)) {
    const ifMissing = kind === 'resource' || kind === 'rcp' ? YES : MAYBE;
    for (const { policy, statement, applies, by } of layer.statements) {
      if (applies !== MAYBE) continue;
      const name = `${policy.name} (${statementName(statement)})`;
      if (statement.problem !== undefined) found.add(`${name}, which cannot be read`);
      else if (statement.conditions.some((condition) => evaluateCondition(condition, lookup) === MAYBE))
        conditions = true;
      else if (coversResource(statement, p.resource, lookup, ifMissing) === MAYBE)
        found.add(`whether ${name} covers the resource`);
      else if (by === 'session') found.add(`which session of the role asks, for ${name} names one`);
      else found.add(`whom ${name} means`);
    }
  }
  if (p.request.boundary === 'unknown') found.add('the permissions boundary, which was not read');
  if (p.request.resourcePolicies === 'unknown') found.add("the resource's own policy, which was not read");
  if (found.size === 0 && !conditions && (p.boundary !== undefined || p.session !== undefined))
    found.add('whether a permissions boundary or session policy limits a grant to everybody, which AWS does not say');
  return [...found];
}

/** What each layer says. */
export function describeLayers(p: Prepared, evaluation: Evaluation): LayerDecision[] {
  const { request } = p;
  const merged = new Map<LayerName, LayerResult[]>();
  for (const [name, layer] of layersOf(evaluation)) merged.set(name, [...(merged.get(name) ?? []), layer]);
  const notKnown: Record<LayerName, boolean> = {
    identity: false,
    resource: request.resourcePolicies === 'unknown',
    boundary: request.boundary === 'unknown',
    session: false,
    scp: request.scps === 'unknown',
    rcp: request.rcps === 'unknown',
  };
  return (['identity', 'resource', 'boundary', 'session', 'scp', 'rcp'] as const).map((layer) => {
    const results = merged.get(layer);
    if (results === undefined)
      return { layer, verdict: notKnown[layer] ? 'not known' : 'not applicable', statements: [] };
    const deny = anyOf(results.map((one) => one.deny));
    const allow = allOf(results.map((one) => one.allow));
    const wanted = (applied: Applied): boolean =>
      deny === YES ? applied.statement.effect === 'Deny' && applied.applies === YES : true;
    return {
      layer,
      verdict:
        deny === YES ? 'denied' : deny === MAYBE || allow === MAYBE ? 'possible' : allow === YES ? 'allowed' : 'none',
      statements: results.flatMap((one) =>
        one.statements.filter(wanted).map((applied) => refOf(applied.policy, applied.statement)),
      ),
    };
  });
}

const layerWords: Record<LayerName, string> = {
  identity: 'identity policy',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
};

/** The sentence and the statements that tell why. */
export function explain(
  p: Prepared,
  evaluation: Evaluation,
  layers: readonly LayerDecision[],
): Pick<Decision, 'reason' | 'statements'> {
  const { request } = p;
  const name = (ref: { policy: string; sid?: string; index: number }): string =>
    `"${ref.policy}" (${ref.sid ?? `statement ${ref.index + 1}`})`;
  const denying = layers.find((layer) => layer.verdict === 'denied');
  if (denying !== undefined) {
    const first = denying.statements[0];
    const by = first === undefined ? '' : ` ${name(first)}`;
    return { reason: `explicitly denied by the ${layerWords[denying.layer]}${by}`, statements: denying.statements };
  }
  if (evaluation.result === NO) {
    const gate = layers.find(
      (layer) =>
        layer.verdict === 'none' &&
        (layer.layer === 'scp' || layer.layer === 'rcp' || layer.layer === 'boundary' || layer.layer === 'session'),
    );
    const granted = layers.some(
      (layer) => (layer.layer === 'identity' || layer.layer === 'resource') && layer.verdict === 'allowed',
    );
    if (gate !== undefined && granted)
      return { reason: `the ${layerWords[gate.layer]} does not allow it`, statements: [] };
    if (granted && !p.sameAccount)
      return {
        reason: 'access to another account needs both an identity policy and a resource policy that allow it',
        statements: [],
      };
    if (granted && p.explicit)
      return {
        reason: "the resource's own policy neither allows it nor hands the decision to the account",
        statements: [],
      };
    return { reason: 'no statement allows it', statements: [] };
  }
  const allowing = layers
    .filter((layer) => layer.layer === 'identity' || layer.layer === 'resource')
    .flatMap((layer) =>
      layer.statements.filter((ref) => ref.effect === 'Allow').map((ref) => ({ ref, layer: layer.layer })),
    );
  const first = allowing[0];
  if (evaluation.result === YES) {
    if (first === undefined && request.caller.type !== 'root')
      return { reason: 'allowed to everybody with credentials: no policy gives or takes it', statements: [] };
    const by = first === undefined ? 'by being the root user' : `by the ${layerWords[first.layer]} ${name(first.ref)}`;
    return { reason: `allowed ${by}`, statements: allowing.map((one) => one.ref) };
  }
  const open = layers.flatMap((layer) => (layer.verdict === 'possible' ? layer.statements : []));
  return {
    reason: 'it depends on what is not known',
    statements: open.length > 0 ? open : allowing.map((one) => one.ref),
  };
}
