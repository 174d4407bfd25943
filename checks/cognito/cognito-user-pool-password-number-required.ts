import { state } from '../../src/engine/forms/index.ts';
import { passwordsMustHave } from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default state(userPool, 'cognito-user-pool-password-number-required', {
  title: 'Passwords of Cognito user pools have a digit',
  at: 'details.passwords.numbers',
  ...passwordsMustHave('a digit'),
});
