import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html */
export const ses = service<typeof import('@aws-sdk/client-sesv2')>({
  id: 'ses',
  sdkId: 'SESv2',
  // https://docs.aws.amazon.com/general/latest/gr/ses.html
  missingIn: ['ap-east-1', 'cn-north-1', 'cn-northwest-1'],
  // What it always sends: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListEmailIdentities.html
  sends: {
    ListConfigurationSetsResponse: ['ConfigurationSets'],
    ListEmailIdentitiesResponse: ['EmailIdentities'],
    IdentityInfo: ['IdentityName', 'IdentityType'],
  },
  load: () => import('./sdk.ts'),
});
