import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { key } from '../../src/services/kms/key.ts';
import { daysBetween } from '../../src/text/time.ts';

/** The states besides `Disabled`: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
const others: ReadonlySet<string> = new Set([
  'Creating',
  'Enabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Unavailable',
  'Updating',
]);

export default defineCheck({
  id: 'kms-key-disabled-not-used',
  title: 'Disabled customer managed keys are needed by nothing',
  resource: key,
  needs: ['details', 'lastUsage'],
  settings: {
    days: {
      type: 'integer',
      default: 90,
      min: 1,
      max: 3650,
      describe: 'days without use after which a key is not needed',
    },
  },
  risk: 'What asked for the key until it was disabled cannot read or write its data now, or fails the next time it has to.',
  fix: {
    text: 'Look in CloudTrail for what used the key last and for what gets DisabledException since. Enable the key where that still needs it; otherwise encrypt its data with another key first.',
    cli: 'aws kms enable-key --key-id {id}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html',
  ],
  evaluate({ name, details, ...subject }, { now, settings: { days } }) {
    if (details.manager === 'AWS') return notApplicable(`${name} is managed by AWS`);
    if (details.state === undefined) return unknown(`AWS did not say in which state ${name} is`);
    if (others.has(details.state)) return notApplicable(`${name} is not disabled (${details.state})`);
    if (details.state !== 'Disabled')
      return unknown(`whether ${name} is disabled is not known here (${details.state})`);
    const { at, operation, recordedSince } = subject.lastUsage ?? {};
    const used = daysBetween(at, now);
    if (at !== undefined && used !== undefined) {
      const last = `${name} is disabled and was last used on ${at.slice(0, 10)}`;
      return used <= days
        ? fail(`${last}, ${used} days ago; expected no use in the last ${days} days`, { at, operation })
        : pass(`${last}, ${used} days ago`, { at, operation });
    }
    const since = daysBetween(recordedSince, now);
    if (since === undefined || recordedSince === undefined)
      return unknown(`AWS does not say since when it has recorded uses of ${name}`);
    const created = daysBetween(details.createdAt, now);
    return since >= days || (created !== undefined && created <= since)
      ? pass(
          `${name} is disabled and has not been used since ${recordedSince.slice(0, 10)}, when uses began to be recorded`,
        )
      : unknown(
          `${name} is disabled; uses of it are recorded since ${recordedSince.slice(0, 10)} alone, fewer than ${days} days`,
        );
  },
});
