import { state } from '../../src/engine/forms/index.ts';
import { passwordsMustHave } from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default state(userPool, 'cognito-user-pool-password-lowercase-required', {
  title: 'Passwords of Cognito user pools have a lowercase letter',
  at: 'details.passwords.lowercase',
  ...passwordsMustHave('a lowercase letter'),
});
