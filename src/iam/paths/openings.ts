import type { Rights } from '../graph/rights.ts';
import { MAYBE, NO, YES } from '../types.ts';
import { edgeById, edges } from './edges.ts';
import type { Move } from './move.ts';
import type { Searched } from './search.ts';
import { stepOf } from './step.ts';
import type { Opening } from './types.ts';
import { groundwork, mayHave } from './groundwork.ts';

const openEdges = edges.filter(({ effect }) => effect === 'open-resource');
const none = new Set<string>();

function openings(rights: Rights, fixed: string | undefined): Move[] {
  return openEdges.flatMap((edge): Move[] => {
    if (!mayHave(rights, edge)) return [];
    const base = groundwork(rights, edge, none, fixed);
    const [first] = base.on;
    if (base.level === NO || first === undefined) return [];
    // without the resource's own policy, and without knowing that there is one, nothing more is certain
    const depends = [
      ...(fixed === undefined ? [edgeById(edge.id).needs_existing ?? ''] : []),
      ...(edge.id === 'kms-key-takeover' ? ["a key policy that leaves it to the account's policies"] : []),
    ];
    return [
      {
        edge: edge.id,
        level: depends.length > 0 && base.level === YES ? MAYBE : base.level,
        to: first.resource,
        asks: base.on,
        depends,
      },
    ];
  });
}

/** Steps that open one resource to whom the principal likes. */
export const openingsOn = (rights: Rights, arn: string): Move[] =>
  openings(rights, arn).filter((move) => move.to === arn);

/** Which principals that are no administrators can open resources to others. */
export function openingsOf({ nodes, world }: Searched): Opening[] {
  return [...nodes.values()].flatMap((node) => {
    const { principal } = node.subject;
    if (world.administrator(node.subject) === YES || (principal.kind === 'role' && principal.serviceLinked)) return [];
    return openings(node.rights, undefined).map((move) => ({
      arn: principal.arn,
      verdict: move.level === YES ? ('proven' as const) : ('possible' as const),
      step: stepOf(node.rights, move, principal.arn),
    }));
  });
}
