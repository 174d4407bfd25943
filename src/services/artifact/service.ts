import { service } from '../../aws/service.ts';

/** AWS Artifact answers for the whole account from one endpoint. The client is made of botocore's model: the registry has none. */
export const artifact = service<typeof import('./client.ts')>({
  id: 'artifact',
  sdkId: 'Artifact',
  scope: 'global',
  // What the model calls required: https://docs.aws.amazon.com/artifact/latest/APIReference/API_ListCustomerAgreements.html
  sends: {
    CustomerAgreementSummary: ['id'],
    ListCustomerAgreementsResponse: ['customerAgreements'],
  },
  load: () => import('./sdk.ts'),
});
