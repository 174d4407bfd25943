import { service } from '../../aws/service.ts';

/** AWS Support authorization. The client is made of botocore's model: the registry has none. */
export const supportauthz = service<typeof import('./client.ts')>({
  id: 'supportauthz',
  sdkId: 'SupportAuthZ',
  // What the model calls required: https://docs.aws.amazon.com/supportauthz/latest/APIReference/Welcome.html
  sends: {
    ListSupportPermitsOutput: ['supportPermits'],
    Permit: ['actions', 'resources'],
    SupportPermitSummary: ['name', 'arn', 'permit', 'status'],
  },
  load: () => import('./sdk.ts'),
});
