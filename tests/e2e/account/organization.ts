import { AccountClient, PutAlternateContactCommand } from '@aws-sdk/client-account';
import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { securityServiceActions } from '../../../src/judgements/organization/denials.ts';
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

const s3Policy = (account: string): object => ({
  s3_attributes: { public_access_block_configuration: account === accountIds.second ? 'all' : 'none' },
});
const ec2Policy = (): object => ({
  ec2_attributes: {
    image_block_public_access: { state: 'block_new_sharing' },
    snapshot_block_public_access: { state: 'block_all_sharing' },
    instance_metadata_defaults: { http_tokens: 'required' },
  },
});

/** An organization with a member in a unit whose policy closes what a member has no need of, and a unit without one. */
async function buildGuardrails(client: OrganizationsClient): Promise<string> {
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots: [{ Id: RootId } = {}] = [] } = await client.send(new ListRootsCommand({}));
  for (const PolicyType of ['SERVICE_CONTROL_POLICY', 'TAG_POLICY'] as const)
    await client.send(new EnablePolicyTypeCommand({ RootId, PolicyType }));
  const { CreateAccountStatus } = await client.send(
    new CreateAccountCommand({ Email: 'shop@example.com', AccountName: 'shop' }),
  );
  const unit = async (Name: string): Promise<string | undefined> =>
    (await client.send(new CreateOrganizationalUnitCommand({ ParentId: RootId, Name }))).OrganizationalUnit?.Id;
  await unit('Sandbox');
  const workloads = await unit('Workloads');
  await client.send(
    new MoveAccountCommand({
      AccountId: CreateAccountStatus?.AccountId,
      SourceParentId: RootId,
      DestinationParentId: workloads,
    }),
  );
  const Content = policy(
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
    },
    { Effect: 'Deny', Action: securityServiceActions.map(({ action }) => action), Resource: '*' },
    {
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'sts:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
    },
  );
  const { Policy } = await client.send(
    new CreatePolicyCommand({ Content, Name: 'guardrails', Description: 'x', Type: 'SERVICE_CONTROL_POLICY' }),
  );
  await client.send(new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId: workloads }));
  return workloads ?? '';
}

/** Not in the emulator: Control Tower, which governs one of the units of `second`. */
function governed(front: World['front'], workloads: string): void {
  const target = `arn:aws:organizations::${accountIds.second}:ou/o-e2e0example/${workloads}`;
  const here = { service: 'controltower', account: accountIds.second, region: 'us-east-1' };
  front.answer(
    { service: 'organizations', operation: 'ListAWSServiceAccessForOrganization', account: accountIds.second },
    { EnabledServicePrincipals: [{ ServicePrincipal: 'controltower.amazonaws.com' }] },
  );
  const lists = {
    ListBaselines: 'baselines',
    ListEnabledBaselines: 'enabledBaselines',
    ListEnabledControls: 'enabledControls',
  };
  for (const [operation, list] of Object.entries(lists))
    front.answer({ service: 'controltower', operation }, { [list]: [] });
  front.answer(
    { ...here, operation: 'ListBaselines' },
    { baselines: [{ arn: 'b1', name: 'AWSControlTowerBaseline' }] },
  );
  front.answer(
    { ...here, operation: 'ListEnabledBaselines' },
    {
      enabledBaselines: [
        { arn: 'e1', baselineIdentifier: 'b1', targetIdentifier: target, statusSummary: { status: 'SUCCEEDED' } },
      ],
    },
  );
  front.answer(
    { ...here, operation: 'ListEnabledControls' },
    {
      enabledControls: [
        {
          arn: 'c1',
          controlIdentifier: 'arn:aws:controltower:us-east-1::control/AWS-GR_EXAMPLE',
          targetIdentifier: target,
          statusSummary: { status: 'SUCCEEDED' },
          driftStatusSummary: { driftStatus: 'DRIFTED' },
        },
      ],
    },
  );
}

/**
 * `second` manages an organization of which `main` is a member; there, `main` administers IAM, GuardDuty and AWS Config.
 * `bare` stands alone. Contacts: `second` has them, `main` half of them.
 */
export async function buildOrganization(world: World): Promise<void> {
  const { front } = world;
  governed(front, await buildGuardrails(new OrganizationsClient(world.at('second'))));
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
          PolicyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY', 'TAG_POLICY'].map((Type) => ({
            Type,
            Status: 'ENABLED',
          })),
        },
      ],
    },
  );
  const unit = { Id: 'ou-e2e0-unit0000', Name: 'Workloads' };
  front.answer({ ...organizations, operation: 'ListOrganizationalUnitsForParent' }, ({ input }) => ({
    OrganizationalUnits: input['ParentId'] === rootId ? [unit] : [],
  }));
  front.answer({ ...organizations, operation: 'ListAccountsForParent' }, ({ input }) => ({
    Accounts:
      input['ParentId'] === rootId
        ? (['main', 'second'] as const).map((name) => ({ Id: accountIds[name], Name: name, State: 'ACTIVE' }))
        : [],
  }));
  front.answer({ ...organizations, operation: 'ListPolicies' }, ({ input }) => ({
    Policies: ({ SERVICE_CONTROL_POLICY: scps, RESOURCE_CONTROL_POLICY: rcps }[String(input['Filter'])] ?? []).map(
      ({ summary }) => summary,
    ),
  }));
  front.answer({ ...organizations, operation: 'ListTargetsForPolicy' }, ({ input }) => ({
    Targets: (input['PolicyId'] === 'p-stay0000' ? [rootId] : [rootId, unit.Id, ...Object.values(accountIds)]).map(
      (TargetId) => ({ TargetId }),
    ),
  }));
  front.answer(
    { ...organizations, operation: 'ListDelegatedServicesForAccount' },
    {
      DelegatedServices: ['access-analyzer', 'config', 'guardduty', 'iam'].map((name) => ({
        ServicePrincipal: `${name}.amazonaws.com`,
      })),
    },
  );
  front.answer(
    { ...organizations, operation: 'ListAWSServiceAccessForOrganization' },
    {
      EnabledServicePrincipals: ['ram.amazonaws.com', 'reporting.trustedadvisor.amazonaws.com'].map(
        (ServicePrincipal) => ({ ServicePrincipal }),
      ),
    },
  );
  // Not in the emulator: what is in force of management policies.
  front.answer({ service: 'organizations', operation: 'DescribeEffectivePolicy' }, ({ account, input }) => {
    const PolicyType = String(input['PolicyType']);
    if (account === accountIds.bare) return fails({ code: 'AWSOrganizationsNotInUseException' });
    const content = PolicyType === 'S3_POLICY' ? s3Policy : account === accountIds.second ? ec2Policy : undefined;
    return content === undefined
      ? fails({ code: 'EffectivePolicyNotFoundException' })
      : { EffectivePolicy: { PolicyContent: JSON.stringify(content(account)), TargetId: account, PolicyType } };
  });
  front.answer({ service: 'organizations', operation: 'ListAccountsWithInvalidEffectivePolicy' }, ({ account }) => ({
    Accounts: account === accountIds.main ? [{ Id: account, Name: 'main' }] : [],
  }));
  front.answer(
    { service: 'organizations', operation: 'ListEffectivePolicyValidationErrors' },
    { EffectivePolicyValidationErrors: [{ ErrorCode: 'ELEMENTS_TOO_MANY' }] },
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
  // Not in the emulator: requests for rights.
  front.answer({ service: 'iam', operation: 'ListDelegationRequests' }, ({ account }) => ({
    DelegationRequests:
      account === accountIds.main ? [{ DelegationRequestId: 'dr-0123456789abcdef', State: 'ASSIGNED' }] : [],
    isTruncated: false,
  }));
  // Nor centralised root access.
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
