import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-root-no-access-keys', {
  title: 'Root user has no access keys',
  about: 'root user',
  at: 'summary.AccountAccessKeysPresent',
  is: { 0: pass('The root user has no access key') },
  otherwise: fail('The root user has an access key'),
  unsaid: unknown('AWS does not say whether the root user has access keys'),
  risk: 'An access key of the root user gives the whole account to whoever finds it, without MFA and beyond every policy.',
  fix: {
    text: 'Find what uses the key and give it a role. Then sign in as the root user and delete its access keys on the page of its security credentials: nobody else can.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
});
