import type { Coverage } from '../src/engine/result.ts';
import { counted } from './text.ts';

/** The regions that were not read, together by why not, in the order in which the reasons come up. */
export function skippedByReason(
  skipped: Coverage['skippedRegions'],
): readonly { readonly reason: string; readonly regions: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { region, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), region]);
  return [...groups].map(([reason, regions]) => ({ reason, regions: regions.sort() }));
}

/** What was not listed in which regions by whose word, and why everything was in others; empty where nothing was to be proven. */
export function emptyRegionsTexts({ emptyRegions }: Pick<Coverage, 'emptyRegions'>): readonly string[] {
  if (emptyRegions === undefined) return [];
  const groups = new Map<string, string[]>();
  for (const { region, by, at, resourceTypes } of emptyRegions.proven) {
    const what = `${counted(resourceTypes.length, 'type')} not listed, told empty by ${by} at ${at}`;
    groups.set(what, [...(groups.get(what) ?? []), region]);
  }
  return [
    ...[...groups].map(
      ([what, regions]) => `${counted(regions.length, 'region')}: ${what}: ${regions.sort().join(', ')}`,
    ),
    ...skippedByReason(emptyRegions.unproven).map(
      ({ reason, regions }) =>
        `${counted(regions.length, 'region')} not proven empty, all was listed (${reason}): ${regions.join(', ')}`,
    ),
  ];
}
