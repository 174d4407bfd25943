import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { userPoolClient } from '../../src/services/cognito/user-pool.ts';

export default each(userPoolClient, 'cognito-user-pool-client-implicit-grant-disabled', {
  title: 'Clients of Cognito user pools do not get tokens by the implicit grant',
  list: 'details.grants',
  test: (grant) =>
    grant === 'implicit' ? 'bad' : grant === 'code' || grant === 'client_credentials' ? 'good' : 'unsaid',
  such: { good: 'code', bad: 'implicit' },
  called: '{it}',
  pass: pass('{label} gets tokens by {good} alone'),
  fail: fail('{label} may get tokens by the implicit grant; expected the grant of codes'),
  none: pass('{label} has no OAuth 2.0 grant'),
  unsaid: unknown('AWS does not say by which grants {label} gets tokens'),
  unless: [{ at: 'details.oauth', is: [false], because: '{label} does not use OAuth 2.0' }],
  risk: 'Tokens come in the address that the browser is sent to: history, logs, extensions and the referrer hold them.',
  fix: {
    text: 'Have the application use codes with PKCE, then take the implicit grant from the client, in the console or where it is defined as code: UpdateUserPoolClient sets back every setting that a request leaves out.',
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html',
  ],
});
