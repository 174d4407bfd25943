import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import {
  inConsole,
  onlyProviders,
  passwordReferences,
  poolClients,
} from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default number(userPool, 'cognito-user-pool-password-length-14', {
  title: 'Passwords of Cognito user pools have at least 14 characters',
  settings: {
    length: { type: 'integer', default: 14, min: 6, max: 99, describe: 'characters a password must have at least' },
  },
  along: { clients: poolClients },
  unless: [onlyProviders],
  at: 'details.passwords.length',
  atLeast: 'length',
  pass: pass('{label} requires passwords of {details.passwords.length} characters'),
  fail: fail(
    '{label} requires passwords of {details.passwords.length} characters; expected at least {settings.length}',
  ),
  unsaid: unknown('AWS does not say how long passwords of {label} have to be'),
  risk: 'Short passwords can be guessed or cracked; each further character multiplies the work.',
  fix: {
    text: `Set the minimum length in the password policy of the pool; it holds for passwords that are set from then on. ${inConsole}`,
  },
  references: passwordReferences,
});
