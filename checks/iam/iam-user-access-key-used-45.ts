import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { daysSince, isOlderThan } from '../../src/text/time.ts';
import { activeKeys, keyName, keysOff, keyUsed, notInReport } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-access-key-used-45',
  title: 'Active access keys were used in the last 45 days',
  resource: user,
  needs: ['credentials'],
  settings: { days: { type: 'integer', default: 45, min: 1, describe: 'days an active access key may lie unused' } },
  risk: 'Nobody misses a key that nobody uses: its theft goes unnoticed, while it opens the account like any other.',
  fix: {
    text: 'Deactivate the key, wait until you are sure that nothing fails, then delete it.',
    exact: ({ name, credentials }, { now, settings }) =>
      keysOff(
        name,
        activeKeys(credentials ?? { keys: [] }).filter((key) => isOlderThan(keyUsed(key), settings.days, now) === true),
      ),
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html',
  ],
  evaluate({ name, credentials }, { now, settings }) {
    if (credentials === null) return notInReport(name);
    const keys = activeKeys(credentials);
    if (keys.length === 0) return notApplicable(`${name} has no active access key`);
    const observed = keys.map(({ slot, usedAt, rotatedAt }) => ({ slot, usedAt, rotatedAt }));
    const idle = keys.filter((key) => isOlderThan(keyUsed(key), settings.days, now) === true);
    if (idle.length > 0) {
      const facts = idle.map((key) => {
        const since = `${daysSince(keyUsed(key), now)} days`;
        return key.usedAt === undefined
          ? `${keyName(key)} was never used in the ${since} since it was made`
          : `${keyName(key)} has not been used for ${since}`;
      });
      return fail(`${name}'s ${facts.join(' and ')}, more than ${settings.days}`, observed);
    }
    return keys.every((key) => isOlderThan(keyUsed(key), settings.days, now) === false)
      ? pass(`${name}'s access keys were used or made in the last ${settings.days} days`, observed)
      : unknown(`the credential report does not say when the access keys of ${name} were used`);
  },
});
