import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateStageCommand as CreateHttpStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateLaunchTemplateCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { AddPermissionCommand, CreateFunctionCommand, GetPolicyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { fails } from '../../../src/stand-in/front.ts';
import { accountIds, given, json, type ClientConfig, type World } from './world.ts';

/** What is planted everywhere, and must be in no output: in two pieces, so that no scanner of repositories reads it as one. */
export const planted = ['Tr0ub4dor', '-e2e-Never2BeSeen'].join('');

/** A script that holds the planted secret, as instances get it. */
export const leakyScript = Buffer.from(`#!/bin/bash\nexport DB_PASSWORD='${planted}'\n/opt/app/start\n`).toString(
  'base64',
);
const cleanScript = Buffer.from('#!/bin/bash\n/opt/app/start\n').toString('base64');

const role = `arn:aws:iam::${accountIds.main}:role/lambda-worker`;
/** It can give itself everything; the emulator does not ask whether Lambda may assume it. */
const powerfulRole = `arn:aws:iam::${accountIds.main}:role/app-server`;
const keyOfPartner = 'arn:aws:kms:eu-west-1:999988887777:key/6f1d0c2b-9a3e-4b57-8c14-2d7e5f6a9b80';
const leaky = { DB_PASSWORD: planted };
const clean = { LOG_LEVEL: 'info' };

/** Of each kind of thing that can hold a secret one that does and one that does not, in `main` in eu-west-1. */
export async function buildSecrets(world: World): Promise<void> {
  const at = world.at('main', 'eu-west-1');
  await functions(world, at);
  await stacks(at);
  await builds(at);
  await stages(at);
  const ecs = new ECSClient(at);
  const added: string[] = ['SYS_PTRACE'];
  const healthy: string[] = ['CMD', '/healthy'];
  const efs = (transitEncryption: 'ENABLED' | 'DISABLED') => ({
    name: 'data',
    efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d', transitEncryption },
  });
  const logConfiguration = { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/app' } } as const;
  for (const [family, variables, task, container] of [
    [
      'leaky-task',
      leaky,
      {
        pidMode: 'host',
        ipcMode: 'host',
        networkMode: 'host',
        taskRoleArn: role,
        executionRoleArn: role,
        volumes: [{ name: 'host', host: { sourcePath: '/var/run' } }, efs('DISABLED')],
      },
      { image: 'app', memory: 64, privileged: true, linuxParameters: { capabilities: { add: added } } },
    ],
    [
      'clean-task',
      clean,
      {
        networkMode: 'awsvpc',
        memory: '512',
        taskRoleArn: role,
        executionRoleArn: powerfulRole,
        volumes: [efs('ENABLED')],
      },
      {
        image: 'app:1.4',
        memory: 64,
        user: '1000',
        healthCheck: { command: healthy },
        readonlyRootFilesystem: true,
        logConfiguration,
      },
    ],
  ] as const) {
    const environment = Object.entries(variables).map(([name, value]) => ({ name, value }));
    await ecs.send(
      new RegisterTaskDefinitionCommand({
        family,
        ...task,
        volumes: [...task.volumes],
        containerDefinitions: [{ name: 'app', environment, ...container }],
      }),
    );
  }
  const ssm = new SSMClient(at);
  await ssm.send(new PutParameterCommand({ Name: '/app/db-password', Type: 'String', Value: planted }));
  await ssm.send(new PutParameterCommand({ Name: '/app/log-level', Type: 'String', Value: 'info' }));
  await ssm.send(new PutParameterCommand({ Name: '/app/secure', Type: 'SecureString', Value: planted }));
  // With a key that is about to be deleted, where the keys are, and for an account that nobody knows.
  await new SSMClient(world.at('main')).send(
    new PutParameterCommand({
      Name: '/app/lent',
      Type: 'SecureString',
      Value: planted,
      Tier: 'Advanced',
      KeyId: 'alias/acme-leaving',
    }),
  );
  await new SSMClient(world.at('main')).send(
    new PutParameterCommand({ Name: '/app/own', Type: 'SecureString', Value: planted, KeyId: 'alias/acme-rotated' }),
  );
  const sfn = new SFNClient(at);
  for (const [name, variables] of [
    ['leaky-machine', leaky],
    ['clean-machine', clean],
  ] as const) {
    const definition = json({ StartAt: 'Go', States: { Go: { Type: 'Pass', Result: variables, End: true } } });
    await sfn.send(new CreateStateMachineCommand({ name, definition, roleArn: role }));
  }
  const ec2 = new EC2Client(at);
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'leaky-template',
      LaunchTemplateData: { UserData: leakyScript },
    }),
  );
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'clean-template',
      LaunchTemplateData: { UserData: cleanScript },
    }),
  );
}

const inVpc = { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] };

async function functions(world: World, at: ClientConfig): Promise<void> {
  const lambda = new LambdaClient(at);
  for (const [FunctionName, Variables, Role, more] of [
    ['leaky-function', leaky, role, {}],
    [
      'clean-function',
      clean,
      powerfulRole,
      {
        Runtime: 'nodejs24.x',
        KMSKeyArn: keyOfPartner,
        TracingConfig: { Mode: 'Active' },
        VpcConfig: inVpc,
        DeadLetterConfig: { TargetArn: `arn:aws:sqs:us-east-1:${accountIds.main}:lost-events` },
      },
    ],
  ] as const)
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Role,
        Runtime: 'nodejs20.x',
        Handler: 'index.handler',
        Code: { ZipFile: Buffer.from('not really a zip') },
        Environment: { Variables },
        ...more,
      }),
    );
  // Both have a URL, one that asks nobody who he is; the policy of one lets everybody in.
  for (const [StatementId, Action] of [
    ['url', 'lambda:InvokeFunctionUrl'],
    ['invoke', 'lambda:InvokeFunction'],
  ] as const)
    await lambda.send(
      new AddPermissionCommand({ FunctionName: 'clean-function', StatementId, Action, Principal: '*' }),
    );
  // Not in the emulator: the policy as one document.
  world.front.answer({ service: 'lambda', operation: 'GetResourcePolicy' }, async ({ path, account, region }) => {
    const FunctionName = decodeURIComponent(path).split(':').at(-1);
    if (FunctionName !== 'clean-function') return fails({ code: 'ResourceNotFoundException', status: 404 });
    const behind = new LambdaClient(world.behind(account, region));
    const { Policy, RevisionId } = await behind.send(new GetPolicyCommand({ FunctionName }));
    return { Policy, RevisionId };
  });
  world.front.answer({ service: 'lambda', operation: 'GetFunctionCodeSigningConfig' }, ({ path, region, account }) => ({
    FunctionName: path.split('/').at(-2) ?? '',
    CodeSigningConfigArn: path.includes('/clean-function/')
      ? `arn:aws:lambda:${region}:${account}:code-signing-config:csc-0123456789abcdef0`
      : '',
  }));
  // The emulator knows one URL of a function, but not the list of them.
  world.front.answer({ service: 'lambda', operation: 'ListFunctionUrlConfigs' }, ({ input, region, account }) => ({
    FunctionUrlConfigs: [
      {
        FunctionArn: `arn:aws:lambda:${region}:${account}:function:${String(input['FunctionName'])}`,
        FunctionUrl: `https://${String(input['FunctionName'])}.lambda-url.${region}.on.aws/`,
        AuthType: input['FunctionName'] === 'clean-function' ? 'NONE' : 'AWS_IAM',
        CreationTime: '2026-01-01T00:00:00.000Z',
        LastModifiedTime: '2026-01-01T00:00:00.000Z',
        InvokeMode: 'BUFFERED',
      },
    ],
  }));
}

const template = (more: object): string =>
  json({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'app' } } },
    ...more,
  });

async function stacks(at: ClientConfig): Promise<void> {
  const cloudformation = new CloudFormationClient(at);
  await cloudformation.send(
    new CreateStackCommand({
      StackName: 'leaky-stack',
      TemplateBody: template({
        Parameters: { DbPassword: { Type: 'String' } },
        Mappings: { App: { prod: { DbPassword: planted } } },
        Outputs: { DbPassword: { Value: { Ref: 'DbPassword' } } },
      }),
      Parameters: [{ ParameterKey: 'DbPassword', ParameterValue: planted }],
    }),
  );
  await cloudformation.send(
    new CreateStackCommand({
      StackName: 'clean-stack',
      EnableTerminationProtection: true,
      RoleARN: role,
      TemplateBody: template({ Outputs: { Topic: { Value: { Ref: 'Topic' } } } }),
    }),
  );
}

async function builds(at: ClientConfig): Promise<void> {
  const codebuild = new CodeBuildClient(at);
  for (const [name, variables, location] of [
    ['leaky-build', leaky, `https://builder:${planted}@git.example.com/app.git`],
    ['clean-build', clean, 'https://git.example.com/app.git'],
  ] as const)
    await codebuild.send(
      new CreateProjectCommand({
        name,
        source: {
          type: 'GITHUB_ENTERPRISE',
          location,
          ...(name === 'leaky-build' ? {} : { buildspec: 'version: 0.2\nphases: {}' }),
        },
        artifacts: name === 'leaky-build' ? { type: 'S3', location: 'builds' } : { type: 'NO_ARTIFACTS' },
        logsConfig: {
          cloudWatchLogs: { status: 'DISABLED' },
          s3Logs: {
            status: name === 'leaky-build' ? 'DISABLED' : 'ENABLED',
            location: 'builds/logs',
            encryptionDisabled: false,
          },
        },
        environment: {
          type: 'LINUX_CONTAINER',
          image: 'aws/codebuild/standard:7.0',
          computeType: 'BUILD_GENERAL1_SMALL',
          privilegedMode: name === 'leaky-build',
          environmentVariables: Object.entries(variables).map(([key, value]) => ({ name: key, value })),
        },
        serviceRole: role,
      }),
    );
}

async function stages(at: ClientConfig): Promise<void> {
  const gateway = new APIGatewayClient(at);
  const { id: restApiId } = await gateway.send(new CreateRestApiCommand({ name: 'shop' }));
  const { items } = await gateway.send(new GetResourcesCommand({ restApiId }));
  const method = { restApiId, resourceId: given(items?.[0]?.id, 'resource of the API'), httpMethod: 'GET' };
  await gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  await gateway.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }));
  const { id: deploymentId } = await gateway.send(new CreateDeploymentCommand({ restApiId }));
  await gateway.send(new CreateStageCommand({ restApiId, deploymentId, stageName: 'leaky', variables: leaky }));
  await gateway.send(new CreateStageCommand({ restApiId, deploymentId, stageName: 'clean', variables: clean }));
  const http = new ApiGatewayV2Client(at);
  const { ApiId } = await http.send(new CreateApiCommand({ Name: 'orders', ProtocolType: 'HTTP' }));
  await http.send(new CreateHttpStageCommand({ ApiId, StageName: 'leaky', StageVariables: leaky }));
  await http.send(new CreateHttpStageCommand({ ApiId, StageName: 'clean', StageVariables: clean }));
}
