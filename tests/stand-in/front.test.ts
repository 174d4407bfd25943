import { DescribeAlarmsCommand, ResourceNotFound } from '@aws-sdk/client-cloudwatch';
import { ListDistributionsCommand } from '@aws-sdk/client-cloudfront';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { GetDetectorCommand, ListDetectorsCommand } from '@aws-sdk/client-guardduty';
import { CreateUserCommand, GetUserCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { DescribeKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import {
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand as GetBucketPublicAccessBlockCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import { ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientsFor } from './clients.ts';
import { fails, startFront, type Front } from '../../src/stand-in/front.ts';

let front: Front;
let aws: ReturnType<typeof clientsFor>;

beforeAll(async () => {
  front = await startFront();
  aws = clientsFor(front.url);
});
beforeEach(() => front.reset());
afterAll(() => front.stop());

const when = new Date('2026-01-02T03:04:05Z');

/** One call per protocol and special case: the canned output, and how to send it and read it back. */
const calls = [
  {
    service: 's3',
    operation: 'ListBuckets',
    output: {
      Buckets: [{ Name: 'a&b', CreationDate: when, BucketRegion: 'eu-west-1' }, { Name: 'c' }],
      Owner: { ID: '1' },
    },
    send: () => aws.s3.send(new ListBucketsCommand({})),
    denied: 'AccessDenied',
  },
  {
    service: 's3',
    operation: 'GetBucketLocation',
    output: { LocationConstraint: 'eu-west-3' },
    send: () => aws.s3.send(new GetBucketLocationCommand({ Bucket: 'logs' })),
    denied: 'AccessDenied',
  },
  {
    service: 's3',
    operation: 'GetBucketPolicy',
    output: { Policy: '{"Version":"2012-10-17"}' },
    send: () => aws.s3.send(new GetBucketPolicyCommand({ Bucket: 'logs' })),
    denied: 'AccessDenied',
  },
  {
    service: 's3',
    operation: 'GetBucketEncryption',
    output: {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true }],
      },
    },
    send: () => aws.s3.send(new GetBucketEncryptionCommand({ Bucket: 'logs' })),
    denied: 'AccessDenied',
  },
  {
    service: 's3',
    operation: 'GetPublicAccessBlock',
    output: { PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: false } },
    send: () => aws.s3.send(new GetBucketPublicAccessBlockCommand({ Bucket: 'logs' })),
    denied: 'AccessDenied',
  },
  {
    service: 's3',
    operation: 'HeadBucket',
    output: { BucketRegion: 'eu-west-3', AccessPointAlias: false },
    send: () => aws.s3.send(new HeadBucketCommand({ Bucket: 'logs' })),
    denied: '403',
  },
  {
    service: 's3-control',
    operation: 'GetPublicAccessBlock',
    output: { PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: false } },
    send: () => aws.s3Control.send(new GetPublicAccessBlockCommand({ AccountId: '123456789012' })),
    denied: 'AccessDenied',
  },
  {
    service: 'iam',
    operation: 'ListUsers',
    output: {
      Users: [{ Path: '/', UserName: 'ann', UserId: 'AIDA1', Arn: 'arn:aws:iam::1:user/ann', CreateDate: when }],
      IsTruncated: true,
      Marker: 'next',
    },
    send: () => aws.iam.send(new ListUsersCommand({})),
    denied: 'AccessDenied',
  },
  {
    service: 'ec2',
    operation: 'DescribeVpcs',
    output: { Vpcs: [{ VpcId: 'vpc-1', IsDefault: true, Tags: [{ Key: 'Name', Value: '<b>' }] }], NextToken: 'more' },
    send: () => aws.ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] })),
    denied: 'UnauthorizedOperation',
  },
  {
    service: 'kms',
    operation: 'ListKeys',
    output: { Keys: [{ KeyId: 'k', KeyArn: 'arn:aws:kms:eu-west-1:1:key/k' }], Truncated: false },
    send: () => aws.kms.send(new ListKeysCommand({})),
    denied: 'AccessDeniedException',
  },
  {
    service: 'kms',
    operation: 'DescribeKey',
    output: { KeyMetadata: { KeyId: 'k', CreationDate: when, Enabled: true } },
    send: () => aws.kms.send(new DescribeKeyCommand({ KeyId: 'k' })),
    denied: 'AccessDeniedException',
  },
  {
    service: 'sfn',
    operation: 'ListStateMachines',
    output: { stateMachines: [{ stateMachineArn: 'arn', name: 'm', type: 'STANDARD', creationDate: when }] },
    send: () => aws.sfn.send(new ListStateMachinesCommand({})),
    denied: 'AccessDeniedException',
  },
  {
    service: 'guardduty',
    operation: 'ListDetectors',
    output: { DetectorIds: ['d1', 'd2'] },
    send: () => aws.guardduty.send(new ListDetectorsCommand({})),
    denied: 'AccessDeniedException',
  },
  {
    service: 'guardduty',
    operation: 'GetDetector',
    output: { ServiceRole: 'arn', Status: 'ENABLED', Features: [{ Name: 'S3_DATA_EVENTS', UpdatedAt: when }] },
    send: () => aws.guardduty.send(new GetDetectorCommand({ DetectorId: 'd1' })),
    denied: 'AccessDeniedException',
  },
  {
    service: 'cloudwatch',
    operation: 'DescribeAlarms',
    output: { MetricAlarms: [{ AlarmName: 'a', Threshold: 1.5, StateUpdatedTimestamp: when }] },
    send: () => aws.cloudwatch.send(new DescribeAlarmsCommand({})),
    denied: 'AccessDeniedException',
  },
  {
    service: 'cloudwatch',
    operation: 'DescribeAlarms',
    output: { MetricAlarms: [{ AlarmName: 'cbor', Threshold: 1.5, StateUpdatedTimestamp: when }] },
    send: () => aws.cloudwatchCbor.send(new DescribeAlarmsCommand({})),
    denied: 'AccessDeniedException',
  },
  {
    service: 'route-53',
    operation: 'ListHostedZones',
    output: {
      HostedZones: [{ Id: '/hostedzone/Z1', Name: 'example.com.', CallerReference: 'r' }],
      IsTruncated: false,
      MaxItems: 100,
    },
    send: () => aws.route53.send(new ListHostedZonesCommand({})),
    denied: 'AccessDenied',
  },
  {
    service: 'cloudfront',
    operation: 'ListDistributions',
    output: { DistributionList: { IsTruncated: false, Quantity: 0, MaxItems: 100, Marker: '', Items: [] } },
    send: () => aws.cloudfront.send(new ListDistributionsCommand({})),
    denied: 'AccessDenied',
  },
  {
    service: 'sts',
    operation: 'GetCallerIdentity',
    output: { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/auditor', UserId: 'AIDA' },
    send: () => aws.sts.send(new GetCallerIdentityCommand({})),
    denied: 'AccessDenied',
  },
];

describe('a canned answer', () => {
  it.each(calls)('reaches the caller of $service $operation as it was written', async (call) => {
    front.answer(call, call.output);
    const answer: Record<string, unknown> = { ...(await call.send()) };
    expect(answer).toMatchObject(call.output);
    const [request] = front.record.requests;
    expect(request).toMatchObject({ service: call.service, operation: call.operation, status: 200, source: 'canned' });
    expect(request?.answeredAt).toBeGreaterThan(request?.startedAt ?? Infinity);
  });

  it('that has a member the model does not know is refused, with its path', () => {
    const wrong = { Users: [{ UserName: 'ann', MfaEnabled: true }] };
    expect(() => front.answer({ service: 'iam', operation: 'ListUsers' }, wrong)).toThrow(
      'ListUsers output.Users[0].MfaEnabled is not a member of User',
    );
  });

  it.each([
    { Users: {} },
    { Users: [{ CreateDate: 'yesterday' }] },
    { IsTruncated: 'false' },
    { Marker: 7 },
    { Users: null },
  ])('whose value has another type is refused: %j', (wrong) => {
    expect(() => front.answer({ service: 'iam', operation: 'ListUsers' }, wrong)).toThrow(
      /but the service's model has/,
    );
  });

  it('for an operation that the service does not have is refused', () => {
    expect(() => front.answer({ service: 'iam', operation: 'ListPeople' }, {})).toThrow(
      'iam has no operation ListPeople',
    );
  });

  it('can depend on the request, by member name in every protocol', async () => {
    front.answer({ service: 's3', operation: 'GetBucketPolicy' }, ({ input }) =>
      input['Bucket'] === 'logs' ? { Policy: '{}' } : fails({ code: 'NoSuchBucketPolicy', status: 404 }),
    );
    expect((await aws.s3.send(new GetBucketPolicyCommand({ Bucket: 'logs' }))).Policy).toBe('{}');
    await expect(aws.s3.send(new GetBucketPolicyCommand({ Bucket: 'other' }))).rejects.toMatchObject({
      name: 'NoSuchBucketPolicy',
      $metadata: { httpStatusCode: 404 },
    });
    const inputs: unknown[] = [];
    front.answer({ service: 'ec2', operation: 'DescribeVpcs' }, ({ input }) => (inputs.push(input), {}));
    front.answer({ service: 'guardduty', operation: 'GetDetector' }, ({ input }) => (inputs.push(input), {}));
    front.answer({ service: 'cloudwatch', operation: 'DescribeAlarms' }, ({ input }) => (inputs.push(input), {}));
    front.answer({ service: 's3', operation: 'ListObjectsV2' }, ({ input }) => (inputs.push(input), {}));
    await aws.ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: 'state', Values: ['a', 'b'] }], MaxResults: 5 }));
    await aws.guardduty.send(new GetDetectorCommand({ DetectorId: 'd 1' }));
    await aws.cloudwatchCbor.send(new DescribeAlarmsCommand({ MaxRecords: 7 }));
    await aws.s3.send(new ListObjectsV2Command({ Bucket: 'logs', Prefix: 'x/' }));
    expect(inputs).toMatchObject([
      { Filter: [{ Name: 'state', Value: ['a', 'b'] }], MaxResults: '5' },
      { DetectorId: 'd 1' },
      { MaxRecords: 7 },
      { Bucket: 'logs', Prefix: 'x/' },
    ]);
  });

  it('can be for one region only, and the later one wins', async () => {
    front.answer({ service: 'kms', operation: 'ListKeys' }, { Keys: [] });
    front.answer({ service: 'kms', operation: 'ListKeys', region: 'us-east-2' }, { Keys: [{ KeyId: 'ohio' }] });
    expect((await aws.kms.send(new ListKeysCommand({}))).Keys).toEqual([]);
    const ohio = clientsFor(front.url, 'us-east-2').kms;
    expect((await ohio.send(new ListKeysCommand({}))).Keys).toEqual([{ KeyId: 'ohio' }]);
    expect(front.record.requests.map((request) => request.region)).toEqual(['eu-west-1', 'us-east-2']);
  });

  it('whose function fails makes stop() throw', async () => {
    const own = await startFront();
    own.answer({ service: 'kms', operation: 'ListKeys' }, () => ({ Keyz: [] }));
    await expect(clientsFor(own.url).kms.send(new ListKeysCommand({}))).rejects.toMatchObject({ name: 'FixtureError' });
    await expect(own.stop()).rejects.toThrow('ListKeys output.Keyz is not a member of ListKeysResponse');
  });
});

describe('a request without a canned answer', () => {
  it('is answered 501, in the shape of its protocol', async () => {
    await expect(aws.iam.send(new ListUsersCommand({}))).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: 'no canned answer for iam:ListUsers',
      $metadata: { httpStatusCode: 501 },
    });
  });

  it.each(calls)('is an empty success for $service $operation when the front is told so', async (call) => {
    const empty = await startFront({ otherwise: 'empty' });
    const before = aws;
    try {
      aws = clientsFor(empty.url);
      expect((await call.send()).$metadata.httpStatusCode).toBe(200);
    } finally {
      aws = before;
      await empty.stop();
    }
  });
});

describe('an error', () => {
  it.each(calls)('of a denied $service $operation has its name and the 403 or 400 of its protocol', async (call) => {
    front.error(call, 'access-denied');
    const error = await call.send().catch((thrown: Error & { $metadata: { httpStatusCode: number } }) => thrown);
    if (call.operation === 'HeadBucket') expect(error.$metadata.httpStatusCode).toBe(403);
    else {
      expect(error).toMatchObject({ name: call.denied });
      expect(error).toHaveProperty(
        'message',
        expect.stringMatching(/is not authorized to perform: \S+ because no identity-based policy allows the/),
      );
    }
  });

  it.each(calls.filter((call) => call.operation !== 'HeadBucket'))(
    'of an SCP on $service $operation names the policy',
    async (call) => {
      front.error({ service: call.service }, 'scp-denied');
      await expect(call.send()).rejects.toMatchObject({
        name: call.denied,
        message: expect.stringContaining('with an explicit deny in a service control policy') as string,
      });
    },
  );

  it.each([
    {
      error: 'expired-token',
      names: ['ExpiredToken', 'RequestExpired', 'ExpiredToken', 'ExpiredTokenException', 'ExpiredTokenException'],
    },
    {
      error: 'opt-in-required',
      names: [
        'NotSignedUp',
        'OptInRequired',
        'OptInRequired',
        'SubscriptionRequiredException',
        'SubscriptionRequiredException',
      ],
    },
    {
      error: 'region-disabled',
      names: [
        'InvalidToken',
        'AuthFailure',
        'InvalidClientTokenId',
        'UnrecognizedClientException',
        'UnrecognizedClientException',
      ],
    },
    {
      error: 'throttled',
      names: ['SlowDown', 'RequestLimitExceeded', 'Throttling', 'ThrottlingException', 'TooManyRequestsException'],
    },
    {
      error: 'internal',
      names: ['InternalError', 'InternalError', 'InternalFailure', 'InternalServerError', 'InternalServerException'],
    },
  ] as const)(
    '$error has the name that S3, EC2, query, JSON and REST-JSON services give it',
    async ({ error, names }) => {
      front.error({}, error);
      const sent = await Promise.allSettled([
        aws.s3.send(new ListBucketsCommand({})),
        aws.ec2.send(new DescribeVpcsCommand({})),
        aws.iam.send(new ListUsersCommand({})),
        aws.kms.send(new ListKeysCommand({})),
        aws.guardduty.send(new ListDetectorsCommand({})),
      ]);
      expect(sent.map((result) => result.status === 'rejected' && (result.reason as Error).name)).toEqual(names);
    },
  );

  it('of the service itself arrives as its class, by the shape or by the code on the wire', async () => {
    front.error({ service: 'iam', operation: 'GetUser' }, { code: 'NoSuchEntityException', message: 'no ann' });
    await expect(aws.iam.send(new GetUserCommand({ UserName: 'ann' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      message: 'no ann',
      $metadata: { httpStatusCode: 404 },
    });
    front.error({ service: 'cloudwatch' }, { code: 'ResourceNotFound' });
    await expect(aws.cloudwatchCbor.send(new DescribeAlarmsCommand({}))).rejects.toBeInstanceOf(ResourceNotFound);
  });
});

describe('the record', () => {
  it('tells the account by the access key', async () => {
    const own = await startFront({ accounts: { AKIAHARNESSFAKEKEY01: '210987654321' }, otherwise: 'empty' });
    await clientsFor(own.url).iam.send(new ListUsersCommand({}));
    expect(own.record.requests[0]).toMatchObject({
      account: '210987654321',
      accessKeyId: 'AKIAHARNESSFAKEKEY01',
      scope: expect.stringMatching(/^\d{8}\/eu-west-1\/iam\/aws4_request$/) as string,
    });
    await own.stop();
  });

  it('shows requests in flight, and those that the client gave up', async () => {
    front.faults({ rules: [{ fault: 'hang' }] });
    const abort = new AbortController();
    const sent = aws.iam.send(new ListUsersCommand({}), { abortSignal: abort.signal });
    await expect.poll(() => front.record.inFlight()).toHaveLength(1);
    abort.abort();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => front.record.inFlight()).toHaveLength(0);
    expect(front.record.requests[0]).toMatchObject({ aborted: true, fault: 'hang', answeredAt: undefined });
  });

  it('finds what is not a read, and what it cannot identify', async () => {
    front.error({}, 'access-denied');
    await aws.iam.send(new ListUsersCommand({})).catch(() => undefined);
    await aws.iam.send(new CreateUserCommand({ UserName: 'eve' })).catch(() => undefined);
    await fetch(`${front.url}/somewhere`, { method: 'PUT' });
    expect(front.record.nonReads().map(({ service, operation }) => `${service}:${operation}`)).toEqual([
      'iam:CreateUser',
      'unknown:unknown',
    ]);
  });
});
