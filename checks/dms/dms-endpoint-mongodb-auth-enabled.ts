import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { endpoint, onlyOf } from '../../src/services/dms/endpoint.ts';

export default state(endpoint, 'dms-endpoint-mongodb-auth-enabled', {
  title: 'Endpoints of MongoDB sign in',
  unless: [onlyOf('mongodb', 'MongoDB')],
  at: 'mongoSignIn',
  is: {
    password: pass('{label} signs in with a password'),
    no: fail('{label} does not sign in to MongoDB; expected a password'),
  },
  unsaid: unknown('AWS does not say whether {label} signs in'),
  risk: 'A database that is read without signing in is open to whoever reaches it.',
  fix: {
    text: 'Have MongoDB ask for a password, keep it in Secrets Manager, and name it to the endpoint: `aws dms modify-endpoint --mongo-db-settings` takes `AuthType=password`, `SecretsManagerSecretId` and `SecretsManagerAccessRoleArn`.',
  },
  references: [
    'https://docs.aws.amazon.com/dms/latest/APIReference/API_MongoDbSettings.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/dms-mongo-db-authentication-enabled.html',
  ],
});
