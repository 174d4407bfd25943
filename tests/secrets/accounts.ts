import { gzipSync } from 'node:zlib';
import { base64, planted } from '../helpers/planted.ts';
import type { Answers } from '../helpers/resource-suite.ts';

const { password, githubToken, awsSecretKey } = planted;
const arn = (rest: string): string => `arn:aws:${rest}`;
const place = 'eu-west-1:111122223333';

const script = [
  '#!/bin/bash',
  `echo ${base64(`password: ${password}`)} | base64 -d > /etc/app.yaml`,
  `export DB_PASSWORD='${password}'`,
  `curl -H "Authorization: token ${githubToken}" https://api.github.com/`,
].join('\n');

const mime = ['Content-Type: text/x-shellscript', 'MIME-Version: 1.0', '', script].join('\r\n');

/** Encoded texts in which secrets are planted, as AWS gives them: no part of them may be found in an output either. */
export const carriers = [base64(script), base64(gzipSync(script)), base64(mime), base64(password)];

const instance = (InstanceId: string) => ({
  InstanceId,
  State: { Name: 'running' },
  Tags: [{ Key: 'Name', Value: InstanceId }],
});
const version = (VersionNumber: number, UserData: string) => ({
  LaunchTemplateId: 'lt-1',
  VersionNumber,
  LaunchTemplateData: { UserData },
});

const ec2: Answers = {
  DescribeInstances: { Reservations: [{ Instances: [instance('i-plain'), instance('i-gzip'), instance('i-mime')] }] },
  DescribeInstanceAttribute: ({ InstanceId }: { InstanceId: string }) => ({
    UserData: {
      Value: InstanceId === 'i-plain' ? base64(script) : base64(InstanceId === 'i-gzip' ? gzipSync(script) : mime),
    },
  }),
  GetMetricData: { MetricDataResults: [] },
  DescribeLaunchTemplates: {
    LaunchTemplates: [
      { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', DefaultVersionNumber: 1, LatestVersionNumber: 2 },
    ],
  },
  DescribeLaunchTemplateVersions: {
    LaunchTemplateVersions: [version(1, base64(script)), version(2, base64(gzipSync(script)))],
  },
};

const lambdaAndEcs: Answers = {
  ListFunctions: {
    Functions: [
      {
        FunctionName: 'resize',
        FunctionArn: arn(`lambda:${place}:function:resize`),
        Description: password,
        Environment: {
          Variables: {
            DB_PASSWORD: password,
            AWS_SECRET_ACCESS_KEY: awsSecretKey,
            SETTINGS: JSON.stringify({ db: { password } }),
            PACKED: base64(JSON.stringify({ password })),
            // A secret in a name must not be told either.
            [githubToken]: githubToken,
          },
        },
      },
    ],
  },
  ListTags: { Tags: {} },
  ListTaskDefinitions: { taskDefinitionArns: [arn(`ecs:${place}:task-definition/web:3`)] },
  DescribeTaskDefinition: {
    taskDefinition: {
      taskDefinitionArn: arn(`ecs:${place}:task-definition/web:3`),
      containerDefinitions: [
        {
          name: 'app',
          command: ['run', '--password', password],
          environment: [
            { name: 'DB_PASSWORD', value: password },
            { name: 'DATABASE_URL', value: `postgres://app:${password}@db.internal:5432/app` },
            { name: 'AWS_SECRET_ACCESS_KEY', value: awsSecretKey },
          ],
        },
      ],
    },
  },
};

const template = JSON.stringify(
  { Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: password } } } },
  undefined,
  2,
);

const others: Answers = {
  DescribeStacks: {
    Stacks: [
      {
        StackName: 'shop',
        StackId: arn(`cloudformation:${place}:stack/shop/1`),
        StackStatus: 'CREATE_COMPLETE',
        Description: password,
        Outputs: [{ OutputKey: 'SecretKey', OutputValue: awsSecretKey, Description: awsSecretKey }],
        Parameters: [{ ParameterKey: 'DbPassword', ParameterValue: password }],
      },
    ],
  },
  GetTemplate: { TemplateBody: template },
  DescribeParameters: { Parameters: [{ Name: '/prod/db/password', Type: 'String', Description: password }] },
  GetParameters: { Parameters: [{ Name: '/prod/db/password', Type: 'String', Value: password }] },
  // Of ECS and Step Functions, and of Systems Manager, which always sends a list.
  ListTagsForResource: ({ ResourceType }: { ResourceType?: string }) =>
    ResourceType === undefined ? {} : { TagList: [] },
  ListProjects: { projects: ['build'] },
  BatchGetProjects: {
    projects: [
      {
        name: 'build',
        arn: arn(`codebuild:${place}:project/build`),
        source: { type: 'BITBUCKET', location: `https://me:${password}@bitbucket.org/a/b.git`, buildspec: script },
        environment: {
          environmentVariables: [
            { name: 'DB_PASSWORD', value: password, type: 'PLAINTEXT' },
            { name: 'TOKEN', value: githubToken },
          ],
        },
      },
    ],
  },
  ListStateMachines: {
    stateMachines: [{ name: 'orders', stateMachineArn: arn(`states:${place}:stateMachine:orders`) }],
  },
  DescribeStateMachine: {
    stateMachineArn: arn(`states:${place}:stateMachine:orders`),
    definition: JSON.stringify({
      States: { Call: { Parameters: { password, Headers: { authorization: `Bearer ${githubToken}` } } } },
    }),
  },
  GetRestApis: { items: [{ id: 'abc123', name: 'shop', description: password }] },
  GetApis: { Items: [{ ApiId: 'h1', Name: 'orders', ProtocolType: 'HTTP', Description: password }] },
  // Of REST APIs as of HTTP and WebSocket APIs, whose members begin with a capital.
  GetStages: ({ ApiId }: { ApiId?: string }) =>
    ApiId === undefined
      ? {
          item: [{ stageName: 'prod', description: password, variables: { dbPassword: password, token: githubToken } }],
        }
      : {
          Items: [
            { StageName: 'v1', Description: password, StageVariables: { dbPassword: password, token: githubToken } },
          ],
        },
};

/** An account with a planted secret in every source that is examined. */
export const leakyAccount: Answers = { ...ec2, ...lambdaAndEcs, ...others };
