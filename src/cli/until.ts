import { AuditError } from '../program/errors.ts';
import { isDay } from '../text/day.ts';

/** @throws AuditError `usage` where `--until` names no day, or one that is over: the entry would do nothing */
export function assertDay(until: string | undefined): void {
  if (until === undefined) return;
  if (until.length !== 10 || !isDay(until))
    throw new AuditError('usage', `--until: ${until} is no day`, { hint: 'Write it as 2027-01-31.' });
  if (until < new Date().toISOString().slice(0, 10))
    throw new AuditError('usage', `--until: ${until} is over: the entry would do nothing`, {
      hint: 'Name a day to come.',
    });
}
