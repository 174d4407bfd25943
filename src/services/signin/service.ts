import { service } from '../../aws/service.ts';

/**
 * AWS Sign-In, of which the control plane alone is asked: it has hosts of its own. The client is made of botocore's model: the registry
 * has none. What is set is the account's; that every region tells the same was not found in AWS's documentation: the main region is asked.
 */
export const signin = service<typeof import('./client.ts')>({
  id: 'signin',
  sdkId: 'Signin',
  scope: 'global',
  // What the model calls required: https://docs.aws.amazon.com/signin/latest/APIReference/API_GetConsoleAuthorizationConfiguration.html
  sends: {
    GetConsoleAuthorizationConfigurationOutput: ['consoleAuthorizationEnabled'],
    GetResourcePolicyOutput: ['signinResourceBasedPolicy'],
  },
  load: () => import('./sdk.ts'),
});
