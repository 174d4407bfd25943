import { answers } from '../../answers.ts';
import { account, daysAgo, mainRegion } from '../../facts.ts';
import { fails } from '../../front.ts';

const off = fails({ code: 'AccessDeniedException', status: 403, message: 'Macie is not enabled.' });

/** On in the main region, with a finding and without discovery; off elsewhere. */
export default answers('macie2', {
  GetMacieSession: ({ region, account: asked }) =>
    region === mainRegion && asked === account
      ? {
          createdAt: daysAgo(300),
          updatedAt: daysAgo(300),
          findingPublishingFrequency: 'SIX_HOURS',
          serviceRole:
            'arn:aws:iam::123456789012:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie',
          status: 'ENABLED',
        }
      : off,
  GetAdministratorAccount: {},
  GetFindingsPublicationConfiguration: {
    securityHubConfiguration: { publishClassificationFindings: false, publishPolicyFindings: true },
  },
  GetClassificationExportConfiguration: {},
  ListFindings: { findingIds: ['0a1b2c3d4e5f60718293a4b5c6d7e8f9'] },
  GetAutomatedDiscoveryConfiguration: { status: 'DISABLED', autoEnableOrganizationMembers: 'NONE' },
});
