import { state } from '../../src/engine/forms/index.ts';
import { requiresCharacter } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-password-policy-uppercase-required', {
  ...requiresCharacter('uppercase', 'an uppercase letter'),
  risk: 'Passwords without uppercase letters come from a smaller space and fall sooner to guessing.',
});
