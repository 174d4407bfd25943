import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { onlyProviders, poolClients } from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default state(userPool, 'cognito-user-pool-mfa-required', {
  title: 'Cognito user pools require MFA',
  along: { clients: poolClients },
  unless: [onlyProviders],
  at: 'details.mfa',
  is: {
    ON: pass('{label} requires MFA'),
    OPTIONAL: fail('{label} leaves it to each user to have MFA; expected that it is required'),
    OFF: fail('{label} has MFA turned off; expected that it is required'),
  },
  unsaid: unknown('AWS does not say whether {label} requires MFA'),
  risk: 'Whoever has guessed, phished or found a password signs in as that user.',
  fix: {
    text: 'Require MFA with one-time passwords of an app. Users without one are asked to set it up when they sign in next: see that the application can show that first. Threat protection asks for MFA by risk only where it is optional. `OPTIONAL` or `OFF` instead of `ON` undoes it.',
    cli: 'aws cognito-idp set-user-pool-mfa-config --user-pool-id {id} --software-token-mfa-configuration Enabled=true --mfa-configuration ON',
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-5',
  ],
});
