import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { activeKeys, keysOff, keyUsed, latest, notInReport } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-single-active-access-key',
  title: 'Users have at most one active access key',
  resource: user,
  needs: ['credentials'],
  risk: 'A second active key is one more secret to lose, and rotation that never finishes.',
  fix: {
    text: 'Finish the rotation: move what still uses the older key to the other. Then the command turns off the one that was used longer ago; delete it when nothing fails.',
    exact({ name, credentials }) {
      const keys = activeKeys(credentials ?? { keys: [] });
      const kept = keys.find((key) => keyUsed(key) === latest(keys.map(keyUsed)));
      return keysOff(
        name,
        keys.filter((key) => key !== (kept ?? keys[0])),
      );
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  ],
  evaluate({ name, credentials }) {
    if (credentials === null) return notInReport(name);
    const { length } = activeKeys(credentials);
    return length > 1
      ? fail(`${name} has ${length} active access keys, expected at most one`, { activeKeys: length })
      : pass(`${name} has ${length === 1 ? 'one active access key' : 'no active access key'}`, { activeKeys: length });
  },
});
