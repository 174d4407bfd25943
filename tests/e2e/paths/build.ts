import {
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateInternetGatewayCommand,
  CreateRouteCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateLoginProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { type AccountSpec, ADMINISTRATOR, doc, policyArn } from '../../iam/paths/account.ts';
import type { Front } from '../../../src/stand-in/front.ts';
import type { ClientConfig } from '../account/world.ts';

const json = (document: unknown): string => JSON.stringify(document);
/** The emulator is started without AWS's own policies, which takes seconds: a policy of this name stands for the one. */
const ownAdministrator = 'AdministratorAccess';
const arnOf = (arn: string): string => (arn === ADMINISTRATOR ? policyArn(ownAdministrator) : arn);

/** Creates everything a description of an account names, through the API. */
export async function buildIam(config: ClientConfig, spec: AccountSpec): Promise<void> {
  // The emulator loses its way when many write at once.
  const iam = new IAMClient({
    ...config,
    requestHandler: { httpAgent: { keepAlive: true, maxSockets: 1 }, socketAcquisitionWarningTimeout: 600_000 },
  });
  const each = <T>(part: Readonly<Record<string, T>> | undefined, make: (name: string, one: T) => Promise<unknown>) =>
    Promise.all(Object.entries(part ?? {}).map(([name, one]) => make(name, one)));
  const policies = { ...spec.policies, [ownAdministrator]: [doc({ Action: '*', Resource: '*' })] };

  await Promise.all([
    each(policies, async (PolicyName, [standing, ...others]) => {
      await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: json(standing) }));
      for (const other of others)
        await iam.send(
          new CreatePolicyVersionCommand({ PolicyArn: policyArn(PolicyName), PolicyDocument: json(other) }),
        );
    }),
    each(spec.groups, (GroupName) => iam.send(new CreateGroupCommand({ GroupName }))),
    each(spec.users, (UserName, { tags = {} }) =>
      iam.send(new CreateUserCommand({ UserName, Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) })),
    ),
    each(spec.roles, (RoleName, { trust, path = '/' }) =>
      iam.send(new CreateRoleCommand({ RoleName, Path: path, AssumeRolePolicyDocument: json(trust ?? doc()) })),
    ),
  ]);

  await Promise.all([
    each(spec.groups, async (GroupName, { inline = [], attached = [] }) => {
      for (const [at, one] of inline.entries())
        await iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName: `inline${at}`, PolicyDocument: json(one) }));
      for (const arn of attached) await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: arnOf(arn) }));
    }),
    each(spec.users, async (UserName, user) => {
      const { inline = [], attached = [], groups = [], keys = 0, password } = user;
      for (const [at, one] of inline.entries())
        await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: `inline${at}`, PolicyDocument: json(one) }));
      for (const arn of attached) await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: arnOf(arn) }));
      for (const GroupName of groups) await iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
      for (let key = 0; key < keys; key++) await iam.send(new CreateAccessKeyCommand({ UserName }));
      if (password === true)
        await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Made-up-1', PasswordResetRequired: true }));
    }),
    each(spec.roles, async (RoleName, { inline = [], attached = [], profile }) => {
      for (const [at, one] of inline.entries())
        await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: `inline${at}`, PolicyDocument: json(one) }));
      for (const arn of attached) await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: arnOf(arn) }));
      if (profile !== true) return;
      await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: RoleName }));
      await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: RoleName, RoleName }));
    }),
    iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: 'https://token.actions.githubusercontent.com',
        ThumbprintList: ['a'.repeat(40)],
        ClientIDList: ['sts.amazonaws.com'],
      }),
    ),
    // Permission sets are assigned by the organization's management account only.
    new OrganizationsClient(config).send(new CreateOrganizationCommand({ FeatureSet: 'ALL' })),
  ]);
}

/** The emulator knows no boundaries: its answer with those of the description. */
export function withBoundaries(front: Front, config: ClientConfig, spec: AccountSpec): void {
  const iam = new IAMClient(config);
  const boundaryOf = (boundary: string | undefined) =>
    boundary === undefined
      ? {}
      : {
          PermissionsBoundary: { PermissionsBoundaryType: 'Policy' as const, PermissionsBoundaryArn: arnOf(boundary) },
        };
  front.answer({ service: 'iam', operation: 'GetAccountAuthorizationDetails' }, async () => {
    const { $metadata: _, ...details } = await iam.send(
      new GetAccountAuthorizationDetailsCommand({ Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'] }),
    );
    return {
      ...details,
      UserDetailList: details.UserDetailList?.map((user) => ({
        ...user,
        ...boundaryOf(spec.users?.[user.UserName ?? '']?.boundary),
      })),
      RoleDetailList: details.RoleDetailList?.map((role) => ({
        ...role,
        ...boundaryOf(spec.roles?.[role.RoleName ?? '']?.boundary),
      })),
    };
  });
}

/** An instance that the internet reaches, with the profile of a role. */
export async function buildInstance(config: ClientConfig, profile: string): Promise<void> {
  const ec2 = new EC2Client(config);
  const [groups, subnets, gateway] = await Promise.all([
    ec2.send(new DescribeSecurityGroupsCommand({ GroupNames: ['default'] })),
    ec2.send(new DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] })),
    ec2.send(new CreateInternetGatewayCommand({})),
  ]);
  const { InternetGatewayId: GatewayId } = gateway.InternetGateway ?? {};
  const VpcId = subnets.Subnets?.[0]?.VpcId ?? '';
  const tables = await ec2.send(new DescribeRouteTablesCommand({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] }));
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: GatewayId, VpcId }));
  await ec2.send(
    new CreateRouteCommand({
      RouteTableId: tables.RouteTables?.[0]?.RouteTableId,
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId,
    }),
  );
  const GroupId = groups.SecurityGroups?.[0]?.GroupId ?? '';
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    }),
  );
  await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12c6146b',
      MinCount: 1,
      MaxCount: 1,
      InstanceType: 't3.micro',
      IamInstanceProfile: { Name: profile },
      NetworkInterfaces: [
        {
          DeviceIndex: 0,
          SubnetId: subnets.Subnets?.[0]?.SubnetId,
          Groups: [GroupId],
          AssociatePublicIpAddress: true,
        },
      ],
    }),
  );
}
