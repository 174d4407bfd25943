import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import {
  inConsole,
  onlyProviders,
  passwordReferences,
  poolClients,
} from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default number(userPool, 'cognito-user-pool-temporary-password-short-lived', {
  title: 'Temporary passwords of Cognito user pools expire within a week',
  settings: {
    days: { type: 'integer', default: 7, min: 1, max: 365, describe: 'days a temporary password is valid at most' },
  },
  along: { clients: poolClients },
  unless: [onlyProviders],
  at: 'details.passwords.temporary',
  atMost: 'days',
  pass: pass('{label} lets temporary passwords expire after {details.passwords.temporary} days'),
  fail: fail(
    '{label} lets temporary passwords expire after {details.passwords.temporary} days; expected at most {settings.days}',
  ),
  unsaid: unknown('AWS does not say how long temporary passwords of {label} are valid'),
  risk: 'A temporary password lies in mailboxes and messages; as long as it is valid, who finds it takes the account over.',
  fix: {
    text: `Let temporary passwords expire within a week; users who miss it are invited again. ${inConsole}`,
  },
  references: passwordReferences,
});
