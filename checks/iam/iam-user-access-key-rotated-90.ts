import { defineCheck } from '../../src/engine/check.ts';
import { keyAge, oldKeysOff } from '../../src/judgements/credentials/key-age.ts';
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
    exact: (holder, { now, settings }) => oldKeysOff(holder, { now, days: settings.days }),
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  ],
  evaluate: (holder, { now, settings }) => keyAge(holder, { now, days: settings.days }),
});
