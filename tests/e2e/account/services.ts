import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateEventBusCommand, EventBridgeClient, PutPermissionCommand } from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand, ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { InRegion } from '../../../src/stand-in/answers.ts';
import { CannedError } from '../../../src/stand-in/front.ts';
import { mainRegion } from '../../../src/stand-in/facts.ts';
import { worldFiles } from '../../../src/stand-in/world.ts';
import type { Network } from './network.ts';
import { accountIds, given, json, policy, type World } from './world.ts';

/** What the stand-in's world has of these is in `main`, in its second region; elsewhere the emulator has nothing of it. */
const taken = new Set(
  [
    'acm/certificate',
    'appstream/fleet',
    'athena/work-group',
    'codeartifact/domain',
    'codeartifact/package',
    'storagegateway/file-share',
    'storagegateway/gateway',
    'transfer/connector',
    'transfer/server',
    'transfer/web-app',
    'acmpca/authority',
    'apigateway/domain-name',
    'appsync/graphql-api',
    'autoscaling/launch-configuration',
    'bedrock/region',
    'bedrockagent/knowledge-base',
    'bedrockagentcore/gateway',
    'bedrockagentcore/memory',
    'bedrockagentcore/runtime',
    'bedrockagentcore/tools',
    'cloudhsmv2/backup',
    'cloudhsmv2/cluster',
    'cognito/user-pool',
    'config/conformance-packs',
    'config/rule',
    'cognitoidentity/identity-pool',
    'backup/plan',
    'backup/region',
    'backup/report-plan',
    'backup/vault',
    'cloudwatch/alarm',
    'eventbridge/event-bus',
    'stepfunctions/state-machine',
    'dax/cluster',
    'directoryservice/directory',
    'directoryservice/trust',
    'redshiftserverless/namespace',
    'glue/data-catalog',
    'glue/connection',
    'glue/job',
    'glue/dev-endpoint',
    'glue/security-configuration',
    'glue/ml-transform',
    'gluedatabrew/job',
    'lambda/layer-version',
    'lightsail/bucket',
    'lightsail/database',
    'lightsail/instance',
    'lightsail/static-ip',
    'workspaces/directory',
    'workspaces/workspace',
    'ses/configuration-set',
    'ses/identity',
    'emr/security-configuration',
    'codebuild/report-group',
    'dms/certificate',
    'dms/endpoint',
    'dms/replication-instance',
    'dms/replication-task',
    'dsql/cluster',
    'dynamodb/table',
    'ecr/registry',
    'ecr/repository',
    'ecs/service-list',
    'efs/file-system',
    'efs/mount-target',
    'eks/cluster',
    'elasticache/cluster',
    'elasticache/replication-group',
    'elasticache/user',
    'elasticbeanstalk/environment',
    'emr/account',
    'emr/cluster',
    'opensearch/domain',
    'vpclattice/service-type',
    'eventbridge/rule',
    'fms/administrator',
    'fms/policy',
    'glacier/vault',
    'logs/deliveries',
    'identitycenter/application',
    'identitycenter/assignment',
    'identitycenter/instance',
    'identitycenter/permission-set',
    'identitycenter/trusted-token-issuer',
    'identitystore/members',
    'memorydb/cluster',
    'kinesis/stream',
    'mq/broker',
    'msk/cluster',
    'networkfirewall/endpoint-association',
    'networkfirewall/firewall',
    'networkfirewall/policy',
    'networkfirewall/rule-group',
    'redshift/cluster',
    'redshiftserverless/workgroup',
    'ecrpublic/repository',
    'route53domains/domain',
    's3files/file-system',
    's3tables/table-bucket',
    's3vectors/vector-bucket',
    'sagemaker/monitoring-jobs',
    'sagemaker/notebook-instance',
    'secretsmanager/secret',
    'sqs/queue',
    'tagging/resource',
    'wafv2/ip-set',
    'wafv2/web-acl',
    'xray/settings',
    'ssm/document',
    'ssm/managed-instance',
    'ssm/settings',
  ].map((name) => `src/stand-in/world/${name}.ts`),
);

/** Certificates, containers, databases, messages and secrets, good and bad, in `main`. */
export async function buildServices(world: World, network: Network): Promise<void> {
  const { front } = world;
  const at = world.at('main', 'eu-west-1');
  await openToAll(world, new SNSClient(at), new EventBridgeClient(at));
  // Not in the emulator: whether types have enhanced networking.
  front.answer(
    { service: 'ec2', operation: 'DescribeInstanceTypes' },
    { InstanceTypes: [{ InstanceType: 't3.micro', NetworkInfo: { EnaSupport: 'required' } }] },
  );
  // Not in the emulator.
  front.answer({ service: 'dsql', operation: 'ListClusters' }, { clusters: [] });
  front.answer({ service: 'ecr-public', operation: 'DescribeRepositories' }, { repositories: [] });
  front.answer({ service: 'memorydb', operation: 'DescribeClusters' }, { Clusters: [] });
  front.answer({ service: 's3files', operation: 'ListFileSystems' }, { fileSystems: [] });
  front.answer({ service: 'appstream', operation: 'DescribeFleets' }, { Fleets: [] });
  front.answer({ service: 'codeartifact', operation: 'ListDomains' }, { domains: [] });
  front.answer({ service: 'codeartifact', operation: 'ListRepositories' }, { repositories: [] });
  front.answer({ service: 'storage-gateway', operation: 'ListFileShares' }, { FileShareInfoList: [] });
  front.answer({ service: 'storage-gateway', operation: 'ListGateways' }, { Gateways: [] });
  front.answer({ service: 'database-migration-service', operation: 'DescribeCertificates' }, { Certificates: [] });
  front.answer({ service: 'redshift-serverless', operation: 'ListNamespaces' }, { namespaces: [] });
  front.answer({ service: 'lightsail', operation: 'GetBuckets' }, { buckets: [] });
  front.answer({ service: 'lightsail', operation: 'GetInstances' }, { instances: [] });
  front.answer({ service: 'lightsail', operation: 'GetRelationalDatabases' }, { relationalDatabases: [] });
  front.answer({ service: 'lightsail', operation: 'GetStaticIps' }, { staticIps: [] });
  front.answer({ service: 'codebuild', operation: 'ListReportGroups' }, { reportGroups: [] });
  front.answer({ service: 'emr', operation: 'ListSecurityConfigurations' }, { SecurityConfigurations: [] });
  front.answer({ service: 'transfer', operation: 'ListWebApps' }, { WebApps: [] });
  front.answer(
    { service: 'emr', operation: 'GetBlockPublicAccessConfiguration' },
    {
      BlockPublicAccessConfiguration: { BlockPublicSecurityGroupRules: false },
      BlockPublicAccessConfigurationMetadata: { CreationDateTime: 1700000000, CreatedByArn: 'arn:aws:iam::1:root' },
    },
  );
  front.answer({ service: 'bedrock', operation: 'ListEnforcedGuardrailsConfiguration' }, { guardrailsConfig: [] });
  front.answer({ service: 'bedrock-agentcore-control', operation: 'ListBrowsers' }, { browserSummaries: [] });
  front.answer({ service: 'bedrock-agentcore-control', operation: 'ListMemories' }, { memories: [] });
  front.answer(
    { service: 'bedrock-agentcore-control', operation: 'ListCodeInterpreters' },
    { codeInterpreterSummaries: [] },
  );
  front.answer({ service: 'redshift-serverless', operation: 'ListWorkgroups' }, { workgroups: [] });
  front.answer({ service: 's3tables', operation: 'ListTableBuckets' }, { tableBuckets: [] });
  front.answer({ service: 'backup', operation: 'ListProtectedResources' }, { Results: [] });
  front.answer({ service: 'network-firewall', operation: 'ListFirewallPolicies' }, { FirewallPolicies: [] });
  front.answer({ service: 'network-firewall', operation: 'ListRuleGroups' }, { RuleGroups: [] });
  front.answer(
    { service: 'network-firewall', operation: 'ListVpcEndpointAssociations' },
    { VpcEndpointAssociations: [] },
  );
  front.answer(
    { service: 'xray', operation: 'GetSamplingRules' },
    { SamplingRuleRecords: [{ SamplingRule: { RuleName: 'Default', FixedRate: 0.05, ReservoirSize: 1 } }] },
  );
  front.answer({ service: 'xray', operation: 'GetGroups' }, { Groups: [] });
  front.answer({ service: 'xray', operation: 'ListResourcePolicies' }, { ResourcePolicies: [] });
  front.answer({ service: 'xray', operation: 'GetEncryptionConfig' }, ({ region }) => ({
    EncryptionConfig:
      region === mainRegion
        ? {
            Type: 'KMS',
            KeyId: 'arn:aws:kms:us-east-1:999988887777:key/6f1d0c2b-9a3e-4b57-8c14-2d7e5f6a9b80',
            Status: 'ACTIVE',
          }
        : { Type: 'NONE', Status: 'ACTIVE' },
  }));
  front.answer({ service: 'sso-admin', operation: 'ListInstances' }, { Instances: [] });
  front.error({ service: 'fms', operation: 'GetAdminAccount' }, { code: 'ResourceNotFoundException', status: 400 });
  front.error(
    { service: 'fms', operation: 'ListPolicies' },
    { code: 'AccessDeniedException', status: 400, message: 'No default admin could be found for account 210987654321' },
  );
  // Sessions are set up in the main region alone.
  front.answer({ service: 'ssm', operation: 'DescribeInstanceInformation' }, ({ account, region }) => ({
    InstanceInformationList:
      account === accountIds.main && region === 'eu-west-1' ? [{ InstanceId: 'mi-0aaaaaaaaaaaaaaa3' }] : [],
  }));
  front.answer(
    { service: 'ssm', operation: 'ListResourceComplianceSummaries' },
    { ResourceComplianceSummaryItems: [] },
  );
  const Policy = policy({
    Effect: 'Allow',
    Principal: { AWS: '444455556666' },
    Action: 'ssm:GetParameter',
    Resource: `arn:aws:ssm:${mainRegion}:${accountIds.main}:parameter/app/lent`,
  });
  front.answer(
    { service: 'ssm', operation: 'GetResourcePolicies' },
    { Policies: [{ PolicyId: 'lent', PolicyHash: 'a1', Policy }] },
  );
  front.answer({ service: 'ssm', operation: 'GetServiceSetting' }, ({ input: { SettingId }, region }) => ({
    ServiceSetting: { SettingId, SettingValue: region === mainRegion ? 'Disable' : 'Enable' },
  }));
  // Not in the emulator: packs of rules.
  front.answer(
    { service: 'config-service', operation: 'DescribeConformancePackStatus' },
    { ConformancePackStatusDetails: [] },
  );
  for (const [, { service, answers }] of (await worldFiles()).filter(([file]) => taken.has(file))) {
    for (const [operation, answer] of Object.entries(answers)) {
      const match = { service, operation, account: accountIds.main, region: mainRegion };
      if (answer instanceof CannedError) front.error(match, answer.error);
      else front.answer(match, answer instanceof InRegion ? answer.body : answer);
    }
  }
  for (const name of ['shop/workers', 'legacy/workers']) world.labels.set(name, name);
  pools(front);
  // Its lists are in a bucket that the account has.
  const authorities = given(
    (await worldFiles()).find(([name]) => name.endsWith('/acmpca/authority.ts')),
    'authority',
  )[1].answers['ListCertificateAuthorities'];
  if (!(authorities instanceof InRegion)) throw new Error('authorities are in one region');
  front.answer(
    { service: 'acm-pca', operation: 'ListCertificateAuthorities', account: accountIds.main, region: mainRegion },
    JSON.parse(json(authorities.body).replaceAll('acme-open', 'acme-site')) as object,
  );
  await databases(world, network);
  scanned(front);
  queues(front);
  backups(front);
}

/** A topic that everybody may publish to, and an event bus that everybody may send to. */
async function openToAll(world: World, sns: SNSClient, events: EventBridgeClient): Promise<void> {
  const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:${accountIds.main}:${rest}`;
  const open = (Action: string, Resource: string): string =>
    policy({ Sid: 'all', Effect: 'Allow', Principal: '*', Action, Resource });
  await sns.send(
    new CreateTopicCommand({
      Name: 'open-topic',
      Attributes: { Policy: open('sns:Publish', arn('sns', 'open-topic')) },
    }),
  );
  // Those of the stacks end in letters that are others each time.
  const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
  for (const { TopicArn = '' } of Topics) {
    const [, id = '', stack] = /:((\w+-stack)-Topic-\w+)$/.exec(TopicArn) ?? [];
    if (stack !== undefined) world.labels.set(id, `topic of ${stack}`);
  }
  await events.send(new CreateEventBusCommand({ Name: 'open-bus' }));
  await events.send(
    new PutPermissionCommand({
      EventBusName: 'open-bus',
      Policy: open('events:PutEvents', arn('events', 'event-bus/open-bus')),
    }),
  );
}

/** The databases are where the network is: `legacy` and `friends` in the public subnet, all others in the private one. */
async function databases(world: World, { openSubnet, closedSubnet }: Network): Promise<void> {
  const { Subnets = [] } = await new EC2Client(world.at('main', 'eu-west-1')).send(new DescribeSubnetsCommand({}));
  const file = (await worldFiles()).find(([name]) => name.endsWith('/rds/database.ts'));
  for (const [operation, answer] of Object.entries(given(file, 'database')[1].answers)) {
    if (answer instanceof CannedError) throw new Error(`rds:${operation} is answered with an error`);
    const match = { service: 'rds', operation, account: accountIds.main };
    if (!(answer instanceof InRegion)) {
      world.front.answer({ ...match, region: 'eu-west-1' }, answer);
      continue;
    }
    const body = JSON.parse(json(answer.body).replaceAll(mainRegion, 'eu-west-1')) as {
      DBInstances?: { DBInstanceIdentifier: string; DBSubnetGroup: object }[];
      DBSubnetGroups?: { DBSubnetGroupName: string }[];
    };
    const groupOf = (DBSubnetGroupName: string): object => {
      const SubnetIdentifier = DBSubnetGroupName === 'open' ? openSubnet : closedSubnet;
      const VpcId = Subnets.find(({ SubnetId }) => SubnetId === SubnetIdentifier)?.VpcId;
      return { DBSubnetGroupName, VpcId, Subnets: [{ SubnetIdentifier }] };
    };
    for (const instance of body.DBInstances ?? [])
      instance.DBSubnetGroup = groupOf(
        ['legacy', 'friends-1'].includes(instance.DBInstanceIdentifier) ? 'open' : 'data',
      );
    for (const group of body.DBSubnetGroups ?? []) Object.assign(group, groupOf(group.DBSubnetGroupName));
    world.front.answer({ ...match, region: 'eu-west-1' }, body);
  }
}

/** The registry of the first region looks at everything that is pushed. */
function scanned(front: World['front']): void {
  const registryId = accountIds.main;
  const ecr = { service: 'ecr', account: registryId, region: 'eu-west-1' };
  front.answer(
    { ...ecr, operation: 'DescribeRepositories' },
    {
      repositories: [
        {
          registryId,
          repositoryName: 'shop',
          repositoryArn: `arn:aws:ecr:eu-west-1:${registryId}:repository/shop`,
          imageTagMutability: 'IMMUTABLE',
          imageScanningConfiguration: { scanOnPush: false },
        },
      ],
    },
  );
  front.answer(
    { ...ecr, operation: 'GetRepositoryPolicy' },
    () => new CannedError({ code: 'RepositoryPolicyNotFoundException', status: 400 }),
  );
  front.answer(
    { ...ecr, operation: 'GetRegistryScanningConfiguration' },
    {
      registryId,
      scanningConfiguration: {
        scanType: 'BASIC',
        rules: [{ scanFrequency: 'SCAN_ON_PUSH', repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' }] }],
      },
    },
  );
}

/** One with a key of a partner, and one that is not encrypted; nobody else may send to either. */
function queues(front: World['front']): void {
  const sqs = { service: 'sqs', account: accountIds.main, region: 'eu-west-1' };
  const url = (name: string): string => `https://sqs.eu-west-1.amazonaws.com/${accountIds.main}/${name}`;
  front.answer({ ...sqs, operation: 'ListQueues' }, { QueueUrls: ['locked', 'plain'].map(url) });
  front.answer({ ...sqs, operation: 'GetQueueAttributes' }, ({ input }) => ({
    Attributes: {
      SqsManagedSseEnabled: 'false',
      ...(input['QueueUrl'] === url('locked')
        ? { KmsMasterKeyId: 'arn:aws:kms:eu-west-1:999988887777:key/6f1d0c2b-9a3e-4b57-8c14-2d7e5f6a9b80' }
        : {}),
    },
  }));
}

/** Where the databases are, a plan takes those that are tagged. */
function backups(front: World['front']): void {
  const backup = { service: 'backup', account: accountIds.main, region: 'eu-west-1' };
  const name = 'tagged';
  const id = { BackupPlanId: 'plan-tagged', SelectionId: name };
  const role = `arn:aws:iam::${accountIds.main}:role/service-role/AWSBackupDefaultServiceRole`;
  const arn = `arn:aws:backup:eu-west-1:${accountIds.main}:backup-plan:plan-tagged`;
  front.answer(
    { ...backup, operation: 'ListBackupPlans' },
    { BackupPlansList: [{ BackupPlanId: 'plan-tagged', BackupPlanArn: arn, BackupPlanName: name }] },
  );
  front.answer(
    { ...backup, operation: 'ListBackupSelections' },
    { BackupSelectionsList: [{ ...id, SelectionName: name, IamRoleArn: role }] },
  );
  const tag = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' };
  front.answer(
    { ...backup, operation: 'GetBackupSelection' },
    { ...id, BackupSelection: { SelectionName: name, IamRoleArn: role, ListOfTags: [tag] } },
  );
  front.answer(
    { ...backup, operation: 'DescribeRegionSettings' },
    { ResourceTypeOptInPreference: { RDS: true, Aurora: true, EFS: true } },
  );
}

/** The pools give roles of the account: guests of the forum and its moderators too much, the shop's users and buyers little. */
function pools(front: World['front']): void {
  const here = { account: accountIds.main, region: mainRegion };
  const role = (name: string): string => `arn:aws:iam::${accountIds.main}:role/${name}`;
  const forum = 'a2';
  front.answer(
    { service: 'cognito-identity', operation: 'GetIdentityPoolRoles', ...here },
    ({ input: { IdentityPoolId } }) => ({
      IdentityPoolId,
      Roles: {
        authenticated: role('partner-reader'),
        ...(String(IdentityPoolId).endsWith(forum) ? { unauthenticated: role('breakglass') } : {}),
      },
    }),
  );
  front.answer(
    { service: 'cognito-identity-provider', operation: 'ListGroups', ...here },
    ({ input: { UserPoolId } }) => ({
      Groups: [
        UserPoolId === 'us-east-1_forum'
          ? { GroupName: 'moderators', RoleArn: role('breakglass') }
          : { GroupName: 'buyers', RoleArn: role('partner-reader') },
      ],
    }),
  );
}
