import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-root-no-access-keys',
  title: 'Root user has no access keys',
  about: 'root user',
  resource: iamAccount,
  needs: ['summary'],
  risk: 'An access key of the root user gives the whole account to whoever finds it, without MFA and beyond every policy.',
  fix: {
    text: 'Find what uses the key, give it a role, then sign in as the root user and delete its access keys.',
    cli: 'aws iam list-access-keys   # with credentials of the root user\naws iam delete-access-key --access-key-id KEY_ID',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
  evaluate({ summary }) {
    const keys = summary['AccountAccessKeysPresent'];
    if (keys === undefined) return unknown('AWS does not say whether the root user has access keys');
    return keys === 0
      ? pass('The root user has no access key', { AccountAccessKeysPresent: keys })
      : fail('The root user has an access key', { AccountAccessKeysPresent: keys });
  },
});
