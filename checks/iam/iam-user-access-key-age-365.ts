import { defineCheck } from '../../src/engine/check.ts';
import { keyAge, oldKeysOff } from '../../src/judgements/credentials/key-age.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-access-key-age-365',
  title: 'Access keys are at most a year old',
  resource: user,
  needs: ['credentials'],
  settings: { days: { type: 'integer', default: 365, min: 1, describe: 'days an access key may live' } },
  risk: 'Nobody knows any more where a key of years ago was copied to and who took it along; it still opens the account.',
  fix: {
    text: 'Replace the key: make a second one and move its users over. Then the commands turn the old one off; delete it when nothing fails. Better, replace the key by a role.',
    exact: (holder, { now, settings }) => oldKeysOff(holder, { now, days: settings.days }),
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  ],
  evaluate: (holder, { now, settings }) => keyAge(holder, { now, days: settings.days }),
});
