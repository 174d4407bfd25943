import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AddPermissionCommand, CreateFunctionCommand, GetPolicyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { fakeCredentials } from '../program/cli.ts';
import { residentProgram } from '../program/resident.ts';
import { fails, startFront, type Front } from '../../src/stand-in/front.ts';
import { startMoto, type Moto } from '../../src/stand-in/moto.ts';
import { type ClientConfig, given, json } from './account/world.ts';
import { emulator, needsEmulator, operations, scratch } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const region = 'eu-west-1';
const program = residentProgram();
const account = '123456789012';
const functionArn = (name: string): string => `arn:aws:lambda:${region}:${account}:function:${name}`;
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const policy = (statement: object): string =>
  json({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] });
const check = 'iam-public-endpoint-no-path-to-administrator';

/** Functions by how their URL asks who calls; the others have none. All of their roles can become administrator. */
const urls: Readonly<Record<string, string>> = { 'with-url': 'NONE', 'with-signed-url': 'AWS_IAM' };
const functions = [...Object.keys(urls), 'behind-rest', 'behind-authorizer', 'behind-http', 'inside'];

interface Entry {
  readonly class: string;
  readonly arn: string;
  readonly verdict: string;
  readonly steps: readonly { readonly condition?: string }[];
}
interface Paths {
  readonly principals: readonly { readonly arn: string; readonly verdict: string }[];
  readonly entries: readonly Entry[];
  readonly missing: readonly string[];
}

async function buildFunctions(front: Front, at: ClientConfig, upstream: string): Promise<void> {
  const iam = new IAMClient(at);
  const lambda = new LambdaClient(at);
  for (const FunctionName of functions) {
    await iam.send(
      new CreateRoleCommand({
        RoleName: FunctionName,
        AssumeRolePolicyDocument: json({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        }),
      }),
    );
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: FunctionName,
        PolicyName: 'escalate',
        PolicyDocument: policy({ Action: 'iam:PutRolePolicy' }),
      }),
    );
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Role: roleArn(FunctionName),
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: Buffer.from('not really a zip') },
      }),
    );
  }
  for (const FunctionName of ['behind-rest', 'behind-authorizer', 'behind-http'])
    await lambda.send(
      new AddPermissionCommand({
        FunctionName,
        StatementId: 'api',
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
      }),
    );
  // The emulator does not know the condition that AWS adds for a URL (lambda:InvokedViaFunctionUrl).
  const statement = (Sid: string, Action: string, Condition: object) => ({
    Sid,
    Effect: 'Allow',
    Principal: '*',
    Action,
    Resource: functionArn('with-url'),
    Condition,
  });
  const own = {
    Policy: json({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [
        statement('url', 'lambda:InvokeFunctionUrl', { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } }),
        statement('invoke', 'lambda:InvokeFunction', { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }),
      ],
    }),
    RevisionId: 'a1b2c3d4-0000-4000-8000-000000000000',
  };
  const behind = new LambdaClient({ ...at, endpoint: upstream });
  front.answer({ service: 'lambda', operation: 'GetPolicy' }, async ({ input }) => {
    const FunctionName = String(input['FunctionName']);
    if (FunctionName === 'with-url') return own;
    return behind
      .send(new GetPolicyCommand({ FunctionName }))
      .catch(() => fails({ code: 'ResourceNotFoundException', status: 404 }));
  });
  // It knows one URL of a function, but not the list of them.
  front.answer({ service: 'lambda', operation: 'ListFunctionUrlConfigs' }, ({ input }) => {
    const name = String(input['FunctionName']);
    const AuthType = urls[name];
    if (AuthType === undefined) return { FunctionUrlConfigs: [] };
    return {
      FunctionUrlConfigs: [
        {
          FunctionArn: functionArn(name),
          FunctionUrl: `https://${name}.lambda-url.${region}.on.aws/`,
          AuthType,
          CreationTime: '2026-01-01T00:00:00.000Z',
          LastModifiedTime: '2026-01-01T00:00:00.000Z',
          InvokeMode: 'BUFFERED',
        },
      ],
    };
  });
}

async function buildApis(at: ClientConfig): Promise<void> {
  const rest = new APIGatewayClient(at);
  const { id: restApiId } = await rest.send(
    new CreateRestApiCommand({ name: 'shop', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  const { items } = await rest.send(new GetResourcesCommand({ restApiId }));
  const parentId = given(items?.[0]?.id, 'root of the API');
  for (const [pathPart, name, authorizationType] of [
    ['orders', 'behind-rest', 'NONE'],
    ['admin', 'behind-authorizer', 'AWS_IAM'],
  ] as const) {
    const { id: resourceId } = await rest.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
    const method = { restApiId, resourceId, httpMethod: 'POST' };
    await rest.send(new PutMethodCommand({ ...method, authorizationType }));
    await rest.send(
      new PutIntegrationCommand({
        ...method,
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn(name)}/invocations`,
      }),
    );
  }
  await rest.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));

  const http = new ApiGatewayV2Client(at);
  const { ApiId } = await http.send(new CreateApiCommand({ Name: 'chat', ProtocolType: 'HTTP' }));
  const { IntegrationId } = await http.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionArn('behind-http'),
      PayloadFormatVersion: '2.0',
    }),
  );
  await http.send(new CreateRouteCommand({ ApiId, RouteKey: '$default', Target: `integrations/${IntegrationId}` }));
  await http.send(new CreateStageCommand({ ApiId, StageName: '$default', AutoDeploy: true }));
}

async function buildBuckets(at: ClientConfig): Promise<void> {
  const s3 = new S3Client({ ...at, forcePathStyle: true });
  for (const [Bucket, Effect] of [
    ['lets-in', 'Allow'],
    ['shuts-out', 'Deny'],
  ] as const) {
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
    const statement = {
      Effect,
      Principal: { AWS: roleArn('inside') },
      Action: 's3:*',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    };
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policy(statement) }));
  }
}

describe.skipIf(!emulator.available)(needsEmulator('functions and APIs that strangers reach'), () => {
  const files = scratch();
  let moto: Moto;
  let front: Front;
  let before: readonly string[];

  const audit = async (...args: string[]) => {
    front.record.clear();
    const result = await program(args, { endpoint: front.url, timeoutMs: 60_000 });
    return { ...result, requests: [...front.record.requests] };
  };
  const paths = async (...args: string[]) => {
    const result = await audit('paths', '--format', 'json', ...args);
    expect(result.code, result.stderr).toBe(0);
    return { ...result, json: result.json() as Paths };
  };
  const findings = async (...args: string[]) =>
    ((await audit('--check', check, '--format', 'json', ...args)).json() as RunResult).findings;

  beforeAll(async () => {
    moto = await startMoto();
    front = await startFront({ upstream: moto.url, defaultAccount: account });
    front.answer(
      { service: 'ec2', operation: 'DescribeRegions' },
      { Regions: [{ RegionName: region, OptInStatus: 'opt-in-not-required' }] },
    );
    // moto has no Global Accelerator
    front.answer({ service: 'global-accelerator', operation: 'ListAccelerators' }, { Accelerators: [] });
    before = operations((await paths()).requests);
    const at = { endpoint: front.url, region, maxAttempts: 1, credentials: fakeCredentials };
    await buildFunctions(front, at, moto.url);
    await buildApis(at);
    await buildBuckets(at);
  }, 120_000);
  afterAll(async () => {
    files.remove();
    await front?.stop();
    await moto?.stop();
  });

  const nameOf = ({ arn }: { readonly arn: string }): string => arn.slice(arn.lastIndexOf(':') + 1);

  it('are ways in, and those that ask who calls are not', async () => {
    const { json: found, requests } = await paths();
    const entries = found.entries.filter((one) => one.class === 'public-endpoint');
    expect(entries.map((one) => `${nameOf(one)} ${one.verdict}`).sort()).toEqual([
      'behind-http proven',
      'behind-rest proven',
      'with-url proven',
    ]);
    const conditions = Object.fromEntries(entries.map((one) => [nameOf(one), one.steps[0]?.condition]));
    expect(conditions['with-url']).toBe(
      `a flaw in what answers there, which is reached at https://with-url.lambda-url.${region}.on.aws/`,
    );
    expect(conditions['behind-rest']).toMatch(
      /which is reached through the API shop at https:\/\/\w+\.execute-api\.eu-west-1\.amazonaws\.com\/prod\/orders \(POST\)/,
    );
    expect(conditions['behind-http']).toMatch(/which is reached through the API chat at https:/);
    expect(found.missing).toEqual([]);
    // nothing was asked of buckets, whose policies nobody wanted
    expect(operations(requests).filter((one) => one.startsWith('s3:'))).toEqual([]);
  });

  it('make the check fail, from AWS and from a snapshot alike', async () => {
    const live = await findings('--save', files.file('main.ndjson'));
    expect(live).toMatchObject([{ check, status: 'fail' }]);
    expect(live[0]?.message).toMatch(/The internet has a way to administrator/);
    expect(await findings('--from', files.file('main.ndjson'))).toEqual(live);
    const { json: found } = await paths('--from', files.file('main.ndjson'));
    expect(found.entries.filter((one) => one.class === 'public-endpoint')).toHaveLength(3);
  });

  it.each([
    ['lambda', 'GetPolicy', ['behind-http', 'behind-rest', 'with-url'], 'lambda:GetPolicy'],
    ['lambda', 'ListFunctionUrlConfigs', ['with-url'], 'lambda:ListFunctionUrlConfigs'],
  ])('may be ways in when %s:%s is denied, which is said', async (service, operation, doubtful, action) => {
    front.faults({ rules: [{ service, operation, fault: { error: 'access-denied' } }] });
    try {
      const { json: found, stderr } = await paths();
      const unsure = found.entries.filter((one) => one.class === 'public-endpoint' && one.verdict === 'possible');
      expect(unsure.map(nameOf).sort()).toEqual(doubtful);
      for (const one of unsure) expect(one.steps[0]?.condition).toMatch(/^whether it is reached/);
      expect(found.missing.join()).toContain(`${action} denied`);
      expect(stderr).toContain(`${action} denied`);
    } finally {
      front.faults();
    }
  });

  it.each([
    ['lambda', 'ListFunctions', 'lambda:ListFunctions denied'],
    ['api-gateway', 'GetRestApis', 'apigateway:GET denied'],
    ['apigatewayv2', 'GetRoutes', 'apigateway:GET denied'],
  ])('are not passed over in silence when %s:%s is denied', async (service, operation, words) => {
    front.faults({ rules: [{ service, operation, fault: { error: 'access-denied' } }] });
    try {
      const { json: found } = await paths();
      expect(found.missing.join()).toContain(words);
      const [finding] = await findings();
      // what was read is enough for a verdict, or there is none
      expect(finding?.status).toBe(operation === 'ListFunctions' ? 'unknown' : 'fail');
      if (finding?.status === 'unknown') expect(finding.message).toContain(words);
    } finally {
      front.faults();
    }
  });

  it('lead to a bucket as its own policy says, which is read of no other bucket', async () => {
    const verdict = async (bucket: string) => {
      const { json: found, requests } = await paths('--to', `arn:aws:s3:::${bucket}`);
      const asked = requests.filter(({ operation }) => operation === 'GetBucketPolicy');
      expect(asked.map(({ input }) => input['Bucket'])).toEqual([bucket]);
      return found.principals.find(({ arn }) => arn === roleArn('inside'))?.verdict;
    };
    expect(await verdict('lets-in')).toBe('proven');
    expect(await verdict('shuts-out')).not.toBe('proven');
  });

  it('are not looked for where there is no function and no API', () => {
    expect(before.filter((one) => /^(lambda|api-?gateway)/.test(one))).toEqual([
      'api-gateway:GetRestApis',
      'apigatewayv2:GetApis',
      'lambda:ListFunctions',
    ]);
  });
});
