import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

const update = 'no command: an update sets back every setting of the pool that it leaves out';
const updateClient = 'no command: an update sets back every setting of the client that it leaves out';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'cognito-user-pool-identity-provider-in-use': async (aws) => {
    const pool = await aws`cognito-idp create-user-pool --pool-name customers --query UserPool.Id --output text`;
    await aws`cognito-idp create-identity-provider --user-pool-id ${pool.trim()} --provider-name Partner --provider-type Google --provider-details client_id=app,authorize_scopes=email`;
  },
  'cognito-user-pool-mfa-required': async (aws) => {
    await aws`cognito-idp create-user-pool --pool-name customers`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'cognito-identity-pool-guest-access-disabled':
    'no command: an update takes the identity providers out that it leaves out',
  'cognito-identity-pool-role-least-privilege': 'no command: what the application needs only its authors know',
  'cognito-user-pool-group-role-least-privilege': 'no command: what the application needs only its authors know',
  'cognito-user-pool-client-secret-required':
    'the finding goes when the old client is deleted, which is for a person to do',
  'cognito-user-pool-client-token-validity-limited': updateClient,
  'cognito-user-pool-self-registration-disabled': update,
  'cognito-user-pool-waf-attached': lacks('wafv2', 'ListResourcesForWebACL'),
  'cognito-user-pool-client-callback-urls-https': updateClient,
  'cognito-user-pool-client-implicit-grant-disabled': updateClient,
  'cognito-user-pool-custom-auth-threat-protection-enforced': update,
  'cognito-user-pool-deletion-protection-enabled': update,
  'cognito-user-pool-password-length-14': update,
  'cognito-user-pool-password-lowercase-required': update,
  'cognito-user-pool-password-number-required': update,
  'cognito-user-pool-password-symbol-required': update,
  'cognito-user-pool-password-uppercase-required': update,
  'cognito-user-pool-temporary-password-short-lived': update,
  'cognito-user-pool-threat-protection-enforced': update,
};
