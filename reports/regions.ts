import type { Coverage } from '../src/engine/result.ts';

/** The regions that were not read, together by why not, in the order in which the reasons come up. */
export function skippedByReason(
  skipped: Coverage['skippedRegions'],
): readonly { readonly reason: string; readonly regions: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { region, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), region]);
  return [...groups].map(([reason, regions]) => ({ reason, regions: regions.sort() }));
}
