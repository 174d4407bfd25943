import { lacking } from '../../partitions/partitions.ts';
import { resource } from '../../inventory/resource.ts';
import { exposedKeys } from '../support/exposed-keys.ts';
import { support } from '../support/service.ts';
import { credentialReport, reportCalls } from './credential-report.ts';
import type { CredentialRow } from './credential-report.ts';
import { authorizationDetails } from './details.ts';
import { lastAccessedCalls, servicesAccessed } from './last-accessed.ts';
import type { AccessedService } from './last-accessed.ts';
import { iam } from './service.ts';
import { virtualMfaDevices } from './virtual-mfa.ts';

export const user = resource(iam, 'AWS::IAM::User', {
  calls: ['GetAccountAuthorizationDetails'],
  narrows: { GetAccountAuthorizationDetails: { Filter: 'unless given' } },
  async *list(api) {
    yield* (await authorizationDetails(api)).users;
  },
})
  .facets((facet) => ({
    /** The user's row of the credential report; null when the report is older than the user. */
    credentials: facet({
      calls: reportCalls,
      often: { GenerateCredentialReport: 'once', GetCredentialReport: 'once' },
      async read(api, { arn }): Promise<CredentialRow | null> {
        return (await credentialReport(api)).of(arn) ?? null;
      },
    }),
    /** Serial numbers of the user's virtual MFA devices. */
    virtualMfa: facet({
      calls: ['ListVirtualMFADevices'],
      often: { ListVirtualMFADevices: 'once' },
      async read(api, { arn }) {
        return (await virtualMfaDevices(api)).flatMap(({ serial, userArn }) => (userArn === arn ? [serial] : []));
      },
    }),
    /** What Trusted Advisor says of the user's keys; absent without a support plan that includes the API, null where there is none. */
    exposure: facet.from(support, {
      calls: ['DescribeTrustedAdvisorCheckResult'],
      often: { DescribeTrustedAdvisorCheckResult: 'once' },
      absentOn: ['SubscriptionRequiredException'],
      async read(api, { id }) {
        if (lacking(api.partition, 'Trusted Advisor API') !== undefined) return null;
        const { checkedAt, keys } = await exposedKeys(api);
        return {
          checkedAt,
          keys: keys.flatMap(({ keyId, user: owner, reason }) => (owner === id ? [{ keyId, reason }] : [])),
        };
      },
    }),
  }))
  .facets((facet) => ({
    /**
     * Serial numbers of all MFA devices of a user who signs in with a password and MFA; null for the others, and where a virtual
     * device is known already.
     */
    mfaDevices: facet({
      calls: ['ListMFADevices'],
      after: ['credentials', 'virtualMfa'],
      async read(api, { id }, { credentials, virtualMfa }): Promise<readonly string[] | null> {
        const asked =
          credentials?.passwordEnabled === true && credentials.mfaActive === true && virtualMfa.length === 0;
        if (!asked) return null;
        const serials: string[] = [];
        for await (const page of api.pages('ListMFADevices', { UserName: id })) {
          for (const { SerialNumber } of page.MFADevices ?? []) serials.push(SerialNumber ?? '');
        }
        return serials;
      },
    }),
    /** Services the user called; null when there is no active key and so no reason to ask. */
    accessed: facet({
      calls: lastAccessedCalls,
      after: ['credentials'],
      async read(api, { arn }, { credentials }): Promise<readonly AccessedService[] | null> {
        return credentials?.keys.some((key) => key.active) === true ? servicesAccessed(api, arn) : null;
      },
    }),
  }));
