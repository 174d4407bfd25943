import type { Account, ControlSource } from '../../iam/graph/types.ts';
import { because } from './control-policies.ts';

type Controls = NonNullable<Account['controls']>;

const names = { scps: 'service control policies', rcps: 'resource control policies' } as const;

/** `; service and resource control policies were not read (organizations:ListRoots denied) and may block it`; empty when known. */
export function unreadNote(unread: readonly string[], controls: Controls | undefined): string {
  const scp = unread.includes('scp');
  const rcp = unread.includes('rcp');
  if (!scp && !rcp) return '';
  const what = scp && rcp ? 'service and resource control policies' : scp ? names.scps : names.rcps;
  const why = controls === undefined ? '' : because(scp ? controls.scps : controls.rcps);
  return `; ${what} were not read${why} and may block it`;
}

/** Why each type that is not known is not: `service control policies: organizations:ListRoots denied: …`, a line each. */
export const reasonsOf = (controls: Controls | undefined): string[] =>
  (['scps', 'rcps'] as const).flatMap((type) => {
    const source = controls?.[type];
    return source?.source === 'unknown' ? [`${names[type]}: ${source.reason}`] : [];
  });

/** As JSON shows it: where they come from, which there are on each level, or why they are not known. */
export const controlsJson = (controls: Controls | undefined) =>
  controls === undefined ? {} : { organizationPolicies: { scps: jsonOf(controls.scps), rcps: jsonOf(controls.rcps) } };

function jsonOf(source: ControlSource) {
  if (source.source === 'unknown') return source;
  const levels = source.levels.map((level) => level.map(({ name }) => name));
  if (source.source === 'file') return { source: source.source, file: source.file, levels };
  if (source.source === 'stated') return { source: source.source, levels, none: source.none };
  return { source: source.source, levels, ...(source.none === undefined ? {} : { none: source.none }) };
}
