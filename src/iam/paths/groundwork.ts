import type { Ask, Rights } from '../graph/rights.ts';
import type { Principal } from '../graph/types.ts';
import { type ContextInput, type KeyState, MAYBE, type Tri, YES } from '../types.ts';
import type { Edge } from './edges.ts';
import { type Found, nothing, someResources, type Wanted } from './resources.ts';

/** Whether the target is the principal itself, to whom no edge needs to lead. */
export const same = (rights: Rights, target: Principal): boolean => rights.subject.principal === target;

export const none: ReadonlySet<string> = new Set();

export const asksOf = (found: Found): Ask[] =>
  found.on.map((one) => ({ action: one.action, resource: one.resource, context: one.context }));

export const optionsOf = (edge: Edge): readonly (readonly Wanted[])[] => edge.any_of ?? [[]];

/** What a step depends on where it is not certain that the role's trust policy lets a service in. */
export const trustDepends = (level: Tri, role: Principal, services: readonly string[]): string[] =>
  level === MAYBE ? [`what the trust policy of ${role.name} asks for of ${services.slice(0, 3).join(' or ')}`] : [];

const contexts = new Map<string, ContextInput>();

/** The context of a requirement; a value that is words stands for what the caller chooses. */
export function contextOfRequirement(context: Readonly<Record<string, string>> | undefined): ContextInput | undefined {
  if (context === undefined) return undefined;
  const key = JSON.stringify(context);
  let found = contexts.get(key);
  if (found === undefined) {
    found = Object.fromEntries(
      Object.entries(context).map(([name, value]): [string, string | KeyState] => [
        name,
        value.includes(' ') ? { is: 'caller' } : value,
      ]),
    );
    contexts.set(key, found);
  }
  return found;
}

/** What an edge asks for besides rights on the target itself: the best of its alternatives. `usable` as for {@link someResources}. */
export function groundwork(
  rights: Rights,
  edge: Edge,
  skip: ReadonlySet<string>,
  fixed?: string,
  usable?: (name: string) => boolean,
): Found {
  const wanted = (list: readonly Wanted[]): Wanted[] =>
    list
      .filter(({ action }) => !skip.has(action))
      .map((one) => ({
        action: one.action,
        context: contextOfRequirement(one.context as Readonly<Record<string, string>> | undefined),
      }));
  const always = wanted(edge.requires);
  let best = nothing;
  for (const option of optionsOf(edge)) {
    const found = someResources(rights, [...always, ...wanted(option)], fixed, usable);
    if (found.level > best.level) best = found;
    if (best.level === YES) break;
  }
  return best;
}

/** Whether the identity policies allow everything an edge needs, somewhere: most edges end here for most principals. */
export const mayHave = (rights: Rights, edge: Edge): boolean =>
  edge.requires.every(({ action }) => rights.has(action)) &&
  (edge.any_of === undefined || edge.any_of.some((option) => option.every(({ action }) => rights.has(action))));
