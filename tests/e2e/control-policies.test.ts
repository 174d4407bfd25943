import {
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  DescribePolicyCommand,
  EnablePolicyTypeCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeCredentials } from '../program/cli.ts';
import { residentProgram } from '../program/resident.ts';
import { cannedDetails } from './account/iam-details.ts';
import { accountIds, given, json, policy, startWorld, type AccountName, type World } from './account/world.ts';
import { emulator, needsEmulator, operations, run as runThrough, scratch, type RunOptions } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const check = 'iam-principal-no-path-to-administrator';
const own = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;
const readOperations = ['ListRoots', 'ListParents', 'ListPoliciesForTarget', 'DescribePolicy'] as const;

interface Paths {
  readonly principals: readonly {
    readonly arn: string;
    readonly verdict: string;
    readonly paths: readonly { readonly steps: readonly { readonly condition?: string }[] }[];
  }[];
  readonly unread: readonly string[];
  readonly organizationPolicies: Readonly<Record<'scps' | 'rcps', Source>>;
}
interface Source {
  readonly source: string;
  readonly levels?: readonly (readonly string[])[];
  readonly none?: string;
  readonly reason?: string;
  readonly actions?: readonly string[];
  readonly file?: string;
}

const through = residentProgram();
const run = (world: World, account: AccountName, args: readonly string[], options: RunOptions = {}) =>
  runThrough(world, account, args, { through, ...options });

describe.skipIf(!emulator.available)(needsEmulator('an account below an organization'), () => {
  const files = scratch();
  let world: World;
  let management: OrganizationsClient;
  let member: string;
  let unit: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    world = await startWorld();
    management = new OrganizationsClient(world.behind(accountIds.second, 'us-east-1'));
    await management.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
    const { Roots } = await management.send(new ListRootsCommand({}));
    const RootId = given(Roots?.[0]?.Id, 'root');
    for (const PolicyType of own) await management.send(new EnablePolicyTypeCommand({ RootId, PolicyType }));
    const { OrganizationalUnit } = await management.send(
      new CreateOrganizationalUnitCommand({ ParentId: RootId, Name: 'workloads' }),
    );
    unit = given(OrganizationalUnit?.Id, 'unit');
    const { CreateAccountStatus } = await management.send(
      new CreateAccountCommand({ AccountName: 'app', Email: 'app@example.com' }),
    );
    member = given(CreateAccountStatus?.AccountId, 'account');
    await management.send(
      new MoveAccountCommand({ AccountId: member, SourceParentId: RootId, DestinationParentId: unit }),
    );

    const sts = new STSClient({ endpoint: world.front.url, region: 'us-east-1', credentials: fakeCredentials });
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${member}:role/auditor`, RoleSessionName: 'e2e' }),
    );
    const keys = {
      accessKeyId: given(Credentials?.AccessKeyId, 'key'),
      secretAccessKey: given(Credentials?.SecretAccessKey, 'secret'),
      sessionToken: given(Credentials?.SessionToken, 'token'),
    };
    env = {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_SESSION_TOKEN: keys.sessionToken,
    };
    const iam = new IAMClient({ ...world.behind(accountIds.main, 'us-east-1'), credentials: keys });
    await iam.send(new CreateUserCommand({ UserName: 'alice' }));
    await iam.send(
      new PutUserPolicyCommand({
        UserName: 'alice',
        PolicyName: 'own',
        PolicyDocument: policy({ Effect: 'Allow', Action: ['iam:AttachUserPolicy', 's3:GetObject'], Resource: '*' }),
      }),
    );
    cannedDetails(world);
    world.front.answer({ service: 'iam', operation: 'GetAccountAuthorizationDetails', account: member }, async () => {
      const { $metadata: _, ...details } = await iam.send(
        new GetAccountAuthorizationDetailsCommand({ Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'] }),
      );
      return details;
    });
    administered();
  }, 120_000);

  afterAll(async () => {
    files.remove();
    await world?.stop();
  });

  /** The emulator answers these to the management account only; AWS to delegated administrators too, in the same words. */
  function administered(): void {
    const asked = { service: 'organizations', account: member };
    const pass = (operation: string, send: (input: never) => Promise<object>) =>
      world.front.answer({ ...asked, operation }, async ({ input }) => {
        const { $metadata: _, ...answer } = (await send(input as never)) as { $metadata?: unknown };
        return answer;
      });
    pass('ListRoots', (input) => management.send(new ListRootsCommand(input)));
    pass('ListParents', (input) => management.send(new ListParentsCommand(input)));
    pass('ListPoliciesForTarget', (input) => management.send(new ListPoliciesForTargetCommand(input)));
    pass('DescribePolicy', (input) => management.send(new DescribePolicyCommand(input)));
  }

  /** A member that administers nothing is told the organization's name, and nothing above itself. */
  function plainMember(): void {
    for (const operation of readOperations)
      world.front.error(
        { service: 'organizations', account: member, operation },
        { code: 'AccessDeniedException', status: 400, message: "You don't have permissions to access this resource." },
      );
  }

  const audit = (...args: string[]) => run(world, 'main', [...args, '--region', 'us-east-1'], { env });
  const paths = async (...args: string[]): Promise<Paths> =>
    (await audit('paths', '--format', 'json', '--quiet', ...args)).json() as Paths;
  const alice = ({ principals }: Paths) =>
    given(
      principals.find(({ arn }) => arn.endsWith(':user/alice')),
      'alice',
    );

  it('has a proven path where the policies above it let everything through', async () => {
    const found = await paths();
    expect(alice(found).verdict).toBe('proven');
    expect(found.unread).toEqual([]);
    expect(found.organizationPolicies).toEqual({
      scps: { source: 'collected', levels: [['SCP FullAWSAccess'], ['SCP FullAWSAccess'], ['SCP FullAWSAccess']] },
      rcps: {
        source: 'collected',
        levels: [['RCP RCPFullAWSAccess'], ['RCP RCPFullAWSAccess'], ['RCP RCPFullAWSAccess']],
      },
    });
  });

  it('has it blocked by the policy of its unit, in paths, in can and in a scan', async () => {
    const { Policy } = await management.send(
      new CreatePolicyCommand({
        Type: 'SERVICE_CONTROL_POLICY',
        Name: 'KeepUsers',
        Description: 'Nobody attaches policies to users',
        Content: policy({ Sid: 'NoAttach', Effect: 'Deny', Action: 'iam:AttachUserPolicy', Resource: '*' }),
      }),
    );
    await management.send(
      new AttachPolicyCommand({ PolicyId: given(Policy?.PolicySummary?.Id, 'policy'), TargetId: unit }),
    );

    const found = await paths();
    expect(alice(found)).toMatchObject({
      verdict: 'blocked',
      paths: [
        { steps: [{ condition: 'blocked by SCP KeepUsers (Sid "NoAttach"), which denies iam:AttachUserPolicy' }] },
      ],
    });
    expect(found.organizationPolicies.scps.levels).toEqual([
      ['SCP FullAWSAccess'],
      ['SCP FullAWSAccess', 'SCP KeepUsers'],
      ['SCP FullAWSAccess'],
    ]);
    expect((await audit('paths')).stdout).toContain('blocked by SCP KeepUsers');

    const can = ['can', 'alice', 'iam:AttachUserPolicy', `arn:aws:iam::${member}:user/alice`];
    expect((await audit(...can, '--format', 'json')).json()).toMatchObject({
      verdict: 'denied',
      reason: 'explicitly denied by the service control policy "SCP KeepUsers" (NoAttach)',
      unread: [],
      organizationPolicies: { scps: { source: 'collected' }, rcps: { source: 'collected' } },
    });
    expect((await audit('can', 'alice', 's3:GetObject', 'arn:aws:s3:::b/k')).stdout).toMatch(
      /service control policies +allowed: Allow in SCP FullAWSAccess/,
    );

    const { stdout } = await audit('scan', '--check', check, '--format', 'json');
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toMatchObject([{ check, status: 'pass' }]);
  });

  it('asks each thing once', async () => {
    const { requests } = await audit('paths');
    const sent = requests
      .filter(
        ({ service, operation }) => service === 'organizations' && readOperations.some((one) => one === operation),
      )
      .map(({ operation, input }) => `${operation} ${json(input)}`);
    expect(sent).toHaveLength(1 + 2 + 6 + 3);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it('says the same from a snapshot', async () => {
    expect((await audit('collect', '--check', check, '--save', files.file('member.ndjson'))).code).toBe(0);
    const { stdout, requests } = await run(world, 'main', [
      'paths',
      '--format',
      'json',
      '--quiet',
      '--from',
      files.file('member.ndjson'),
    ]);
    expect(requests).toEqual([]);
    const found = JSON.parse(stdout) as Paths;
    expect(alice(found).verdict).toBe('blocked');
    expect(found.organizationPolicies.scps.source).toBe('collected');
  });

  it('takes a file instead of what was collected', async () => {
    const file = files.file('scps.json');
    writeFileSync(
      file,
      json([{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }]),
    );
    const found = await paths('--scps', file);
    expect(alice(found).verdict).toBe('proven');
    expect(found.organizationPolicies).toMatchObject({
      scps: { source: 'file', file, levels: [['service control policy 1 of level 1']] },
      rcps: { source: 'collected' },
    });
  });

  it('says that they are not known, and names what is missing, where AWS denies them', async () => {
    plainMember();
    const found = await paths();
    // what they deny may block it, and nobody told them
    expect(alice(found).verdict).toBe('possible');
    expect(found.unread).toEqual(['scp', 'rcp']);
    expect(found.organizationPolicies.scps).toEqual({
      source: 'unknown',
      reason: 'organizations:ListRoots denied: AWS gives no reason (AccessDeniedException)',
      actions: ['organizations:ListRoots'],
    });
    expect((await audit('paths')).stdout).toMatch(
      /Not read, so not taken into account: service control policies[^]*service control policies: organizations:ListRoots denied/,
    );
    expect((await audit('can', 'alice', 's3:GetObject', 'arn:aws:s3:::b/k')).stdout).toMatch(
      /service control policies +not read: organizations:ListRoots denied/,
    );
    const { stdout, requests } = await audit('scan', '--check', check, '--format', 'json');
    const report = JSON.parse(stdout) as { run: { complete: boolean }; findings: { message: string }[] };
    expect(report).toMatchObject({ run: { complete: true }, findings: [{ status: 'fail' }] });
    expect(report.findings[0]?.message).toMatch(
      /; service and resource control policies were not read \(organizations:ListRoots denied\) and may block it$/,
    );
    expect(operations(requests)).not.toContain('organizations:ListParents');
    const doctor = await audit('doctor', '--check', check, '--format', 'json');
    expect(doctor.code).toBe(0);
    expect(doctor.json()).toMatchObject({
      actions: { 'organizations:ListRoots': 'denied', 'organizations:ListParents': 'untested' },
      doneWithout: expect.arrayContaining([
        'organizations:DescribePolicy',
        'organizations:ListParents',
        'organizations:ListPoliciesForTarget',
        'organizations:ListRoots',
      ]) as string[],
      policyToAdd: null,
    });
    administered();
  });

  it('is not bound by them where it manages the organization', async () => {
    const { stdout } = await run(world, 'second', ['paths', '--format', 'json', '--quiet', '--region', 'us-east-1']);
    const none = 'they do not bind the management account';
    expect((JSON.parse(stdout) as Paths).organizationPolicies).toEqual({
      scps: { source: 'collected', levels: [], none },
      rcps: { source: 'collected', levels: [], none },
    });
  });

  it('is under none where it is in no organization', async () => {
    const { stdout } = await run(world, 'bare', ['paths', '--format', 'json', '--quiet', '--region', 'us-east-1']);
    const none = 'the account is in no organization';
    expect((JSON.parse(stdout) as Paths).organizationPolicies).toEqual({
      scps: { source: 'collected', levels: [], none },
      rcps: { source: 'collected', levels: [], none },
    });
  });
});
