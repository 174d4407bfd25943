import type { Check } from './check.ts';
import type { RunSelection } from './result.ts';
import type { Selection } from './select.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the command line and the configuration say. */
interface Asked extends Selection {
  readonly regions?: readonly string[];
  readonly resources?: readonly string[];
  readonly tags?: readonly string[];
  readonly settings?: Readonly<Record<string, Values>> | undefined;
  readonly severityOverrides?: Readonly<Record<string, string>> | undefined;
  readonly trustedAccounts?: readonly string[] | undefined;
  /** In ms since 1970, where one was set. */
  readonly now?: number | undefined;
}

/** @param checks the selected ones: settings of others, and those that say the default, change nothing */
export const runSelection = (asked: Asked, checks: readonly Check[]): RunSelection => ({
  services: asked.services ?? [],
  checks: asked.checks ?? [],
  excluded: asked.excluded ?? [],
  severities: asked.severities ?? [],
  categories: asked.categories ?? [],
  frameworks: (asked.frameworks ?? []).map(({ key }) => key),
  regions: asked.regions ?? [],
  resources: asked.resources ?? [],
  tags: asked.tags ?? [],
  settings: Object.fromEntries(
    checks.flatMap(({ id, settings }) => {
      const changed = Object.entries(asked.settings?.[id] ?? {}).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(settings[name]?.default),
      );
      return changed.length === 0 ? [] : [[id, Object.fromEntries(changed)]];
    }),
  ),
  severityOverrides: asked.severityOverrides ?? {},
  trustedAccounts: asked.trustedAccounts ?? [],
  ...(asked.now === undefined ? {} : { now: new Date(asked.now).toISOString() }),
});
