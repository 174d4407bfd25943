import { state } from '../../src/engine/forms/index.ts';
import { requiresCharacter } from '../../src/judgements/credentials/password-policy.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-password-policy-symbol-required', {
  ...requiresCharacter('symbols', 'a symbol'),
  risk: 'Passwords without symbols are found early by tools that combine words and digits.',
});
