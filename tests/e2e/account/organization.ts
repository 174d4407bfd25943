import { AccountClient, PutAlternateContactCommand } from '@aws-sdk/client-account';
import { CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { fails } from '../../../src/stand-in/front.ts';
import { accountIds, policy, regions, type World } from './world.ts';

const attached = (Id: string, Name: string, ...statements: readonly object[]) => ({
  summary: { Id, Name },
  content: policy(...statements),
});
/** On the root; the account has the first only. */
const scps = [
  attached('p-FullAWSAccess', 'FullAWSAccess', { Effect: 'Allow', Action: '*', Resource: '*' }),
  attached('p-stay0000', 'Stay', { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }),
];
const rcps = [
  attached('p-RCPFullAWSAccess', 'RCPFullAWSAccess', { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
];

/**
 * `second` manages an organization of which `main` is a member; there, `main` administers IAM, GuardDuty and AWS Config.
 * `bare` stands alone. Contacts: `second` has them, `main` half of them.
 */
export async function buildOrganization(world: World): Promise<void> {
  const { front } = world;
  await new OrganizationsClient(world.at('second')).send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  // The emulator knows no members that exist already, and tells only the management account of the organization.
  front.answer(
    { service: 'organizations', operation: 'DescribeOrganization', account: accountIds.main },
    { Organization: { Id: 'o-e2e0example', FeatureSet: 'ALL', MasterAccountId: accountIds.second } },
  );
  front.answer(
    { service: 'organizations', operation: 'ListDelegatedAdministrators', account: accountIds.main },
    () => ({
      DelegatedAdministrators: [{ Id: accountIds.main, Name: 'main' }],
    }),
  );
  const organizations = { service: 'organizations', account: accountIds.main };
  const rootId = 'r-e2e0';
  front.answer(
    { ...organizations, operation: 'ListRoots' },
    {
      Roots: [
        {
          Id: rootId,
          PolicyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].map((Type) => ({
            Type,
            Status: 'ENABLED',
          })),
        },
      ],
    },
  );
  front.answer({ ...organizations, operation: 'ListParents' }, { Parents: [{ Id: rootId, Type: 'ROOT' }] });
  front.answer({ ...organizations, operation: 'ListPoliciesForTarget' }, ({ input }) => {
    const all = input['Filter'] === 'SERVICE_CONTROL_POLICY' ? scps : rcps;
    return { Policies: (input['TargetId'] === rootId ? all : all.slice(0, 1)).map(({ summary }) => summary) };
  });
  front.answer({ ...organizations, operation: 'DescribePolicy' }, ({ input }) => {
    const found = [...scps, ...rcps].find(({ summary }) => summary.Id === input['PolicyId']);
    return found === undefined
      ? fails({ code: 'PolicyNotFoundException' })
      : { Policy: { PolicySummary: found.summary, Content: found.content } };
  });
  // Not in the emulator: centralised root access.
  front.answer({ service: 'iam', operation: 'ListOrganizationsFeatures' }, ({ account }) => {
    if (account === accountIds.bare) return fails({ code: 'OrganizationNotFoundException' });
    return {
      OrganizationId: 'o-e2e0example',
      EnabledFeatures: account === accountIds.second ? ['RootCredentialsManagement'] : [],
    };
  });

  const contact = {
    AlternateContactType: 'SECURITY',
    Name: 'Security team',
    Title: 'On call',
    EmailAddress: 'security@example.com',
    PhoneNumber: '+1 555 0100',
  } as const;
  await new AccountClient(world.at('second')).send(new PutAlternateContactCommand(contact));
  // Not in the emulator: the account's own contact details.
  const details = {
    FullName: 'A. Owner',
    CompanyName: 'Example',
    AddressLine1: '1 Main St',
    City: 'Town',
    CountryCode: 'IE',
    PostalCode: '1',
    PhoneNumber: '+1 555 0101',
  };
  front.answer({ service: 'account', operation: 'GetContactInformation' }, ({ account }) => {
    if (account === accountIds.bare) return fails({ code: 'ResourceNotFoundException' });
    return { ContactInformation: account === accountIds.second ? details : { ...details, PhoneNumber: '' } };
  });
  // Not in the emulator either.
  front.answer(
    { service: 'account', operation: 'ListRegions' },
    { Regions: regions.map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' })) },
  );
  // The emulator lists 24 regions of three partitions: two that are enabled and one that is not make the tests fast.
  front.answer(
    { service: 'ec2', operation: 'DescribeRegions' },
    {
      Regions: [
        ...regions.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })),
        { RegionName: 'me-south-1', OptInStatus: 'not-opted-in' },
      ],
    },
  );
  // `bare` is audited by its root user, which the emulator does not have.
  front.answer(
    { service: 'sts', operation: 'GetCallerIdentity', account: accountIds.bare },
    { Account: accountIds.bare, UserId: accountIds.bare, Arn: `arn:aws:iam::${accountIds.bare}:root` },
  );
}
