import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Access } from '../../src/aws/access.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { accessTo } from '../helpers/connection.ts';

const plan = callsOfPlan(planFor(checks, { tags: true }));
let body = '';
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(body);
  });
});
let pool: Access;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpointUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pool = accessTo(plan, { endpointUrl });
});
afterAll(() => {
  pool.connection.close();
  server.close();
});

const inputs: Readonly<Record<string, string>> = {
  AccountId: '123456789012',
  ApiId: 'a1',
  Bucket: 'b',
  DetectorId: 'd1',
  FunctionName: 'f',
  Id: 'i1',
  Name: 'n',
  RestApiId: 'a1',
  restApiId: 'a1',
};

async function receive(id: string, operation: string, answer: string): Promise<object> {
  const service = plan.find((each) => each.service.id === id)?.service;
  if (service === undefined) throw new Error(`no check asks ${id}`);
  const module = (await service.load()) as Record<string, new (input: object) => object>;
  const Command = module[`${operation}Command`];
  if (Command === undefined) throw new Error(`${id} exports no ${operation}Command`);
  body = answer;
  const client = await pool.get(service, 'us-east-1');
  const { $metadata: _, ...output } = (await client.send(new Command(inputs))) as Record<string, unknown>;
  return output;
}

const query = (service: string, version: string) => (operation: string, result: string) =>
  `<${operation}Response xmlns="${service}/doc/${version}/">\n  <${operation}Result>${result}</${operation}Result>\n  <ResponseMetadata>\n    <RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId>\n  </ResponseMetadata>\n</${operation}Response>\n`;
const iam = query('https://iam.amazonaws.com', '2010-05-08');
const elb = query('http://elasticloadbalancing.amazonaws.com', '2012-06-01');
const elbv2 = query('http://elasticloadbalancing.amazonaws.com', '2015-12-01');
const sns = query('http://sns.amazonaws.com', '2010-03-31');
const cloudformation = query('http://cloudformation.amazonaws.com', '2010-05-15');
const sts = query('https://sts.amazonaws.com', '2011-06-15');
const ec2 = (operation: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\n    <requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId>\n    ${content}\n</${operation}Response>`;
const s3 = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${content}`;
const s3space = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

const details = (user: string): string =>
  iam(
    'GetAccountAuthorizationDetails',
    `<IsTruncated>false</IsTruncated><UserDetailList>${user}</UserDetailList><GroupDetailList/><RoleDetailList/><Policies/>`,
  );
const someone =
  '<Path>/</Path><UserName>a</UserName><UserId>AIDA</UserId><Arn>arn:aws:iam::123456789012:user/a</Arn><CreateDate>2013-10-14T18:32:24Z</CreateDate>';

const distribution = (aliases: string): string =>
  s3(
    `<DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>1</Quantity><Items><DistributionSummary><Id>E1</Id><ARN>arn:aws:cloudfront::123456789012:distribution/E1</ARN><Status>Deployed</Status><DomainName>d.cloudfront.net</DomainName>${aliases}<Origins><Quantity>1</Quantity><Items><Origin><Id>o</Id><DomainName>b.s3.amazonaws.com</DomainName><OriginPath></OriginPath><CustomHeaders><Quantity>0</Quantity></CustomHeaders><S3OriginConfig><OriginAccessIdentity></OriginAccessIdentity></S3OriginConfig></Origin></Items></Origins><OriginGroups><Quantity>0</Quantity></OriginGroups><DefaultCacheBehavior><TargetOriginId>o</TargetOriginId><TrustedSigners><Enabled>false</Enabled><Quantity>0</Quantity></TrustedSigners><ViewerProtocolPolicy>https-only</ViewerProtocolPolicy></DefaultCacheBehavior><CacheBehaviors><Quantity>0</Quantity></CacheBehaviors><Comment></Comment><Enabled>true</Enabled><WebACLId></WebACLId></DistributionSummary></Items></DistributionList>`,
  );

/**
 * What the services write for what is new, empty or old, by the samples of their references, and as what community tools
 * rely on: queries send empty elements for empty lists of their own, REST in XML leaves some out, JSON may leave out or
 * send null what there is not.
 */
const taken: readonly (readonly [string, string, string])[] = [
  ['iam', 'GetAccountAuthorizationDetails', details('')],
  [
    'iam',
    'GetAccountAuthorizationDetails',
    details(`<member>${someone}<GroupList/><AttachedManagedPolicies/></member>`),
  ],
  [
    'iam',
    'GetAccountAuthorizationDetails',
    details(`<member><AttachedManagedPolicies/><GroupList/>${someone}</member>`),
  ],
  [
    'iam',
    'ListVirtualMFADevices',
    iam('ListVirtualMFADevices', '<IsTruncated>false</IsTruncated><VirtualMFADevices/>'),
  ],
  [
    'iam',
    'ListServerCertificates',
    iam('ListServerCertificates', '<IsTruncated>false</IsTruncated>\n<ServerCertificateMetadataList/>'),
  ],
  ['iam', 'ListOpenIDConnectProviders', iam('ListOpenIDConnectProviders', '<OpenIDConnectProviderList/>')],
  ['iam', 'ListSAMLProviders', iam('ListSAMLProviders', '<SAMLProviderList/>')],
  [
    'iam',
    'GenerateCredentialReport',
    iam(
      'GenerateCredentialReport',
      '<Description>No report exists. Starting a new report generation task</Description><State>STARTED</State>',
    ),
  ],
  [
    'iam',
    'GetAccountSummary',
    iam('GetAccountSummary', '<SummaryMap>\n<entry>\n<key>Users</key>\n<value>0</value>\n</entry>\n</SummaryMap>'),
  ],
  [
    'iam',
    'GetAccountPasswordPolicy',
    iam(
      'GetAccountPasswordPolicy',
      '<PasswordPolicy><RequireNumbers>false</RequireNumbers><MinimumPasswordLength>6</MinimumPasswordLength><ExpirePasswords>false</ExpirePasswords></PasswordPolicy>',
    ),
  ],
  [
    'sts',
    'GetCallerIdentity',
    sts(
      'GetCallerIdentity',
      '<Arn>arn:aws:iam::123456789012:user/Alice</Arn><UserId>AIDA</UserId><Account>123456789012</Account>',
    ),
  ],
  ['elb', 'DescribeLoadBalancers', elb('DescribeLoadBalancers', '<LoadBalancerDescriptions/>')],
  ['elbv2', 'DescribeLoadBalancers', elbv2('DescribeLoadBalancers', '<LoadBalancers/>')],
  ['sns', 'ListTopics', sns('ListTopics', '<Topics/>')],
  ['cloudformation', 'DescribeStacks', cloudformation('DescribeStacks', '<Stacks/>')],
  [
    'cloudformation',
    'DescribeStacks',
    cloudformation(
      'DescribeStacks',
      '<Stacks><member><StackName>s</StackName><StackId>arn:aws:cloudformation:us-east-1:123456789012:stack/s/1</StackId><StackStatus>REVIEW_IN_PROGRESS</StackStatus><DisableRollback>false</DisableRollback><NotificationARNs/><Tags/><DriftInformation><StackDriftStatus>NOT_CHECKED</StackDriftStatus></DriftInformation></member></Stacks>',
    ),
  ],
  ...[
    'DescribeVpcs:vpcSet',
    'DescribeInstances:reservationSet',
    'DescribeVolumes:volumeSet',
    'DescribeSecurityGroups:securityGroupInfo',
    'DescribeSubnets:subnetSet',
    'DescribeRouteTables:routeTableSet',
    'DescribeNetworkAcls:networkAclSet',
    'DescribeSnapshots:snapshotSet',
    'DescribeAddresses:addressesSet',
    'DescribeFlowLogs:flowLogSet',
    'DescribeVpnConnections:vpnConnectionSet',
    'DescribeTransitGateways:transitGatewaySet',
    'DescribeLaunchTemplates:launchTemplates',
    'DescribeVpcPeeringConnections:vpcPeeringConnectionSet',
    'DescribeVpcEndpoints:vpcEndpointSet',
    'DescribeNetworkInterfaces:networkInterfaceSet',
  ].map((each) => {
    const [operation = '', set = ''] = each.split(':');
    return ['ec2', operation, ec2(operation, `<${set}/>`)] as const;
  }),
  [
    'ec2',
    'DescribeSnapshotAttribute',
    ec2('DescribeSnapshotAttribute', '<snapshotId>snap-1</snapshotId><createVolumePermission/>'),
  ],
  [
    'ec2',
    'DescribeSnapshotAttribute',
    ec2(
      'DescribeSnapshotAttribute',
      '<snapshotId>snap-1</snapshotId><createVolumePermission><item><group>all</group></item></createVolumePermission>',
    ),
  ],
  [
    'ec2',
    'DescribeAddresses',
    ec2(
      'DescribeAddresses',
      '<addressesSet><item><allocationId>eipalloc-1</allocationId><domain>vpc</domain><publicIpv4Pool>amazon</publicIpv4Pool><networkBorderGroup>us-east-1-wl1-bos-wlz-1</networkBorderGroup><carrierIp>155.146.10.111</carrierIp></item></addressesSet>',
    ),
  ],
  [
    'ec2',
    'DescribeAddresses',
    ec2(
      'DescribeAddresses',
      '<addressesSet><item><publicIp>203.0.113.41</publicIp><allocationId>eipalloc-1</allocationId><domain>vpc</domain><instanceId/></item></addressesSet>',
    ),
  ],
  [
    'ec2',
    'DescribeSecurityGroups',
    ec2(
      'DescribeSecurityGroups',
      '<securityGroupInfo><item><ownerId>1</ownerId><groupId>sg-1</groupId><groupName>n</groupName><groupDescription>d</groupDescription><vpcId>vpc-1</vpcId><ipPermissions/><ipPermissionsEgress><item><ipProtocol>-1</ipProtocol><groups/><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds/></item></ipPermissionsEgress></item></securityGroupInfo>',
    ),
  ],
  [
    's3',
    'ListBuckets',
    s3(`<ListAllMyBucketsResult ${s3space}><Owner><ID>1</ID></Owner><Buckets/></ListAllMyBucketsResult>`),
  ],
  ['s3', 'GetBucketLocation', s3(`<LocationConstraint ${s3space}/>`)],
  ['s3', 'GetBucketLocation', s3(`<LocationConstraint ${s3space}>EU</LocationConstraint>`)],
  ['s3', 'GetBucketVersioning', s3(`<VersioningConfiguration ${s3space}/>`)],
  [
    's3',
    'GetBucketVersioning',
    s3(
      `<VersioningConfiguration ${s3space}><Status>Enabled</Status><MfaDelete>Disabled</MfaDelete></VersioningConfiguration>`,
    ),
  ],
  ['s3', 'GetBucketLogging', s3(`<BucketLoggingStatus ${s3space} />`)],
  [
    's3',
    'GetBucketLogging',
    s3(
      `\n<BucketLoggingStatus xmlns="http://doc.s3.amazonaws.com/2006-03-01">\n <!--<LoggingEnabled><TargetBucket>myLogsBucket</TargetBucket><TargetPrefix>add/this/prefix/to/my/log/files/access_log-</TargetPrefix></LoggingEnabled>-->\n</BucketLoggingStatus>`,
    ),
  ],
  [
    's3',
    'GetBucketAcl',
    s3(
      `<AccessControlPolicy ${s3space}><Owner><ID>1</ID></Owner><AccessControlList><Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>`,
    ),
  ],
  [
    's3',
    'GetBucketAcl',
    s3(`<AccessControlPolicy ${s3space}><Owner><ID>1</ID></Owner><AccessControlList/></AccessControlPolicy>`),
  ],
  ['s3', 'GetBucketTagging', s3(`<Tagging ${s3space}><TagSet/></Tagging>`)],
  [
    's3',
    'GetPublicAccessBlock',
    s3(
      `<PublicAccessBlockConfiguration ${s3space}><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></PublicAccessBlockConfiguration>`,
    ),
  ],
  [
    's3',
    'GetBucketEncryption',
    s3(
      `<ServerSideEncryptionConfiguration ${s3space}><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>`,
    ),
  ],
  ['s3control', 'ListAccessPoints', s3('<ListAccessPointsResult><AccessPointList/></ListAccessPointsResult>')],
  [
    's3control',
    'ListMultiRegionAccessPoints',
    s3('<ListMultiRegionAccessPointsResult><AccessPoints/></ListMultiRegionAccessPointsResult>'),
  ],
  [
    'route53',
    'ListHostedZones',
    s3(
      '<ListHostedZonesResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZones/><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>',
    ),
  ],
  [
    'cloudfront',
    'ListDistributions',
    s3(
      '<DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>0</Quantity></DistributionList>',
    ),
  ],
  [
    'cloudfront',
    'ListDistributions',
    s3(
      '<DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker/><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>0</Quantity><Items/></DistributionList>',
    ),
  ],
  ['cloudfront', 'ListDistributions', distribution('<Aliases><Quantity>0</Quantity></Aliases>')],
  [
    'cloudfront',
    'ListDistributions',
    distribution('<Aliases><Quantity>1</Quantity><Items><CNAME>example.com</CNAME></Items></Aliases>'),
  ],
  ['lambda', 'ListFunctions', '{"Functions":[],"NextMarker":null}'],
  [
    'lambda',
    'ListFunctions',
    '{"Functions":[{"FunctionName":"f","FunctionArn":"arn:aws:lambda:us-east-1:123456789012:function:f","Runtime":null,"Handler":null,"Environment":null,"DeadLetterConfig":null,"KMSKeyArn":null,"VpcConfig":null,"Layers":null,"LastModified":"2020-01-01T00:00:00.000+0000","CodeSize":1,"MasterArn":null}],"NextMarker":null}',
  ],
  ['lambda', 'ListFunctionUrlConfigs', '{"FunctionUrlConfigs":[]}'],
  ['apigateway', 'GetRestApis', '{"item":[]}'],
  [
    'apigateway',
    'GetRestApis',
    '{"item":[{"apiKeySource":"HEADER","createdDate":1712345678,"disableExecuteApiEndpoint":false,"endpointConfiguration":{"ipAddressType":"ipv4","types":["EDGE"]},"id":"a1","name":"n","rootResourceId":"r"}]}',
  ],
  ['apigateway', 'GetStages', '{"item":[]}'],
  ['apigatewayv2', 'GetApis', '{"items":[]}'],
  ['apigatewayv2', 'GetApis', '{"items":[],"nextToken":null}'],
  ['guardduty', 'ListDetectors', '{"detectorIds":[]}'],
  ['guardduty', 'ListMembers', '{"members":[]}'],
  ['accessanalyzer', 'ListAnalyzers', '{"analyzers":[]}'],
  ['securityhub', 'GetEnabledStandards', '{"StandardsSubscriptions":[]}'],
  ['kms', 'ListKeys', '{"Keys":[],"KeyCount":0,"Truncated":false}'],
  ['kms', 'GetKeyRotationStatus', '{"KeyRotationEnabled":false}'],
  ['ecs', 'ListTaskDefinitions', '{"taskDefinitionArns":[]}'],
  ['cloudtrail', 'DescribeTrails', '{"trailList":[]}'],
  [
    'cloudtrail',
    'GetTrailStatus',
    '{"IsLogging":false,"LatestDeliveryAttemptTime":"","LatestDeliveryAttemptSucceeded":"","LatestNotificationAttemptTime":"","LatestNotificationAttemptSucceeded":"","TimeLoggingStarted":"","TimeLoggingStopped":""}',
  ],
  ['config', 'DescribeConfigurationRecorders', '{"ConfigurationRecorders":[]}'],
  ['logs', 'DescribeMetricFilters', '{"metricFilters":[]}'],
  ['ssm', 'DescribeParameters', '{"Parameters":[]}'],
  ['ssm', 'DescribeParameters', '{"Parameters":[],"NextToken":"AAEC"}'],
  ['codebuild', 'ListProjects', '{"projects":[]}'],
  ['stepfunctions', 'ListStateMachines', '{"stateMachines":[]}'],
  [
    'organizations',
    'DescribeOrganization',
    '{"Organization":{"Arn":"arn:aws:organizations::1:organization/o-1","AvailablePolicyTypes":[],"FeatureSet":"ALL","Id":"o-1","MasterAccountArn":"arn","MasterAccountEmail":"a@example.com","MasterAccountId":"123456789012"}}',
  ],
  // Both spellings of a member, and what it calls itself.
  ['codebuild', 'ListProjects', '{"Projects":[],"projects":[]}'],
  ['codebuild', 'ListProjects', '{"__type":"com.amazonaws.codebuild#ListProjectsResponse","projects":[]}'],
];

describe('an answer that AWS sends', () => {
  it.each(taken)('is taken: %s:%s %s', async (id, operation, answer) => {
    await expect(receive(id, operation, answer)).resolves.toBeTypeOf('object');
  });
});

const refused: readonly (readonly [string, string, string, string])[] = [
  [
    'a log target in another comment',
    's3',
    'GetBucketLogging',
    s3(
      `<BucketLoggingStatus ${s3space}><!--<LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix>p</TargetPrefix></LoggingEnabled>--></BucketLoggingStatus>`,
    ),
  ],
  [
    'the sample and another comment',
    's3',
    'GetBucketLogging',
    s3(
      `<BucketLoggingStatus ${s3space}><!--<LoggingEnabled><TargetBucket>myLogsBucket</TargetBucket><TargetPrefix>add/this/prefix/to/my/log/files/access_log-</TargetPrefix></LoggingEnabled>--><!-- --></BucketLoggingStatus>`,
    ),
  ],
  ['no users', 'iam', 'GetAccountAuthorizationDetails', details('').replace('<UserDetailList></UserDetailList>', '')],
  ['no roles', 'iam', 'GetAccountAuthorizationDetails', details('').replace('<RoleDetailList/>', '')],
  ['no groups', 'iam', 'GetAccountAuthorizationDetails', details('').replace('<GroupDetailList/>', '')],
  ['no policies', 'iam', 'GetAccountAuthorizationDetails', details('').replace('<Policies/>', '')],
  [
    'no end of the list',
    'iam',
    'GetAccountAuthorizationDetails',
    details('').replace('<IsTruncated>false</IsTruncated>', ''),
  ],
  [
    'a user without policies',
    'iam',
    'GetAccountAuthorizationDetails',
    details(`<member>${someone}<GroupList/></member>`),
  ],
  [
    'distributions that are counted alone',
    'cloudfront',
    'ListDistributions',
    s3(
      '<DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker/><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>2</Quantity></DistributionList>',
    ),
  ],
  [
    'aliases that are counted alone',
    'cloudfront',
    'ListDistributions',
    distribution('<Aliases><Quantity>2</Quantity></Aliases>'),
  ],
  ['no origins', 'cloudfront', 'ListDistributions', distribution('').replace(/<Origins>.*<\/Origins>/, '')],
  [
    'an address without anything',
    'ec2',
    'DescribeAddresses',
    ec2('DescribeAddresses', '<addressesSet><item><domain>vpc</domain></item></addressesSet>'),
  ],
  ['a member in another case alone', 'codebuild', 'ListProjects', '{"Projects":[]}'],
  [
    'an error that is no answer',
    'codebuild',
    'ListProjects',
    '{"__type":"com.amazonaws.codebuild#AccessDeniedException","projects":[]}',
  ],
];

describe('an answer that AWS does not send', () => {
  it.each(refused)('is refused: %s', async (_, id, operation, answer) => {
    await expect(receive(id, operation, answer)).rejects.toThrow();
  });
});
