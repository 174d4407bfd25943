import type { Ask, Rights } from '../graph/rights.ts';
import { statementName } from '../statement.ts';
import type { ContextInput, Decision } from '../types.ts';
import { edges } from './edges.ts';
import type { Move } from './move.ts';
import type { Grant, PathStep } from './types.ts';

const titles = new Map(edges.map(({ id, title }) => [id, title]));

const boring = new Set(['aws:requestedregion']);

const keysOf = (context: ContextInput | undefined): Set<string> =>
  new Set(Object.keys(context ?? {}).map((key) => key.toLowerCase()));

/** What has to hold for a decision: values that were chosen, and what stayed open. */
function conditionsOf(decision: Decision, context: ContextInput | undefined): string[] {
  const given = keysOf(context);
  const chosen = Object.entries(decision.assumed)
    .filter(([key]) => !boring.has(key) && !given.has(key))
    .map(([key, values]) => (values.length === 0 ? `without ${key}` : `${key} = ${values.join(', ')}`));
  const open = decision.open.map(({ operator, key, values, reason }) =>
    reason === 'operator' ? `the unknown operator ${operator} on ${key}` : `${key} (${operator} ${values.join(', ')})`,
  );
  return [...new Set([...chosen, ...open, ...decision.depends])];
}

/** A move as a step that can be shown: who, what, by which policy, on which conditions. */
export function stepOf(rights: Rights, move: Move, from: string): PathStep {
  const grants: Grant[] = [];
  const conditions = new Set<string>();
  for (const ask of move.asks) {
    const decision = rights.explain(ask);
    for (const statement of decision.statements) {
      if (statement.effect !== 'Allow') continue;
      grants.push({ policy: statement.policy, statement, action: ask.action, resource: ask.resource });
    }
    for (const condition of conditionsOf(decision, ask.context)) conditions.add(condition);
  }
  for (const one of move.depends) conditions.add(one);
  return {
    edge: move.edge,
    title: titles.get(move.edge) ?? move.edge,
    from,
    to: move.to,
    actions: [...new Set(move.asks.map(({ action }) => action))],
    policies: [...new Set(grants.map(({ policy, statement }) => `${policy} (${statementName(statement)})`))],
    ...(conditions.size === 0 ? {} : { condition: [...conditions].join('; ') }),
    grants,
  };
}

/** Why the principal, as it is, may not take a step: the first question that is denied. */
export function blockedBy(rights: Rights, asks: readonly Ask[]): string | undefined {
  for (const ask of asks) {
    const decision = rights.explain(ask);
    if (decision.verdict !== 'denied') continue;
    const layer = decision.layers.find(({ verdict }) => verdict === 'denied');
    const by = layer?.statements[0];
    if (by !== undefined) return `${by.policy} (${statementName(by)}), which denies ${ask.action}`;
    return `${decision.reason.replace(/ does not allow it$/, '')}, which does not allow ${ask.action}`;
  }
  return undefined;
}
