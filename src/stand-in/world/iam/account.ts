import { answers } from '../../answers.ts';
import { account, daysAgo, otherAccount } from '../../facts.ts';
import { fails } from '../../front.ts';
import { quotaCounters } from '../../iam-quotas.ts';

export default answers('iam', {
  GetAccountSummary: {
    SummaryMap: {
      AccountMFAEnabled: 0,
      AccountAccessKeysPresent: 0,
      AccountSigningCertificatesPresent: 0,
      AccountPasswordPresent: 1,
      GlobalEndpointTokenVersion: 2,
      ...quotaCounters({ Users: 4500 }),
    },
  },
  GetAccountPasswordPolicy: fails({ code: 'NoSuchEntity', status: 404 }),
  ListDelegationRequests: {
    DelegationRequests: [
      {
        DelegationRequestId: 'dr-0123456789abcdef',
        OwnerAccountId: account,
        Description: 'Sets up backups',
        State: 'ASSIGNED',
        RequestorId: otherAccount,
        RequestorName: 'Acme Backup',
        CreateDate: daysAgo(2),
      },
    ],
    isTruncated: false,
  },
  ListOrganizationsFeatures: { OrganizationId: 'o-example', EnabledFeatures: ['RootCredentialsManagement'] },
});
