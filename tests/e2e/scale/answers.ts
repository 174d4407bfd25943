import { nothing } from '../../../src/stand-in/nothing.ts';
import { encodeOutput, type WireAnswer } from '../../../src/stand-in/encode.ts';
import { encodeError, type CommonError, type ErrorSpec } from '../../../src/stand-in/errors.ts';
import { CannedError, fails, type CannedBody, type OneOperation } from '../../../src/stand-in/front.ts';
import type { Identity } from '../../../src/stand-in/identify.ts';
import { metricsOf } from '../../../src/stand-in/metrics.ts';
import { matches, type Match } from '../../../src/stand-in/match.ts';
import { answerWorld } from '../../../src/stand-in/world.ts';
import { credentialReport, iamPage } from './iam.ts';
import type { Listed } from './listed.ts';
import { quotasOf } from '../../../src/stand-in/quotas.ts';
import { lists } from './lists.ts';
import { account, countIn, makes, numberOf, regions } from './population.ts';
import { filled } from './template.ts';

interface Rule {
  readonly match: Match;
  readonly body: CannedBody | CannedError;
}

/** The answers for an account of `resources` resources: lists in pages, details per resource, the account's settings. */
export async function answersFor(resources: number): Promise<(identity: Identity) => Promise<WireAnswer>> {
  const rules = await settings(resources);
  const listed = new Map(lists.map((each) => [`${each.service}:${each.operation}`, each]));
  const settled = new Map<string, WireAnswer>();
  return async (identity) => {
    const { service, operation, model, protocol, region } = identity;
    const name = `${service}:${operation}`;
    const list = listed.get(name);
    if (list !== undefined) return listPage(identity, list, resources);
    if (name === 'iam:GetAccountAuthorizationDetails') {
      const { Marker } = identity.input;
      const page = iamPage(typeof Marker === 'string' ? Marker : undefined, resources);
      return filled(identity, page.key, page.output, { region: 0, name: 'us-east-1', from: page.from });
    }
    // Later rules win, as in the front.
    const rule = rules.get(name)?.findLast(({ match }) => matches(match, { service, operation, region, account }));
    const key = `${name} ${protocol} ${region}`;
    const known = settled.get(key);
    if (known !== undefined) return known;
    const { body } = rule ?? { body: model === undefined ? {} : nothing(model.operation.output) };
    const value = typeof body === 'function' ? await body({ ...identity, account, partition: 'aws', path: '' }) : body;
    const answer =
      value instanceof CannedError
        ? encodeError(identity, account, value.error)
        : model === undefined
          ? encodeError(identity, account, { code: 'UnknownOperation', status: 404 })
          : encodeOutput(model.service, model.operation, protocol, value);
    if (typeof body !== 'function') settled.set(key, answer);
    return answer;
  };
}

async function listPage(identity: Identity, list: Listed, resources: number): Promise<WireAnswer> {
  const { token = 'NextToken', next = token, more, kind, size, item, none } = list;
  const region = kind === 'bucket' ? 0 : regions.indexOf(identity.region as (typeof regions)[number]);
  const sent = identity.input[token];
  const from = typeof sent === 'string' ? Number(sent.slice('page-'.length)) : 0;
  const count = region === -1 || none?.(identity.input) === true ? 0 : countIn(kind, region, resources);
  const held = Math.max(0, Math.min(size, count - from));
  const rest = from + held < count;
  const output = (): object => ({
    [list.list]: Array.from({ length: held }, (_, position) => item(position)),
    ...(rest ? { [next]: `page-${from + held}` } : {}),
    ...(more === undefined ? {} : { [more]: rest }),
  });
  return filled(identity, `${held} ${rest ? from + held : 'last'}`, output, { region, name: identity.region, from });
}

/** Makes of buckets that do not block public access. */
export const unblocked = [0, 5, 15];
/** Makes of keys that do not rotate. */
export const unrotated = [6];

/** The make of a resource from the number in its name. */
function makeOf(kind: Listed['kind'], resources: number): (name: string) => number {
  const makeByNumber = new Map<string, number>();
  regions.forEach((_, region) => {
    for (let index = 0; index < countIn(kind, region, resources); index++)
      makeByNumber.set(numberOf(region, index), index % makes);
  });
  return (name) => makeByNumber.get(/\d{9}(?!\d)/.exec(name)?.[0] ?? '') ?? -1;
}

/** What the world has and the population does not. */
const none =
  /^(cloudfront|global-accelerator|api-gateway|apigatewayv2|elastic-load-balancing(-v2)?|route-53|shield):|^ec2:.*(TransitGateway|Peering|Vpn|Exclusions|PrefixList)|^s3-control:List|^config-service:.*Aggregators/;

/** What is no list: the account's and the regions' settings, which are the world's, and single resources. */
async function settings(resources: number): Promise<ReadonlyMap<string, readonly Rule[]>> {
  const rules = new Map<string, Rule[]>();
  const add = (match: OneOperation, body: CannedBody | CannedError): void => {
    const name = `${match.service}:${match.operation}`;
    const found = rules.get(name);
    if (found === undefined) rules.set(name, [{ match, body }]);
    else found.push({ match, body });
  };
  const answer = (service: string, operation: string, body: CannedBody): void => add({ service, operation }, body);
  const error = (service: string, operation: string, spec: ErrorSpec | CommonError): void =>
    add({ service, operation }, new CannedError(spec));
  await answerWorld({
    answer: (match, body) => {
      if (!none.test(`${match.service}:${match.operation}`)) add(match, body);
    },
    error: (match, spec) => {
      const { service, operation, ...rest } = match;
      if (typeof service === 'string' && typeof operation === 'string')
        add({ service, operation, ...rest }, new CannedError(spec));
    },
  });
  const enabled = regions.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' }));
  answer('ec2', 'DescribeRegions', { Regions: enabled });
  answer('account', 'ListRegions', {
    Regions: regions.map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' })),
  });
  answer('ec2', 'DescribeFlowLogs', { FlowLogs: [] });
  answer('ec2', 'GetEbsEncryptionByDefault', { EbsEncryptionByDefault: true });
  answer('ec2', 'GetInstanceMetadataDefaults', { AccountLevel: { HttpTokens: 'required', ManagedBy: 'account' } });
  answer('ec2', 'GetSnapshotBlockPublicAccessState', { State: 'block-all-sharing' });
  answer('ec2', 'DescribeVpcEndpointServices', ({ region }) => ({
    ServiceNames: [`com.amazonaws.${region}.s3`],
    ServiceDetails: [
      {
        ServiceName: `com.amazonaws.${region}.s3`,
        ServiceType: [{ ServiceType: 'Gateway' }],
        VpcEndpointPolicySupported: true,
        Owner: 'amazon',
      },
    ],
  }));
  answer('ec2', 'DescribeVpcEndpointServiceConfigurations', { ServiceConfigurations: [] });
  answer('ec2', 'DescribeInstanceAttribute', ({ input }) => ({
    InstanceId: String(input['InstanceId']),
    UserData: { Value: Buffer.from('#!/bin/sh\nyum -y update\nsystemctl start app\n').toString('base64') },
  }));
  answer(
    'cloudwatch',
    'GetMetricData',
    metricsOf((metric) => (metric === 'CPUUtilization' ? 40 : 5_000_000_000)),
  );
  answer('service-quotas', 'ListServiceQuotas', ({ input }) => quotasOf(input['ServiceCode']));
  answer('service-quotas', 'StartQuotaUtilizationReport', { ReportId: 'report', Status: 'PENDING' });
  answer('service-quotas', 'GetQuotaUtilizationReport', {
    ReportId: 'report',
    Status: 'COMPLETED',
    Quotas: [{ ServiceCode: 'lambda', QuotaCode: 'L-B99A9384', QuotaName: 'Concurrent executions', Utilization: 5 }],
  });
  answer('iam', 'GetCredentialReport', {
    Content: credentialReport(resources, new Date()),
    ReportFormat: 'text/csv',
    GeneratedTime: new Date(),
  });
  answer('iam', 'ListServerCertificates', { ServerCertificateMetadataList: [], IsTruncated: false });
  answer('lambda', 'ListTags', {});
  answer('ssm', 'GetParameters', ({ input }) => ({
    Parameters: ((input['Names'] as string[] | undefined) ?? []).map((Name) => ({
      Name,
      Type: 'String',
      Value: `https://${Name.split('/')[2]}.example.com`,
      Version: 1,
      DataType: 'text',
    })),
    InvalidParameters: [],
  }));
  answer('cloudformation', 'GetTemplate', {
    TemplateBody:
      '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"Queue":{"Type":"AWS::SQS::Queue","Properties":{"KmsMasterKeyId":"alias/aws/sqs"}}}}',
    StagesAvailable: ['Original', 'Processed'],
  });
  answer('ecs', 'DescribeTaskDefinition', ({ input }) => ({
    taskDefinition: {
      taskDefinitionArn: String(input['taskDefinition']),
      containerDefinitions: [
        {
          name: 'worker',
          image: 'example/worker:7',
          environment: [
            { name: 'LOG_LEVEL', value: 'info' },
            { name: 'STAGE', value: 'production' },
          ],
        },
      ],
      status: 'ACTIVE',
    },
  }));
  answer('sfn', 'DescribeStateMachine', ({ input }) => ({
    stateMachineArn: String(input['stateMachineArn']),
    name: 'flow',
    definition: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}',
    roleArn: `arn:aws:iam::${account}:role/flow`,
    type: 'STANDARD',
    creationDate: '2026-01-05T10:00:00Z',
  }));
  answer('codebuild', 'BatchGetProjects', ({ input, region }) => ({
    projects: ((input['names'] as string[] | undefined) ?? []).map((name) => ({
      name,
      arn: `arn:aws:codebuild:${region}:${account}:project/${name}`,
      source: { type: 'GITHUB', location: 'https://github.com/example/service' },
      environment: {
        type: 'LINUX_CONTAINER',
        image: 'aws/codebuild/standard:7.0',
        computeType: 'BUILD_GENERAL1_SMALL',
        environmentVariables: [{ name: 'STAGE', value: 'production', type: 'PLAINTEXT' }],
      },
    })),
  }));
  const keyMake = makeOf('key', resources);
  answer('kms', 'ListAliases', { Aliases: [], Truncated: false });
  answer('kms', 'DescribeKey', ({ input, region }) => ({
    KeyMetadata: {
      KeyId: String(input['KeyId']),
      Arn: `arn:aws:kms:${region}:${account}:key/${String(input['KeyId'])}`,
      AWSAccountId: account,
      CreationDate: '2026-01-05T10:00:00Z',
      Enabled: true,
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      MultiRegion: false,
    },
  }));
  answer('kms', 'GetKeyPolicy', {
    Policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' },
      ],
    }),
    PolicyName: 'default',
  });
  answer('kms', 'ListGrants', { Grants: [], Truncated: false });
  answer('kms', 'GetKeyLastUsage', ({ input: { KeyId } }) => ({
    KeyId,
    KeyLastUsage: { Operation: 'Decrypt', Timestamp: new Date().toISOString() },
    TrackingStartDate: '2026-01-01T00:00:00Z',
  }));
  answer('kms', 'GetKeyRotationStatus', ({ input }) =>
    unrotated.includes(keyMake(String(input['KeyId'])))
      ? { KeyRotationEnabled: false }
      : { KeyRotationEnabled: true, RotationPeriodInDays: 365 },
  );
  const bucketMake = makeOf('bucket', resources);
  const owner = { ID: 'c0ffee', DisplayName: 'acme' };
  const blocked = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  answer('s3', 'GetBucketLocation', ({ input }) => {
    const region = regions[bucketMake(String(input['Bucket']))] ?? 'us-east-1';
    return region === 'us-east-1' ? {} : { LocationConstraint: region };
  });
  answer('s3', 'GetBucketPolicy', () => fails({ code: 'NoSuchBucketPolicy', status: 404 }));
  answer('s3', 'GetPublicAccessBlock', ({ input }) =>
    unblocked.includes(bucketMake(String(input['Bucket'])))
      ? fails({ code: 'NoSuchPublicAccessBlockConfiguration', status: 404 })
      : { PublicAccessBlockConfiguration: blocked },
  );
  answer('s3', 'GetBucketLogging', {});
  answer('s3', 'GetBucketAcl', {
    Owner: owner,
    Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }],
  });
  answer('s3', 'GetBucketOwnershipControls', {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
  answer('s3', 'GetBucketEncryption', {
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
    },
  });
  answer('s3', 'GetBucketVersioning', { Status: 'Enabled' });
  error('securityhub', 'DescribeHub', { code: 'InvalidAccessException', message: 'Account is not subscribed' });
  return rules;
}
