import { fails, type Front } from '../../stand-in/front.ts';
import {
  account,
  ago,
  idOf,
  managementAccount,
  organizationArn,
  organizationId,
  regions,
  securityAccount,
} from './company.ts';

/** A group that a check of Trusted Advisor lists. */
const open = (name: string, port: string, isSuppressed: boolean) => ({
  resourceId: name,
  status: 'error',
  region: 'eu-west-1',
  isSuppressed,
  metadata: ['eu-west-1', name, idOf('sg', name), 'Red', port, ''],
});

/** What Trusted Advisor lists, by its check. */
const advised: Readonly<Record<string, readonly { readonly status: string }[]>> = {
  HCP4007jGY: [open('shop-bastion', '22', true), open('legacy-erp', '3389', false), open('legacy-admin', 'All', false)],
  Qch7DwouX1: [
    {
      resourceId: 'batch',
      status: 'warning',
      region: 'eu-west-1',
      isSuppressed: false,
      metadata: ['eu-west-1', idOf('i', 'batch')],
    } as { readonly status: string },
  ],
};

/** Who asks, which regions there are, the organization around the account, and its contacts. */
export function answerAccount(front: Front): void {
  front.answer(
    { service: 'sts', operation: 'GetCallerIdentity' },
    {
      Account: account,
      UserId: 'AROAEXAMPLEAUDITOR:nadia',
      Arn: `arn:aws:sts::${account}:assumed-role/security-audit/nadia`,
    },
  );
  const optIn = ['eu-south-1', 'me-central-1'].map((RegionName) => ({ RegionName, OptInStatus: 'not-opted-in' }));
  front.answer(
    { service: 'ec2', operation: 'DescribeRegions' },
    { Regions: [...regions.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })), ...optIn] },
  );
  front.answer(
    { service: 'account', operation: 'ListRegions' },
    { Regions: regions.map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' })) },
  );
  front.answer(
    { service: 'account', operation: 'GetContactInformation' },
    {
      ContactInformation: {
        FullName: 'Marlow & Finch',
        CompanyName: 'Marlow & Finch Ltd',
        AddressLine1: '1 Example Quay',
        City: 'Bristol',
        CountryCode: 'GB',
        PostalCode: 'BS1',
        PhoneNumber: '+44 0000',
      },
    },
  );
  front.error(
    { service: 'account', operation: 'GetAlternateContact' },
    { code: 'ResourceNotFoundException', status: 404 },
  );
  front.answer(
    { service: 'organizations', operation: 'DescribeOrganization' },
    {
      Organization: {
        Id: organizationId,
        FeatureSet: 'ALL',
        MasterAccountId: managementAccount,
        Arn: organizationArn,
      },
    },
  );
  // Told to the management account and to delegated administrators only.
  for (const operation of ['ListAccounts', 'ListDelegatedAdministrators', 'ListRoots'])
    front.error(
      { service: 'organizations', operation },
      { code: 'AccessDeniedException', status: 400, message: "You don't have permissions to access this resource." },
    );
  // What is in force on it every account may ask: the organization turns the serial console off, and leaves the rest to the account.
  front.answer({ service: 'organizations', operation: 'DescribeEffectivePolicy' }, ({ input }) => {
    const PolicyType = String(input['PolicyType']);
    const content = { ec2_attributes: { serial_console_access: { status: 'disabled' } } };
    return PolicyType === 'DECLARATIVE_POLICY_EC2'
      ? { EffectivePolicy: { PolicyContent: JSON.stringify(content), TargetId: account, PolicyType } }
      : fails({ code: 'EffectivePolicyNotFoundException', status: 400 });
  });
  front.error(
    { service: 'iam', operation: 'ListOrganizationsFeatures' },
    { code: 'AccountNotManagementOrDelegatedAdministratorException', status: 403 },
  );
  front.answer({ service: 'support', operation: 'DescribeTrustedAdvisorCheckResult' }, ({ input }) => {
    const checkId = String(input['checkId']);
    const flaggedResources = advised[checkId] ?? [];
    return {
      result: {
        checkId,
        timestamp: ago(0, 9),
        status: flaggedResources[0]?.status ?? 'ok',
        resourcesSummary: { resourcesProcessed: 9, resourcesFlagged: 2, resourcesIgnored: 0, resourcesSuppressed: 0 },
        categorySpecificSummary: {},
        flaggedResources,
      },
    };
  });
  // The organization administers GuardDuty from the security account: here the calls are for others.
  for (const operation of ['ListOrganizationAdminAccounts', 'DescribeOrganizationConfiguration'])
    front.error(
      { service: 'guardduty', operation },
      {
        code: 'BadRequestException',
        status: 400,
        message: `The request is rejected because the account is administered by ${securityAccount}.`,
      },
    );
}
