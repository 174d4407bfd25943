import type { ExactFix } from '../../../engine/check.ts';
import { rulesOpening } from '../ports.ts';
import { closeToInternet } from '../revoke-rules.ts';
import type { Wideness } from '../wide.ts';
import type { Network } from './reach.ts';

/** Revokes what lets the internet in to some TCP ports through a group; undefined where nothing is known to. */
export function closeGroup(
  { groups, prefixLists }: Pick<Network, 'groups' | 'prefixLists'>,
  groupId: string,
  ports: readonly number[],
  wideness: Wideness,
): ExactFix | undefined {
  const options = {
    wideness,
    prefixListCidrs: new Map(prefixLists.flatMap(({ prefixListCidrs }) => Object.entries(prefixListCidrs))),
  };
  const rules = groups.find(({ id }) => id === groupId)?.rules ?? [];
  const isClosed = (left: typeof rules): boolean =>
    ports.every((port) => rulesOpening(left, port, options).length === 0);
  if (isClosed(rules)) return undefined;
  const open = ports.flatMap((port) =>
    (['ipv4', 'ipv6'] as const).map((family) => ({ protocol: 'tcp' as const, from: port, to: port, family })),
  );
  return closeToInternet(groupId, rules, open, options, isClosed);
}

/**
 * The same of several groups. Nothing where one of them is not known, or lets it in by many rules together: what the others would
 * close is not all there is.
 */
export function closeGroups(
  network: Pick<Network, 'groups' | 'prefixLists'>,
  groupIds: readonly string[],
  ports: readonly number[],
  wideness: Wideness,
): ExactFix | undefined {
  const fixes = groupIds.map((id) => closeGroup(network, id, ports, wideness));
  const commands = fixes.flatMap((fix) => fix?.cli ?? []);
  if (commands.length === 0 || commands.length < fixes.length) return undefined;
  return { note: [...new Set(fixes.flatMap((fix) => fix?.note ?? []))].join(' '), cli: commands.join('\n') };
}
