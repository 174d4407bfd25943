import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { parseTime } from '../../src/text/time.ts';
import {
  activeKeys,
  keyNames,
  keysOff,
  notInReport,
  passwordReason,
} from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-initial-access-key-not-unused',
  title: 'Access keys made with the user are in use',
  resource: user,
  needs: ['credentials'],
  settings: {
    minutes: {
      type: 'integer',
      default: 10,
      min: 0,
      describe: 'minutes after the user within which a key counts as made with it',
    },
  },
  risk: 'A key that was made along with a console user and never used was never needed; it only adds a secret that can leak.',
  fix: {
    text: 'Deactivate the key and delete it later; make one when there is a use for it, or better a role.',
    exact: ({ name, credentials }) =>
      keysOff(
        name,
        activeKeys(credentials ?? { keys: [] }).filter((key) => key.usedAt === undefined),
      ),
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  ],
  evaluate({ name, credentials }, { settings }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled, createdAt } = credentials;
    const reason = passwordReason(name, passwordEnabled);
    if (reason !== undefined) return reason;
    const made = parseTime(createdAt);
    if (made === undefined) return unknown(`the credential report does not say when ${name} was made`);
    const within = settings.minutes * 60_000;
    const unused = activeKeys(credentials).filter((key) => key.usedAt === undefined);
    const initial = unused.filter(({ rotatedAt }) => (parseTime(rotatedAt) ?? Infinity) - made <= within);
    const undated = unused.filter(({ rotatedAt }) => parseTime(rotatedAt) === undefined);
    if (initial.length === 0 && undated.length > 0)
      return unknown(`the credential report does not say when ${name}'s ${keyNames(undated)} was made`);
    return initial.length > 0
      ? fail(`${name}'s ${keyNames(initial)} was made with the user and never used`, {
          createdAt,
          keys: initial.map(({ slot, rotatedAt }) => ({ slot, rotatedAt })),
        })
      : pass(`${name} has no unused access key from its first set-up`);
  },
});
