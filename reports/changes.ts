import type { Changes } from '../src/engine/changes/comparing.ts';
import { severities } from '../src/engine/severity.ts';
import { thousands } from './text.ts';

/** What changed, in words: `2 new (1 high, 1 low), 1 worse, 3 fixed`. */
export function changesText({ summary, newBySeverity }: Pick<Changes, 'summary' | 'newBySeverity'>): string {
  const by = severities.flatMap((severity) =>
    newBySeverity[severity] === 0 ? [] : [`${thousands(newBySeverity[severity])} ${severity}`],
  );
  const gone = summary['gone-deleted'] + summary['gone-check-removed'];
  const unseen = summary['gone-not-read'] + summary['gone-not-selected'];
  const parts = [
    `${thousands(summary.new)} new${by.length === 0 ? '' : ` (${by.join(', ')})`}`,
    ...(summary.worse === 0 ? [] : [`${thousands(summary.worse)} worse`]),
    `${thousands(summary.fixed)} fixed`,
    ...(gone === 0 ? [] : [`${thousands(gone)} gone`]),
    ...(unseen === 0 ? [] : [`${thousands(unseen)} not looked at again`]),
  ];
  return parts.join(', ');
}
