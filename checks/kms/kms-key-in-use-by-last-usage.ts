import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { key } from '../../src/services/kms/key.ts';
import { daysBetween } from '../../src/text/time.ts';

export default defineCheck({
  id: 'kms-key-in-use-by-last-usage',
  title: 'Customer managed keys are in use',
  resource: key,
  needs: ['details', 'lastUsage'],
  settings: {
    days: { type: 'integer', default: 90, min: 1, max: 3650, describe: 'days within which a key was used' },
  },
  risk: 'Whoever may use a key that nobody watches any more decrypts what was once encrypted with it, and it costs money every month.',
  fix: {
    text: 'Look for data that is encrypted with it, backups and snapshots included: what lies untouched asks for no key. Then disable the key and see what stops; `aws kms enable-key` undoes it. Delete it only after months without.',
    cli: 'aws kms disable-key --key-id {id}',
  },
  references: ['https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html'],
  evaluate({ name, details, ...subject }, { now, settings: { days } }) {
    if (details.manager === 'AWS') return notApplicable(`${name} is managed by AWS`);
    if (details.state !== undefined && details.state !== 'Enabled')
      return notApplicable(`${name} cannot be used (${details.state})`);
    const { lastUsage } = subject;
    const { at, operation, recordedSince } = lastUsage ?? {};
    const used = daysBetween(at, now);
    if (used !== undefined && at !== undefined)
      return used <= days
        ? pass(`${name} was last used on ${at.slice(0, 10)}`, lastUsage)
        : fail(`${name} was last used on ${at.slice(0, 10)}, ${used} days ago; expected at most ${days}`, {
            at,
            operation,
          });
    const since = daysBetween(recordedSince, now);
    if (since === undefined || recordedSince === undefined)
      return unknown(`AWS does not say since when it has recorded uses of ${name}`);
    const never = `${name} has not been used since ${recordedSince.slice(0, 10)}, when uses began to be recorded`;
    if (since > days) return fail(`${never}, ${since} days ago; expected at most ${days}`, lastUsage);
    const created = daysBetween(details.createdAt, now);
    return created !== undefined && created <= days
      ? notApplicable(`${name} is only ${created} days old`)
      : unknown(`${never}: whether it was used in the last ${days} days is not known`);
  },
});
