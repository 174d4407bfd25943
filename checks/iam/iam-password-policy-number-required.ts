import { state } from '../../src/engine/forms/index.ts';
import { requiresCharacter } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-password-policy-number-required', {
  ...requiresCharacter('numbers', 'a digit'),
  risk: 'Passwords made of letters alone are mostly words, which attackers try first.',
});
