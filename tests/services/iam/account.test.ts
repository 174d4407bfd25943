import { describe, expect, it } from 'vitest';
import { iamAccount } from '../../../src/services/iam/account.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const outcome = async (facet: string, answers: Parameters<typeof collectType>[2]) => {
  const { records, sent } = await collectType(iamAccount, [facet], answers);
  return { outcome: records[0]?.outcomes[facet], sent };
};

const consoleLogin = (type: string, ConsoleLogin: string, eventTime: string) => ({
  EventTime: new Date(eventTime),
  CloudTrailEvent: JSON.stringify({
    eventName: 'ConsoleLogin',
    eventTime,
    userIdentity: { type },
    responseElements: { ConsoleLogin },
  }),
});

describe('iam/AWS::::Account', () => {
  it('is one item with the ARN of the root user', async () => {
    const { records } = await collectType(iamAccount, [], {});
    expect(records.map((r) => [r.item.id, r.arn, r.region])).toEqual([
      ['111122223333', 'arn:aws:iam::111122223333:root', 'global'],
    ]);
  });

  it('reads the summary as it is', async () => {
    const { outcome: read } = await outcome('summary', {
      GetAccountSummary: { SummaryMap: { AccountMFAEnabled: 1, Users: 7 } },
    });
    expect(read).toEqual({ kind: 'present', value: { AccountMFAEnabled: 1, Users: 7 } });
  });

  it('reads the password policy', async () => {
    const { outcome: read } = await outcome('passwordPolicy', {
      GetAccountPasswordPolicy: {
        PasswordPolicy: {
          MinimumPasswordLength: 14,
          RequireSymbols: true,
          RequireNumbers: true,
          RequireUppercaseCharacters: true,
          RequireLowercaseCharacters: false,
          ExpirePasswords: true,
          MaxPasswordAge: 90,
          PasswordReusePrevention: 24,
        },
      },
    });
    expect(read).toEqual({
      kind: 'present',
      value: {
        minimumLength: 14,
        symbols: true,
        numbers: true,
        uppercase: true,
        lowercase: false,
        maxAgeDays: 90,
        reusePrevention: 24,
      },
    });
  });

  it.each([
    ['passwordPolicy', 'GetAccountPasswordPolicy', 'NoSuchEntityException'],
    ['organizationFeatures', 'ListOrganizationsFeatures', 'AccountNotManagementOrDelegatedAdministratorException'],
    ['organizationFeatures', 'ListOrganizationsFeatures', 'OrganizationNotFoundException'],
    ['organizationFeatures', 'ListOrganizationsFeatures', 'OrganizationNotInAllFeaturesModeException'],
    ['organizationFeatures', 'ListOrganizationsFeatures', 'ServiceAccessNotEnabledException'],
    ['organization', 'DescribeOrganization', 'AWSOrganizationsNotInUseException'],
  ])('takes %s as absent when %s answers %s', async (facet, operation, code) => {
    const { outcome: read } = await outcome(facet, { [operation]: awsError(code) });
    expect(read).toEqual({ kind: 'absent', code });
  });

  it.each([
    ['summary', 'GetAccountSummary'],
    ['passwordPolicy', 'GetAccountPasswordPolicy'],
    ['rootVirtualMfa', 'ListVirtualMFADevices'],
    ['samlProviders', 'ListSAMLProviders'],
    ['organizationFeatures', 'ListOrganizationsFeatures'],
    ['organization', 'DescribeOrganization'],
    ['holders', 'GetAccountAuthorizationDetails'],
    ['rootLogins', 'LookupEvents'],
    ['caller', 'GetCallerIdentity'],
  ])('says that %s is denied', async (facet, operation) => {
    const { outcome: read } = await outcome(facet, { [operation]: awsError('AccessDenied', 'no', 403) });
    expect(read?.kind).toBe('denied');
  });

  it('finds the virtual MFA devices of the root user by user and by serial number', async () => {
    const { outcome: read } = await outcome('rootVirtualMfa', {
      ListVirtualMFADevices: {
        VirtualMFADevices: [
          { SerialNumber: 'arn:aws:iam::111122223333:mfa/root-account-mfa-device' },
          { SerialNumber: 'arn:aws:iam::111122223333:mfa/phone', User: { Arn: 'arn:aws:iam::111122223333:root' } },
          {
            SerialNumber: 'arn:aws:iam::111122223333:mfa/not-root-account-mfa-device',
            User: { Arn: 'arn:aws:iam::111122223333:user/root' },
          },
        ],
      },
    });
    expect(read).toEqual({
      kind: 'present',
      value: ['arn:aws:iam::111122223333:mfa/root-account-mfa-device', 'arn:aws:iam::111122223333:mfa/phone'],
    });
  });

  it('names who holds the support and the CloudShell policy, by ARN and not by name', async () => {
    const attached = (arn: string) => [{ PolicyName: 'AWSSupportAccess', PolicyArn: arn }];
    const { outcome: read } = await outcome('holders', {
      GetAccountAuthorizationDetails: {
        RoleDetailList: [
          {
            RoleName: 'support',
            Arn: 'a',
            AttachedManagedPolicies: attached('arn:aws:iam::aws:policy/AWSSupportAccess'),
          },
        ],
        GroupDetailList: [
          {
            GroupName: 'ops',
            Arn: 'b',
            AttachedManagedPolicies: attached('arn:aws:iam::aws:policy/AWSCloudShellFullAccess'),
          },
        ],
        UserDetailList: [
          {
            UserName: 'mallory',
            Arn: 'c',
            AttachedManagedPolicies: attached('arn:aws:iam::111122223333:policy/AWSSupportAccess'),
          },
        ],
      },
    });
    expect(read).toEqual({
      kind: 'present',
      value: {
        AWSSupportAccess: { users: [], groups: [], roles: ['support'] },
        AWSCloudShellFullAccess: { users: [], groups: ['ops'], roles: [] },
      },
    });
  });

  it('keeps the console sign-ins of the root user of every page, read in the main region', async () => {
    const { outcome: read, sent } = await outcome('rootLogins', {
      LookupEvents: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              Events: [
                consoleLogin('IAMUser', 'Failure', '2026-05-31T00:00:00Z'),
                consoleLogin('Root', 'Failure', '2026-05-30T00:00:00Z'),
              ],
              NextToken: 'more',
            }
          : { Events: [consoleLogin('Root', 'Success', '2026-05-01T00:00:00Z')] },
    });
    expect(read).toEqual({
      kind: 'present',
      value: {
        events: [
          { at: '2026-05-30T00:00:00Z', succeeded: false },
          { at: '2026-05-01T00:00:00Z', succeeded: true },
        ],
        complete: true,
        readBackTo: '2026-05-01T00:00:00.000Z',
      },
    });
    expect(sent.map((s) => s.region)).toEqual(['us-east-1', 'us-east-1']);
    expect(sent[0]?.input['LookupAttributes']).toEqual([{ AttributeKey: 'EventName', AttributeValue: 'ConsoleLogin' }]);
  });

  it('stops after a bounded number of pages and says how far it read', async () => {
    let page = 0;
    const { outcome: read, sent } = await outcome('rootLogins', {
      LookupEvents: () => ({
        Events: [consoleLogin('IAMUser', 'Success', '2026-05-31T00:00:00Z')],
        NextToken: String(page++),
      }),
    });
    expect(sent).toHaveLength(40);
    expect(read).toEqual({
      kind: 'present',
      value: { events: [], complete: false, readBackTo: '2026-05-31T00:00:00.000Z' },
    });
  });

  it('reads providers, the organization and the caller', async () => {
    const { records } = await collectType(
      iamAccount,
      ['samlProviders', 'organization', 'caller', 'organizationFeatures'],
      {
        ListSAMLProviders: {
          SAMLProviderList: [
            { Arn: 'arn:aws:iam::111122223333:saml-provider/sso', ValidUntil: new Date('2030-01-01T00:00:00Z') },
          ],
        },
        DescribeOrganization: { Organization: { Id: 'o-abc', MasterAccountId: '111122223333' } },
        GetCallerIdentity: { Arn: 'arn:aws:sts::111122223333:assumed-role/audit/me' },
        ListOrganizationsFeatures: { OrganizationId: 'o-abc', EnabledFeatures: ['RootCredentialsManagement'] },
      },
    );
    expect(records[0]?.outcomes).toEqual({
      samlProviders: {
        kind: 'present',
        value: [{ arn: 'arn:aws:iam::111122223333:saml-provider/sso', validUntil: '2030-01-01T00:00:00.000Z' }],
      },
      organization: {
        kind: 'present',
        value: { id: 'o-abc', featureSet: undefined, managementAccount: '111122223333', isManagement: true },
      },
      caller: { kind: 'present', value: 'arn:aws:sts::111122223333:assumed-role/audit/me' },
      organizationFeatures: { kind: 'present', value: ['RootCredentialsManagement'] },
    });
  });
});
