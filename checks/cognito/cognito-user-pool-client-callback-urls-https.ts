import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { userPoolClient } from '../../src/services/cognito/user-pool.ts';
import { isPlainHttp } from '../../src/text/url.ts';

export default each(userPoolClient, 'cognito-user-pool-client-callback-urls-https', {
  title: 'Clients of Cognito user pools send users back over HTTPS',
  list: 'details.addresses',
  // Addresses of apps, such as myapp://, are none of a network.
  test: (address) => {
    const plain = isPlainHttp(address);
    return plain === undefined ? 'unsaid' : plain ? 'bad' : 'good';
  },
  such: { good: 'https://shop.example.com/signed-in', bad: 'http://shop.example.com/signed-in' },
  called: '{it}',
  pass: pass('{label} sends users back to {good:some}'),
  fail: fail('{label} sends users back over plain HTTP: {bad:some}; expected HTTPS'),
  none: pass('{label} sends users nowhere'),
  unsaid: unknown('AWS does not say where {label} sends users back to'),
  unless: [{ at: 'details.oauth', is: [false], because: '{label} does not use OAuth 2.0' }],
  risk: 'Codes and tokens are in the address: whoever listens on the way reads them and signs in as the user.',
  fix: {
    text: 'Serve the addresses over HTTPS and replace them, in the console or where the client is defined as code: UpdateUserPoolClient sets back every setting that a request leaves out. http://localhost, 127.0.0.1 and [::1] never leave the machine and may stay.',
  },
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
  ],
});
