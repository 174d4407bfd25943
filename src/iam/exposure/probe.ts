import { parseArn } from '../../text/arn.ts';
import type { CompiledCondition } from '../condition-types.ts';
import { isPlain, type Lookup } from '../condition.ts';
import { evaluateLayer, type LayerResult, type NamedPolicy, refOf } from '../layer.ts';
import { target, type Target } from '../match.ts';
import type { Statement } from '../policy.ts';
import { type Choices, FRESH, search } from '../search.ts';
import { allOf, not } from '../tri.ts';
import { type Caller, MAYBE, NO, type StatementRef, type Tri, YES } from '../types.ts';
import { domainOf, lookupOf, type Outsider, type Setting } from './outsider.ts';
import { isOnePrincipal } from './unique-ids.ts';
import { VARIABLE_SLOT } from './resources.ts';
import type { Witness } from './types.ts';

/** Policies that must allow together with others, each seen with its own name of the resource. */
export interface Gate {
  readonly policies: readonly NamedPolicy[];
  readonly resource: Target;
  /** RCPs: their statements name principals, but they grant nothing. */
  readonly limits?: boolean;
}

export interface Probe {
  readonly outsider: Outsider;
  readonly setting: Setting;
  readonly action: string;
  /** Name of the action as written, for the witness. */
  readonly actionName: string;
  readonly gates: readonly Gate[];
  readonly via?: string | undefined;
}

export interface ProbeResult {
  readonly result: Tri;
  readonly witness: Witness | undefined;
  readonly statements: readonly StatementRef[];
  /** Keys and operators on which an open result depends. */
  readonly open: readonly string[];
}

export const REFUSED: ProbeResult = { result: NO, witness: undefined, statements: [], open: [] };

export const gate = (policies: readonly NamedPolicy[], resource: string): Gate => ({
  policies,
  resource: target(resource),
});

const costs = new WeakMap<readonly Statement[], number>();

/** What it costs to evaluate statements once, in comparisons; lists of plain values and of principals are looked up at once. */
function costOf(statements: readonly Statement[]): number {
  let cost = costs.get(statements);
  if (cost === undefined) {
    cost = 0;
    for (const { conditions, resources } of statements) {
      cost += 1 + (resources?.length ?? 0) / 8;
      for (const { values } of conditions) cost += 1 + values.filter((value) => !isPlain(value)).length / 8;
    }
    costs.set(statements, cost);
  }
  return cost;
}

function evaluateGates(probe: Probe, lookup: Lookup, seen?: LayerResult[]): Tri {
  let result: Tri = YES;
  const { budget } = probe.setting;
  if (budget.left < 0) return MAYBE;
  const caller = callerIn(probe.outsider.caller, lookup);
  const [arn, userId] = [lookup('aws:principalarn'), lookup('aws:userid')];
  if (arn.is === 'known' && userId.is === 'known' && !isOnePrincipal(arn.values[0] ?? '', userId.values[0] ?? ''))
    return NO;
  for (const one of probe.gates) {
    for (const { policy } of one.policies) budget.left -= costOf(policy.forAction(probe.action));
    const layer = evaluateLayer(one.policies, probe.action, one.resource, lookup, caller);
    seen?.push(layer);
    result = allOf([result, layer.allow, not(layer.deny)]);
    if (result === NO && seen === undefined) return NO;
  }
  return result;
}

/** The principal of a service that calls for something of its own, such as SNS for a topic. */
function serviceIn(valueOf: (key: string) => string | undefined): string | undefined {
  const service = parseArn(valueOf('aws:sourcearn') ?? '')?.[2] ?? '';
  return valueOf('aws:principalservicename') ?? (/^[a-z0-9-]+$/.test(service) ? `${service}.amazonaws.com` : undefined);
}

/** Who asks, when the chosen values say it: principals and `aws:PrincipalArn` are of one and the same. */
function callerIn(caller: Caller, lookup: Lookup): Caller {
  if (!caller.arn.endsWith(FRESH)) return caller;
  if (caller.type === 'service') {
    const service = serviceIn((key) => {
      const state = lookup(key);
      return state.is === 'known' ? state.values[0] : undefined;
    });
    return service === undefined ? caller : { ...caller, arn: service };
  }
  if (caller.type !== 'role' && caller.type !== 'user') return caller;
  const state = lookup('aws:principalarn');
  const [arn, ...more] = state.is === 'known' ? state.values : [];
  if (arn === undefined || more.length > 0 || arn === caller.arn || parseArn(arn)?.[2] !== 'iam') return caller;
  return { ...caller, type: arn.includes(':user/') ? 'user' : arn.endsWith(':root') ? 'root' : 'role', arn };
}

/** Conditions of statements that may or may not apply. */
function openConditions(layers: readonly LayerResult[]): CompiledCondition[] {
  return layers.flatMap((layer) =>
    layer.statements.filter((one) => one.applies === MAYBE).flatMap((one) => one.statement.conditions),
  );
}

/** Keys of policy variables in the resources of statements that may or may not apply. */
const resourceVariables = (layers: readonly LayerResult[]): Set<string> =>
  new Set(
    layers.flatMap((layer) =>
      layer.statements
        .filter((one) => one.applies === MAYBE)
        .flatMap((one) => one.statement.resources ?? [])
        .flatMap((one) => ('template' in one ? one.template.pieces : []))
        .flatMap((piece) => (typeof piece === 'object' ? [piece.variable] : [])),
    ),
  );

/**
 * Who asks, in the form in which the chosen values show him: users have names, and what a service acts for tells which
 * it is.
 */
function principalOf(caller: Caller, chosen: ReadonlyMap<string, readonly string[]>): string {
  const arn = chosen.get('aws:principalarn')?.[0];
  if (arn !== undefined) return arn;
  const [, number, name] = /^(\d{12})(?::(.+))?$/.exec(chosen.get('aws:userid')?.[0] ?? '') ?? [];
  if (number !== undefined)
    return name === undefined ? `arn:aws:iam::${number}:root` : `arn:aws:sts::${number}:federated-user/${name}`;
  if (!caller.arn.endsWith(FRESH)) return caller.arn;
  if (caller.type === 'service') {
    return serviceIn((key) => chosen.get(key)?.[0]) ?? 'an AWS service';
  }
  const user = chosen.get('aws:username')?.[0];
  return user === undefined ? caller.arn : `arn:aws:iam::${caller.account ?? ''}:user/${user}`;
}

/** Tries to find a request of the outsider that passes. */
export function tryOutsider(probe: Probe): ProbeResult {
  const base = lookupOf(probe.outsider, probe.setting);
  const within = domainOf(probe.outsider, probe.setting);
  const domain = (key: string, conditions: readonly CompiledCondition[]): Choices => {
    for (const { values } of conditions) probe.setting.budget.left -= values.length / 16;
    return within(key, conditions);
  };
  let variables: ReadonlySet<string> = new Set();
  const found = search({
    lookup: base,
    domain: (key, conditions) => {
      if (!variables.has(key)) return domain(key, conditions);
      // in the name of a resource the variable stands as this, for whatever the caller's value is
      const { choices } = domain(key, conditions);
      const isFree = conditions.length === 0;
      return { choices: isFree ? [[VARIABLE_SLOT], ...choices] : choices, complete: isFree };
    },
    decide: (lookup) => evaluateGates(probe, lookup),
    conditions: () => {
      const layers: LayerResult[] = [];
      evaluateGates(probe, base, layers);
      const open = openConditions(layers);
      variables = resourceVariables(layers);
      return open;
    },
    variables: () => variables,
  });
  if (found.result === NO) return REFUSED;
  const lookup: Lookup = (key) => {
    const choice = found.chosen.get(key);
    if (choice === undefined) return base(key);
    return choice.length === 0 ? { is: 'absent' } : { is: 'known', values: choice };
  };
  const layers: LayerResult[] = [];
  evaluateGates(probe, lookup, layers);
  // statements of RCPs (an Allow of everything) are not what lets the request through
  const granting = layers.filter((_, at) => probe.gates[at]?.limits !== true);
  const allowing = granting.flatMap((layer) =>
    layer.statements.filter((one) => one.statement.effect !== 'Deny' && one.applies >= found.result),
  );
  const conditions: Record<string, readonly string[]> = {};
  const names = found.chosen.size === 0 ? undefined : namesOf(probe.gates);
  for (const [key, values] of found.chosen) conditions[names?.get(key) ?? key] = values;
  for (const one of allowing) {
    for (const condition of one.statement.conditions) {
      const state = lookup(condition.key);
      if (state.is === 'known') conditions[condition.keyText] ??= state.values;
    }
  }
  const open = new Set<string>();
  if (found.exhausted) open.add('more combinations of condition keys than were tried');
  if (found.result === MAYBE) {
    for (const one of layers.flatMap((layer) => layer.statements)) {
      if (one.applies !== MAYBE) continue;
      if (one.statement.problem !== undefined)
        open.add(`a statement that could not be read (${one.statement.problem})`);
      else if (one.statement.principals === undefined && granting.some((layer) => layer.statements.includes(one)))
        open.add('a statement without Principal');
      if (one.statement.resources?.some((pattern) => 'template' in pattern) === true)
        open.add('a policy variable in Resource');
      for (const condition of one.statement.conditions) {
        const state = lookup(condition.key);
        if (condition.family === 'unknown') open.add(`the operator ${condition.operator}, which is not known`);
        else if (state.is === 'unknown') open.add(`the condition key ${condition.keyText}, whose value is not known`);
        else if (condition.values.some((value) => 'bad' in value))
          open.add(`the condition on ${condition.keyText}, whose value could not be read`);
        else if (condition.values.some((value) => 'template' in value))
          open.add(`a policy variable in the condition on ${condition.keyText}`);
      }
      for (const entry of one.statement.principals?.entries ?? []) {
        if (entry.type === 'unclear') open.add(`the principal ${entry.text}, which is not in a known form`);
      }
    }
  }
  const { caller } = probe.outsider;
  const first = allowing[0]?.policy.name;
  const via = probe.via ?? (first?.startsWith('ACL grant') === true ? first : undefined);
  return {
    result: found.result,
    witness: {
      principal: principalOf(caller, found.chosen),
      action: probe.actionName,
      resource: probe.gates[0]?.resource.text ?? '*',
      conditions,
      ...(via === undefined ? {} : { via }),
    },
    statements: allowing.map((one) => refOf(one.policy, one.statement)),
    open: [...open],
  };
}

/** Keys as some policy writes them. */
function namesOf(gates: readonly Gate[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { policy } of gates.flatMap((one) => one.policies)) {
    for (const { conditions } of policy.statements) {
      for (const { key, keyText } of conditions) if (!names.has(key)) names.set(key, keyText);
    }
  }
  return names;
}
