import { answers } from '../../answers.ts';
import { fails } from '../../front.ts';
import { quotaCounters } from '../../iam-quotas.ts';

export default answers('iam', {
  GetAccountSummary: {
    SummaryMap: {
      AccountMFAEnabled: 0,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
      GlobalEndpointTokenVersion: 2,
      ...quotaCounters({ Users: 4500 }),
    },
  },
  GetAccountPasswordPolicy: fails({ code: 'NoSuchEntity', status: 404 }),
  ListOrganizationsFeatures: { OrganizationId: 'o-example', EnabledFeatures: ['RootCredentialsManagement'] },
});
