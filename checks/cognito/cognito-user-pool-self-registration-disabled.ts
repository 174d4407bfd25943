import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { inConsole } from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default state(userPool, 'cognito-user-pool-self-registration-disabled', {
  title: 'Only administrators create users of Cognito user pools',
  at: 'details.adminCreatesUsers',
  is: {
    true: pass('{label} has users that administrators create'),
    false: fail('{label} lets people sign themselves up; expected that administrators create users'),
  },
  unsaid: unknown('AWS does not say whether people may sign themselves up to {label}'),
  risk: 'Anybody on the internet becomes a signed-in user, with whatever the application or an identity pool gives to those.',
  fix: {
    text: `Where the application is not for everybody, allow only administrators to create users. ${inConsole}`,
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html',
  ],
});
