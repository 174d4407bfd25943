import { resource } from '../../inventory/resource.ts';
import { recentEvents } from '../cloudtrail/recent-events.ts';
import { cloudtrail } from '../cloudtrail/service.ts';
import { organizationFacet } from '../organizations/organization.ts';
import { organizations } from '../organizations/service.ts';
import { sts } from '../sts/service.ts';
import { callerIdentity } from '../../aws/session-services.ts';
import { credentialReport, reportCalls } from './credential-report.ts';
import type { CredentialRow } from './credential-report.ts';
import { delegationRequests } from './delegation-requests.ts';
import { authorizationDetails } from './details.ts';
import { rootLogin } from './root-logins.ts';
import { samlProviders } from './saml-provider.ts';
import { iam } from './service.ts';
import { isRootDevice, virtualMfaDevices } from './virtual-mfa.ts';

/** Everything IAM says of the account as a whole, the root user included. */
export const iamAccount = resource(iam, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'The account' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:iam::${id}:root`,
}).facets((facet) => ({
  /** Counters and flags by the names of https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html. */
  summary: facet({
    calls: ['GetAccountSummary'],
    async read(api): Promise<Readonly<Record<string, number>>> {
      const { SummaryMap } = await api.call('GetAccountSummary');
      return { ...SummaryMap };
    },
  }),
  /** Absent: nobody set one, and AWS's default applies (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html). */
  passwordPolicy: facet.call('GetAccountPasswordPolicy', {
    absentOn: ['NoSuchEntity', 'NoSuchEntityException'],
    keep: ({ PasswordPolicy: policy }) => ({
      minimumLength: policy?.MinimumPasswordLength,
      uppercase: policy?.RequireUppercaseCharacters,
      lowercase: policy?.RequireLowercaseCharacters,
      numbers: policy?.RequireNumbers,
      symbols: policy?.RequireSymbols,
      /** Days; the answer leaves it out when passwords do not expire. */
      maxAgeDays: policy?.MaxPasswordAge,
      /** Earlier passwords that may not come back; the answer leaves it out when any may. */
      reusePrevention: policy?.PasswordReusePrevention,
      usersMayChange: policy?.AllowUsersToChangePassword,
      /** Whose password expired has to ask an administrator. */
      hardExpiry: policy?.HardExpiry,
    }),
  }),
  /** Serial numbers of the root user's virtual MFA devices. */
  rootVirtualMfa: facet({
    calls: ['ListVirtualMFADevices'],
    async read(api) {
      return (await virtualMfaDevices(api)).filter(isRootDevice).map(({ serial }) => serial);
    },
  }),
  /** Who asks for rights in the account for a time, or was given them. */
  delegationRequests: facet({
    calls: ['ListDelegationRequests'],
    read: (api) => delegationRequests(api),
  }),
  samlProviders: facet({
    calls: ['ListSAMLProviders'],
    read: samlProviders,
  }),
  /** The root user's row of the credential report; null when the report has none. */
  rootCredentials: facet({
    calls: reportCalls,
    async read(api): Promise<CredentialRow | null> {
      return (await credentialReport(api)).root() ?? null;
    },
  }),
  /**
   * Features of centralised root access that are on. Answered to the organisation's management account and IAM's
   * delegated administrator only; absent elsewhere, and where trusted access for IAM is off
   * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html).
   */
  organizationFeatures: facet({
    calls: ['ListOrganizationsFeatures'],
    absentOn: [
      'AccountNotManagementOrDelegatedAdministratorException',
      'OrganizationNotFoundException',
      'OrganizationNotInAllFeaturesModeException',
      'ServiceAccessNotEnabledException',
    ],
    async read(api): Promise<readonly string[]> {
      const { EnabledFeatures } = await api.call('ListOrganizationsFeatures');
      return EnabledFeatures ?? [];
    },
  }),
  organization: facet.from(organizations, organizationFacet),
  /** Names of the users, groups and roles that hold the AWS managed policies checks ask for, by the policy's name. */
  holders: facet({
    calls: ['GetAccountAuthorizationDetails'],
    async read(api) {
      const details = await authorizationDetails(api);
      const holding = (policy: string) => {
        const arn = `arn:${api.partition}:iam::aws:policy/${policy}`;
        const names = (kind: 'users' | 'groups' | 'roles') =>
          details[kind].flatMap(({ id, attached }) => (attached.some((a) => a.arn === arn) ? [id] : []));
        return { users: names('users'), groups: names('groups'), roles: names('roles') };
      };
      return {
        AWSSupportAccess: holding('AWSSupportAccess'),
        AWSCloudShellFullAccess: holding('AWSCloudShellFullAccess'),
      };
    },
  }),
  /** Console sign-ins of the root user, which AWS records in the partition's main region. */
  rootLogins: facet.from(cloudtrail, {
    calls: ['LookupEvents'],
    read: (api) => recentEvents(api, { key: 'EventName', value: 'ConsoleLogin' }, rootLogin),
  }),
  /** Who runs the audit: the ARN `GetCallerIdentity` answers. */
  caller: facet.from(sts, {
    calls: ['GetCallerIdentity'],
    async read(api) {
      const { Arn } = await api.once(callerIdentity, () => api.call('GetCallerIdentity'));
      return Arn;
    },
  }),
}));
