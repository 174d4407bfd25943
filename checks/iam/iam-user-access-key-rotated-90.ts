import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { daysSince, isOlderThan } from '../../src/text/time.ts';
import { activeKeys, keyName, keysOff, notInReport } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-access-key-rotated-90',
  title: 'Access keys are at most 90 days old',
  resource: user,
  needs: ['credentials'],
  settings: { days: { type: 'integer', default: 90, min: 1, describe: 'days an access key may live' } },
  risk: 'The older a key, the more copies of it lie in configuration files, pipelines and backups, and any of them still works.',
  fix: {
    text: 'Replace the key: make a second one and move its users over. Then the commands turn the old one off; delete it when nothing fails. Better, replace the key by a role.',
    exact: ({ name, credentials }, { now, settings }) =>
      keysOff(
        name,
        activeKeys(credentials ?? { keys: [] }).filter(
          (key) => isOlderThan(key.rotatedAt, settings.days, now) === true,
        ),
      ),
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  ],
  evaluate({ name, credentials }, { now, settings }) {
    if (credentials === null) return notInReport(name);
    const keys = activeKeys(credentials);
    if (keys.length === 0) return notApplicable(`${name} has no active access key`);
    const observed = keys.map(({ slot, rotatedAt }) => ({ slot, rotatedAt }));
    const old = keys.filter((key) => isOlderThan(key.rotatedAt, settings.days, now) === true);
    if (old.length > 0)
      return fail(
        `${name}'s ${old.map((key) => `${keyName(key)} is ${daysSince(key.rotatedAt, now)} days old`).join(' and ')}, more than ${settings.days}`,
        observed,
      );
    return keys.every((key) => isOlderThan(key.rotatedAt, settings.days, now) === false)
      ? pass(`${name}'s access keys are at most ${settings.days} days old`, observed)
      : unknown(`the credential report does not say how old the access keys of ${name} are`);
  },
});
