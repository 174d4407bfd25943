import type { CompiledCondition } from '../condition-types.ts';
import type { Lookup } from '../condition.ts';
import { evaluateLayer, type LayerResult, type NamedPolicy, refOf } from '../layer.ts';
import { target, type Target } from '../match.ts';
import { search } from '../search.ts';
import { allOf, not } from '../tri.ts';
import { MAYBE, NO, type StatementRef, type Tri, YES } from '../types.ts';
import { domainOf, lookupOf, type Outsider, type Setting } from './outsider.ts';
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

function evaluateGates(probe: Probe, lookup: Lookup, seen?: LayerResult[]): Tri {
  let result: Tri = YES;
  const { budget } = probe.setting;
  if (budget.left < 0) return MAYBE;
  for (const one of probe.gates) {
    for (const { policy } of one.policies) budget.left -= policy.forAction(probe.action).length;
    const layer = evaluateLayer(one.policies, probe.action, one.resource, lookup, probe.outsider.caller);
    seen?.push(layer);
    result = allOf([result, layer.allow, not(layer.deny)]);
    if (result === NO && seen === undefined) return NO;
  }
  return result;
}

/** Conditions of statements that may or may not apply. */
function openConditions(layers: readonly LayerResult[]): CompiledCondition[] {
  return layers.flatMap((layer) =>
    layer.statements.filter((one) => one.applies === MAYBE).flatMap((one) => one.statement.conditions),
  );
}

/** Tries to find a request of the outsider that passes. */
export function tryOutsider(probe: Probe): ProbeResult {
  const base = lookupOf(probe.outsider, probe.setting);
  const found = search({
    lookup: base,
    domain: domainOf(probe.outsider, probe.setting),
    decide: (lookup) => evaluateGates(probe, lookup),
    conditions: () => {
      const layers: LayerResult[] = [];
      evaluateGates(probe, base, layers);
      return openConditions(layers);
    },
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
  for (const [key, values] of found.chosen) conditions[nameOf(key, probe.gates)] = values;
  for (const one of allowing) {
    for (const condition of one.statement.conditions) {
      const state = lookup(condition.key);
      if (state.is === 'known') conditions[condition.keyText] ??= state.values;
    }
  }
  const open = new Set<string>();
  if (found.result === MAYBE) {
    for (const one of layers.flatMap((layer) => layer.statements)) {
      if (one.applies !== MAYBE) continue;
      if (one.statement.problem !== undefined)
        open.add(`a statement that could not be read (${one.statement.problem})`);
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
      principal: found.chosen.get('aws:principalarn')?.[0] ?? caller.arn,
      action: probe.actionName,
      resource: probe.gates[0]?.resource.text ?? '*',
      conditions,
      ...(via === undefined ? {} : { via }),
    },
    statements: allowing.map((one) => refOf(one.policy, one.statement)),
    open: [...open],
  };
}

/** The key as some policy writes it. */
function nameOf(key: string, gates: readonly Gate[]): string {
  for (const { policy } of gates.flatMap((one) => one.policies)) {
    for (const statement of policy.statements) {
      for (const condition of statement.conditions) if (condition.key === key) return condition.keyText;
    }
  }
  return key;
}
