import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { userPoolClient } from '../../src/services/cognito/user-pool.ts';
import { shell } from '../../src/text/shell.ts';

export default state(userPoolClient, 'cognito-user-pool-client-secret-required', {
  title: 'Clients of Cognito user pools have a secret',
  at: 'details.secret',
  is: {
    true: pass('{label} has a secret'),
    false: fail('{label} has no secret; expected one where the application runs on a server'),
  },
  unsaid: unknown('AWS does not say whether {label} has a secret'),
  risk: 'Whoever knows the id of the client, which is in every address of a sign-in, calls the pool in the name of the application.',
  fix: {
    text: 'An application on a server gets a client that has a secret: make one, move the application to it, then delete this one; a client gets none afterwards. Browsers and phones can keep no secret: leave their client as it is, with PKCE, and suppress the finding.',
    exact: ({ pool, name }) => ({
      cli: shell`aws cognito-idp create-user-pool-client --user-pool-id ${pool} --client-name ${name} --generate-secret`,
    }),
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html'],
});
