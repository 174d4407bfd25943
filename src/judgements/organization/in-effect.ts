import { derive } from '../../engine/derive.ts';
import type { ControlSource } from '../../iam/graph/types.ts';
import {
  resourceControlAlong,
  resourceControlsOf,
  serviceControlAlong,
  serviceControlsOf,
} from './control-policies.ts';

/** Policies of one type over the account: their names level by level, the root first; or why there are none, or why that is not known. */
type InEffect =
  | { readonly levels: readonly (readonly string[])[] }
  | { readonly none: string }
  | { readonly unknown: string };

export interface PoliciesInEffect {
  readonly scps: InEffect;
  readonly rcps: InEffect;
}

/** The policies of the organization that bind the account. */
export const policiesInEffect = derive(
  'policies of the organization in effect',
  { ...serviceControlAlong, ...resourceControlAlong },
  (companions, { unreadAlong }): PoliciesInEffect => ({
    scps: inEffect(serviceControlsOf(companions, unreadAlong).source),
    rcps: inEffect(resourceControlsOf(companions, unreadAlong).source),
  }),
);

function inEffect(source: ControlSource): InEffect {
  if (source.source === 'unknown') return { unknown: source.reason };
  if ('none' in source && source.none !== undefined) return { none: source.none };
  return { levels: source.levels.map((level) => level.map(({ name }) => name.replace(/^(?:SCP|RCP) /, ''))) };
}
