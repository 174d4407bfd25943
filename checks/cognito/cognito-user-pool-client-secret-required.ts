import { fail, notApplicable, pass, type Subject, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { userPoolClient } from '../../src/services/cognito/user-pool.ts';
import { shell } from '../../src/text/shell.ts';

type Details = Subject<typeof userPoolClient, 'details'>['details'];

/**
 * What shows that a client is a public one: tokens are given to the browser itself, or users are sent back to an app on their device.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
 */
function publicKind({ oauth, grants, addresses }: Details): string | undefined {
  if (oauth === true && grants?.includes('implicit') === true) return 'for a page in a browser (grant "implicit")';
  const app = addresses?.find((address) => /^[a-z][\w+.-]*:/i.test(address) && !/^https?:/i.test(address));
  return app === undefined ? undefined : `for an app on a device (${app})`;
}

export default state(userPoolClient, 'cognito-user-pool-client-secret-required', {
  title: 'Clients of Cognito user pools have a secret',
  at: 'details.secret',
  is: {
    true: pass('{label} has a secret'),
    false: ({ name, poolName, details }) => {
      const kind = publicKind(details);
      return kind === undefined
        ? fail(`${name} of ${poolName} has no secret; expected one where the application runs on a server`)
        : notApplicable(`${name} of ${poolName} is ${kind}, which can keep no secret`);
    },
  },
  unsaid: unknown('AWS does not say whether {label} has a secret'),
  risk: 'Whoever knows the id of the client, which is in every address of a sign-in, calls the pool in the name of the application.',
  fix: {
    text: 'An application on a server gets a client that has a secret: make one, move the application to it, then delete this one; a client gets none afterwards. Browsers and phones can keep no secret: leave their client as it is, with PKCE, and suppress the finding; one that sends users back to an app, or takes tokens by the implicit grant, is not judged.',
    exact: ({ pool, name }) => ({
      cli: shell`aws cognito-idp create-user-pool-client --user-pool-id ${pool} --client-name ${name} --generate-secret`,
    }),
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html'],
});
