import { AuditError } from '../program/errors.ts';
import { nameOf } from './door/options.ts';
import type { SetupOptions } from './setup.ts';

/** A report holds what it holds: only what is judged now can be narrowed. @param judging whether anything is @throws AuditError `usage` */
export function assertNarrows(given: SetupOptions, judging: boolean): void {
  if (judging) return;
  const narrowing = (['service', 'check', 'excludeCheck', 'severity', 'category', 'framework'] as const).find(
    (name) => (given[name]?.length ?? 0) > 0,
  );
  if (narrowing !== undefined)
    throw new AuditError('usage', `--${nameOf(narrowing)} chooses what is judged, and a report was judged already`, {
      hint: 'It goes with a snapshot, or with --demo where that can be said.',
    });
}
