import { service } from '../../aws/service.ts';

/** Every region has an endpoint of its own; calls about the account go to the partition's main region. */
export const sts = service<typeof import('@aws-sdk/client-sts')>({
  id: 'sts',
  sdkId: 'STS',
  // What it always sends: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  sends: {
    GetCallerIdentityResponse: ['Account', 'Arn'],
  },
  sessionCalls: ['GetCallerIdentity'],
  load: () => import('./sdk.ts'),
});
