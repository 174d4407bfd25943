import { fails, type Front } from '../../stand-in/front.ts';
import { ago, arnIn, iamArn, idOf, inRegion, tagList, tagsOf, type ByRegion, type Team } from './company.ts';
import { subnetId, vpcId } from './network.ts';
import { clean, leaky, password } from './secrets.ts';
import { keyArn } from './storage.ts';

interface App {
  readonly team: Team;
  readonly leaky?: boolean;
}

const functions: ByRegion<readonly [string, App & { undecryptable?: boolean }]> = {
  'eu-west-1': [
    ['order-confirmation', { team: 'storefront' }],
    ['image-resize', { team: 'storefront' }],
    ['stock-sync', { team: 'storefront', leaky: true }],
    ['refund-webhook', { team: 'payments', undecryptable: true }],
    ['fraud-score', { team: 'payments' }],
  ],
  'eu-central-1': [['lake-compaction', { team: 'data' }]],
  'us-east-1': [['edge-redirects', { team: 'marketing' }]],
};
/** Their roles; those that are left out run with that of the orders. */
const functionRoles: Readonly<Record<string, string>> = { 'image-resize': 'image-resize-lambda' };
/** The payment provider calls it, and so may everybody. */
const webhook = 'refund-webhook';
const families: ByRegion<readonly [string, App]> = {
  'eu-west-1': [
    ['storefront', { team: 'storefront' }],
    ['checkout', { team: 'payments' }],
    ['erp-bridge', { team: 'data', leaky: true }],
  ],
};
/** A pipeline of the storefront team deploys it; whoever tries out its next release gave that public addresses. */
const deployedBySets = 'delivery-tracking';
const parameters: ByRegion<readonly [string, App & { type: string; value: string }]> = {
  'eu-west-1': [
    ['/shop/feature-flags', { team: 'storefront', type: 'String', value: '{"newCheckout":true}' }],
    ['/shop/search/host', { team: 'storefront', type: 'String', value: 'search.shop.internal' }],
    ['/payments/psp/endpoint', { team: 'payments', type: 'String', value: 'https://psp.example/v2' }],
    ['/payments/psp/token', { team: 'payments', type: 'SecureString', value: '' }],
    ['/erp/db-password', { team: 'data', type: 'String', value: password }],
  ],
};
const machines: ByRegion<readonly [string, App]> = {
  'eu-west-1': [['order-fulfilment', { team: 'storefront' }]],
  'eu-central-1': [['nightly-lake', { team: 'data', leaky: true }]],
};
const projects: ByRegion<readonly [string, App & { url: string }]> = {
  'eu-west-1': [
    ['storefront-build', { team: 'storefront', url: 'https://github.com/marlow-finch/storefront.git' }],
    [
      'erp-bridge-build',
      { team: 'data', leaky: true, url: `https://builder:${password}@git.marlow.example/erp-bridge.git` },
    ],
  ],
};
const stacks: ByRegion<readonly [string, App]> = {
  'eu-west-1': [
    ['shop-network', { team: 'platform' }],
    ['shop-services', { team: 'storefront' }],
    ['legacy-erp', { team: 'data', leaky: true }],
  ],
  'eu-central-1': [['data-lake', { team: 'data' }]],
};
const stages: ByRegion<readonly [string, App]> = {
  'eu-west-1': [
    ['live', { team: 'storefront' }],
    ['staging', { team: 'storefront', leaky: true }],
  ],
};

const variablesOf = (app: App): Readonly<Record<string, string>> => (app.leaky === true ? leaky : clean);
const namesIn = <T>(items: ByRegion<readonly [string, T]>, region: string) => inRegion(items, region);
const lookup = <T>(items: ByRegion<readonly [string, T]>, wanted: string): T | undefined =>
  Object.values(items)
    .flat()
    .find(
      ([name]) =>
        wanted === name ||
        wanted.endsWith(`/${name}`) ||
        wanted.endsWith(`:${name}`) ||
        wanted.includes(`/${name}:`) ||
        wanted.includes(`/${name}/`),
    )?.[1];
const lowerTags = (team: Team) => Object.entries(tagsOf(team)).map(([key, value]) => ({ key, value }));

/** The policy of a function, whichever operation asks. */
function policyOf(name: string, region: string) {
  const statement = (Sid: string, Principal: unknown, Action: string, Condition: object) => ({
    Sid,
    Effect: 'Allow',
    Principal,
    Action,
    Resource: arnIn('lambda', region, `function:${name}`),
    Condition,
  });
  const statements =
    name === webhook
      ? [
          statement('url', '*', 'lambda:InvokeFunctionUrl', {
            StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' },
          }),
          statement('invoke', '*', 'lambda:InvokeFunction', { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }),
        ]
      : name === 'stock-sync'
        ? [
            statement('api', { Service: 'apigateway.amazonaws.com' }, 'lambda:InvokeFunction', {
              ArnLike: { 'AWS:SourceArn': arnIn('execute-api', region, 'a1b2c3d4e5/*/GET/stock') },
            }),
          ]
        : [];
  return statements.length === 0
    ? fails({ code: 'ResourceNotFoundException', status: 404 })
    : { Policy: JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements }) };
}

/** Who reaches functions: one by its URL, one through an API. */
function answerEndpoints(front: Front): void {
  front.answer({ service: 'lambda', operation: 'ListFunctionUrlConfigs' }, ({ input, region }) => {
    const name = String(input['FunctionName']);
    if (name !== webhook) return { FunctionUrlConfigs: [] };
    return {
      FunctionUrlConfigs: [
        {
          FunctionArn: arnIn('lambda', region, `function:${name}`),
          FunctionUrl: `https://${idOf('x', name).replaceAll('-', '')}.lambda-url.${region}.on.aws/`,
          AuthType: 'NONE',
          CreationTime: ago(200),
          LastModifiedTime: ago(200),
        },
      ],
    };
  });
  front.answer({ service: 'lambda', operation: 'GetPolicy' }, ({ input, region }) =>
    policyOf(String(input['FunctionName']), region),
  );
  front.answer({ service: 'lambda', operation: 'GetResourcePolicy' }, ({ path, region }) =>
    policyOf(decodeURIComponent(path).split(':').at(-1) ?? '', region),
  );
  front.answer({ service: 'api-gateway', operation: 'GetResources' }, ({ region }) => ({
    items: [
      { id: 'r0', path: '/' },
      {
        id: 'r1',
        parentId: 'r0',
        path: '/stock',
        resourceMethods: {
          GET: {
            httpMethod: 'GET',
            authorizationType: 'NONE',
            apiKeyRequired: false,
            methodIntegration: {
              type: 'AWS_PROXY',
              httpMethod: 'POST',
              uri: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arnIn('lambda', region, 'function:stock-sync')}/invocations`,
            },
          },
        },
      },
    ],
  }));
  const http = { service: 'apigatewayv2' };
  front.answer({ ...http, operation: 'GetApis' }, ({ region }) => ({
    Items:
      region === 'eu-west-1'
        ? [
            {
              ApiId: 'q8d2m5x7k1',
              Name: 'delivery-events',
              ProtocolType: 'HTTP',
              RouteSelectionExpression: '$request.method $request.path',
              ApiEndpoint: 'https://q8d2m5x7k1.execute-api.eu-west-1.amazonaws.com',
            },
          ]
        : [],
  }));
  front.answer(
    { ...http, operation: 'GetRoutes' },
    { Items: [{ RouteId: 'r7k2', RouteKey: 'POST /events', AuthorizationType: 'AWS_IAM', ApiKeyRequired: false }] },
  );
  front.answer({ ...http, operation: 'GetIntegrations' }, { Items: [] });
  front.answer(
    { ...http, operation: 'GetStages' },
    { Items: [{ StageName: '$default', AutoDeploy: true, StageVariables: { queue: 'delivery-events' } }] },
  );
}

/** The bridge runs on instances of its own, with an agent that may do anything. */
function answerContainers(front: Front): void {
  front.answer({ service: 'ecs', operation: 'DescribeTaskDefinition' }, ({ input, region }) => {
    const app = lookup(families, String(input['taskDefinition'])) ?? { team: 'platform' };
    const logs = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': `/ecs/${app.team}`, 'awslogs-region': region, 'awslogs-stream-prefix': 'app' },
    };
    const careless = app.leaky === true;
    const starter = arnIn('iam', '', 'role/ecs-starter');
    return {
      taskDefinition: {
        taskDefinitionArn: String(input['taskDefinition']),
        requiresCompatibilities: [careless ? 'EC2' : 'FARGATE'],
        ...(careless
          ? { pidMode: 'host', networkMode: 'host', taskRoleArn: starter }
          : { networkMode: 'awsvpc', memory: '1024' }),
        executionRoleArn: starter,
        volumes: [
          {
            name: 'uploads',
            efsVolumeConfiguration: {
              fileSystemId: 'fs-0a1b2c3d',
              transitEncryption: careless ? 'DISABLED' : 'ENABLED',
            },
          },
        ],
        containerDefinitions: [
          {
            name: 'app',
            environment: Object.entries(variablesOf(app)).map(([name, value]) => ({ name, value })),
            readonlyRootFilesystem: !careless,
            logConfiguration: logs,
          },
          ...(careless ? [{ name: 'metrics-agent', privileged: true, readonlyRootFilesystem: true }] : []),
        ],
      },
    };
  });
  const service = { service: 'ecs' };
  const cluster = (region: string): string => arnIn('ecs', region, 'cluster/shop');
  front.answer({ ...service, operation: 'ListClusters' }, ({ region }) => ({
    clusterArns: namesIn(families, region).length > 0 ? [cluster(region)] : [],
  }));
  front.answer({ ...service, operation: 'ListServices' }, ({ region }) => ({
    serviceArns: [
      ...namesIn(families, region).map(([name]) => name),
      ...(region === 'eu-west-1' ? [deployedBySets] : []),
    ].map((name) => arnIn('ecs', region, `service/shop/${name}`)),
  }));
  front.answer({ ...service, operation: 'DescribeServices' }, ({ input, region }) => ({
    services: (input['services'] as string[]).map((serviceArn) => {
      const serviceName = serviceArn.split('/').at(-1) ?? '';
      const bridge = lookup(families, serviceArn)?.leaky === true;
      const network = (assignPublicIp: string) => ({
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: [idOf('subnet', `${serviceName}-private`)],
            securityGroups: [idOf('sg', serviceName)],
            assignPublicIp,
          },
        },
      });
      if (serviceName === deployedBySets)
        return {
          serviceName,
          serviceArn,
          clusterArn: cluster(region),
          status: 'ACTIVE',
          deploymentController: { type: 'EXTERNAL' },
          taskSets: (['DISABLED', 'ENABLED'] as const).map((assigned, n) => ({
            id: `ecs-svc/740128836519204471${n}`,
            taskSetArn: arnIn('ecs', region, `task-set/shop/${serviceName}/ecs-svc/740128836519204471${n}`),
            status: n === 0 ? 'PRIMARY' : 'ACTIVE',
            launchType: 'FARGATE',
            ...network(assigned),
          })),
        };
      return {
        serviceName,
        serviceArn,
        clusterArn: cluster(region),
        status: 'ACTIVE',
        launchType: bridge ? 'EC2' : 'FARGATE',
        ...(bridge ? {} : network(serviceName === 'storefront' ? 'ENABLED' : 'DISABLED')),
      };
    }),
    failures: [],
  }));
}

/** What runs without servers of its own, and where people like to put passwords. */
export function answerApps(front: Front): void {
  front.answer({ service: 'lambda', operation: 'ListFunctions' }, ({ region }) => ({
    Functions: namesIn(functions, region).map(([FunctionName, app]) => ({
      FunctionName,
      FunctionArn: arnIn('lambda', region, `function:${FunctionName}`),
      Role: iamArn(`role/${functionRoles[FunctionName] ?? 'order-events-lambda'}`),
      PackageType: 'Zip',
      Runtime: FunctionName === 'edge-redirects' ? 'nodejs16.x' : 'nodejs22.x',
      ...(app.team === 'payments'
        ? { VpcConfig: { VpcId: vpcId('shop-production'), SubnetIds: [subnetId('shop-production', 'private', 'a')] } }
        : {}),
      ...(FunctionName === 'order-confirmation'
        ? { DeadLetterConfig: { TargetArn: arnIn('sqs', region, 'order-confirmations-lost') } }
        : {}),
      TracingConfig: { Mode: app.team === 'storefront' ? 'Active' : 'PassThrough' },
      ...(app.team === 'payments' ? { KMSKeyArn: keyArn('orders') } : {}),
      Environment:
        app.undecryptable === true
          ? {
              Error: {
                ErrorCode: 'AccessDeniedException',
                Message: 'Lambda was unable to decrypt your environment variables',
              },
            }
          : { Variables: variablesOf(app) },
    })),
  }));
  answerEndpoints(front);
  front.answer({ service: 'lambda', operation: 'GetFunctionCodeSigningConfig' }, ({ path, region }) => {
    const FunctionName = decodeURIComponent(path).split('/').at(-2) ?? '';
    return {
      FunctionName,
      CodeSigningConfigArn:
        FunctionName === 'fraud-score' ? arnIn('lambda', region, 'code-signing-config:csc-0f4a2b6c8d0e1f3a5') : '',
    };
  });
  front.answer({ service: 'lambda', operation: 'ListTags' }, ({ path }) => ({
    Tags: tagsOf(lookup(functions, decodeURIComponent(path))?.team ?? 'platform'),
  }));
  front.answer({ service: 'ecs', operation: 'ListTaskDefinitions' }, ({ region }) => ({
    taskDefinitionArns: namesIn(families, region).map(([family]) =>
      arnIn('ecs', region, `task-definition/${family}:12`),
    ),
  }));
  answerContainers(front);
  front.answer({ service: 'ecs', operation: 'ListTagsForResource' }, ({ input }) => ({
    tags: lowerTags(lookup(families, String(input['resourceArn']))?.team ?? 'platform'),
  }));
  answerParameters(front);
  front.answer({ service: 'sfn', operation: 'ListStateMachines' }, ({ region }) => ({
    stateMachines: namesIn(machines, region).map(([name]) => ({
      name,
      stateMachineArn: arnIn('states', region, `stateMachine:${name}`),
      type: 'STANDARD',
      creationDate: ago(300),
    })),
  }));
  front.answer({ service: 'sfn', operation: 'DescribeStateMachine' }, ({ input }) => {
    const arn = String(input['stateMachineArn']);
    const Result = variablesOf(lookup(machines, arn) ?? { team: 'platform' });
    const definition = JSON.stringify({ StartAt: 'Prepare', States: { Prepare: { Type: 'Pass', Result, End: true } } });
    return {
      stateMachineArn: arn,
      name: arn.split(':').at(-1),
      definition,
      roleArn: iamArn('role/order-events-lambda'),
      type: 'STANDARD',
      creationDate: ago(300),
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
      tracingConfiguration: { enabled: arn.endsWith('order-fulfilment') },
    };
  });
  front.answer({ service: 'sfn', operation: 'ListTagsForResource' }, ({ input }) => ({
    tags: lowerTags(lookup(machines, String(input['resourceArn']))?.team ?? 'platform'),
  }));
  answerBuilds(front);
}

function answerParameters(front: Front): void {
  front.answer({ service: 'ssm', operation: 'DescribeParameters' }, ({ region }) => ({
    Parameters: namesIn(parameters, region).map(([Name, { type }]) => ({
      Name,
      ARN: arnIn('ssm', region, `parameter${Name}`),
      LastModifiedDate: ago(type === 'SecureString' ? 410 : 90),
      Type: type,
      Tier: 'Standard',
      ...(type === 'SecureString' ? { KeyId: 'alias/aws/ssm' } : {}),
    })),
  }));
  front.answer({ service: 'ssm', operation: 'GetParameters' }, ({ input }) => ({
    Parameters: (input['Names'] as string[]).map((Name) => ({
      Name,
      Type: 'String',
      Value: lookup(parameters, Name)?.value ?? '',
    })),
    InvalidParameters: [],
  }));
  front.answer({ service: 'ssm', operation: 'ListTagsForResource' }, ({ input }) => ({
    TagList: tagList(tagsOf(lookup(parameters, String(input['ResourceId']))?.team ?? 'platform')),
  }));
}

function answerBuilds(front: Front): void {
  front.answer({ service: 'codebuild', operation: 'ListProjects' }, ({ region }) => ({
    projects: namesIn(projects, region).map(([name]) => name),
  }));
  front.answer({ service: 'codebuild', operation: 'BatchGetProjects' }, ({ input, region }) => ({
    projects: (input['names'] as string[]).map((name) => {
      const project = lookup(projects, name);
      const environmentVariables = Object.entries(variablesOf(project ?? { team: 'platform' })).map(([key, value]) => ({
        name: key,
        value,
        type: 'PLAINTEXT',
      }));
      return {
        name,
        arn: arnIn('codebuild', region, `project/${name}`),
        source: { type: 'GITHUB', location: project?.url, buildspec: 'version: 0.2\nphases: {}' },
        artifacts: { type: 'NO_ARTIFACTS' },
        projectVisibility: 'PRIVATE',
        environment: {
          privilegedMode: project?.leaky === true,
          type: 'LINUX_CONTAINER',
          image: 'aws/codebuild/standard:7.0',
          computeType: 'BUILD_GENERAL1_SMALL',
          environmentVariables,
        },
        tags: lowerTags(project?.team ?? 'platform'),
      };
    }),
    projectsNotFound: [],
  }));
  front.answer({ service: 'cloudformation', operation: 'DescribeStacks' }, ({ region }) => ({
    Stacks: namesIn(stacks, region).map(([StackName, app]) => ({
      StackName,
      StackId: arnIn('cloudformation', region, `stack/${StackName}/${idOf('x', StackName)}`),
      StackStatus: 'UPDATE_COMPLETE',
      DriftInformation: { StackDriftStatus: app.leaky === true ? 'DRIFTED' : 'IN_SYNC' },
      NotificationARNs: [],
      DisableRollback: false,
      EnableTerminationProtection: app.leaky !== true,
      CreationTime: ago(500),
      Parameters:
        app.leaky === true
          ? [{ ParameterKey: 'DbPassword', ParameterValue: password }]
          : [{ ParameterKey: 'Environment', ParameterValue: 'production' }],
      Outputs:
        app.leaky === true
          ? [{ OutputKey: 'DbPassword', OutputValue: password }]
          : [{ OutputKey: 'Region', OutputValue: region }],
      Tags: tagList(tagsOf(app.team)),
    })),
  }));
  front.answer({ service: 'cloudformation', operation: 'GetTemplate' }, ({ input }) => ({
    TemplateBody: JSON.stringify({
      Parameters: { DbPassword: { Type: 'String' } },
      Resources: {
        Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: String(input['StackName']).split('/')[1] } },
      },
    }),
  }));
  front.answer({ service: 'api-gateway', operation: 'GetRestApis' }, ({ region }) => ({
    items:
      region === 'eu-west-1'
        ? [
            {
              id: 'a1b2c3d4e5',
              name: 'stock',
              endpointConfiguration: { types: ['REGIONAL'] },
              disableExecuteApiEndpoint: false,
              securityPolicy: 'TLS_1_0',
              policy: String.raw`{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"execute-api:/*\"}]}`,
            },
          ]
        : [],
  }));
  front.answer({ service: 'api-gateway', operation: 'GetDomainNames' }, ({ region }) => ({
    items:
      region === 'eu-west-1'
        ? [
            {
              domainName: 'api.marlow.example',
              domainNameStatus: 'AVAILABLE',
              endpointConfiguration: { types: ['REGIONAL'] },
              securityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
              endpointAccessMode: 'STRICT',
              tags: tagsOf('platform'),
            },
          ]
        : [],
  }));
  front.answer({ service: 'appsync', operation: 'ListGraphqlApis' }, ({ region }) => ({
    graphqlApis:
      region === 'eu-west-1'
        ? [
            {
              apiId: 'k3w7q2m9x5b8n4v6z1c0p7r2t9',
              name: 'wishlists',
              arn: arnIn('appsync', region, 'apis/k3w7q2m9x5b8n4v6z1c0p7r2t9'),
              authenticationType: 'API_KEY',
              apiType: 'GRAPHQL',
              visibility: 'GLOBAL',
              tags: tagsOf('storefront'),
            },
          ]
        : [],
  }));
  front.answer(
    { service: 'api-gateway', operation: 'GetStages' },
    {
      item: namesIn(stages, 'eu-west-1').map(([stageName, app]) => ({
        stageName,
        variables: variablesOf(app),
        tags: tagsOf(app.team),
        tracingEnabled: stageName === 'live',
        cacheClusterEnabled: stageName === 'live',
        methodSettings:
          stageName === 'live'
            ? {
                '*/*': {
                  loggingLevel: 'ERROR',
                  metricsEnabled: true,
                  dataTraceEnabled: false,
                  cachingEnabled: true,
                  cacheDataEncrypted: false,
                },
              }
            : {},
      })),
    },
  );
}
