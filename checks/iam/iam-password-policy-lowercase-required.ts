import { state } from '../../src/engine/forms/index.ts';
import { requiresCharacter } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-password-policy-lowercase-required', {
  ...requiresCharacter('lowercase', 'a lowercase letter'),
  risk: 'Passwords without lowercase letters come from a smaller space and fall sooner to guessing.',
});
