import { fails, type Front } from '../../../src/stand-in/front.ts';
import { account } from './account-facts.ts';
import { plantedSecret } from './account-network.ts';

const region = 'us-east-1';
const here = { region } as const;
const arnOf = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
const role = `arn:aws:iam::${account}:role/job`;
const invocations = (name: string): string =>
  `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arnOf('lambda', `function:${name}`)}/invocations`;
const policy = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

/** A function, APIs in front of it, and everything else that may hold a secret, in one region: good and bad of each kind. */
export function answerWorkloads(front: Front): void {
  answerFunctions(front);
  answerRestApis(front);
  answerHttpApis(front);
  answerDefinitions(front);
  answerStacks(front);
  answerParameters(front);
}

/** Reached by everybody through its URL (alias `live`) and through the APIs. */
function answerFunctions(front: Front): void {
  const arn = arnOf('lambda', 'function:orders');
  front.answer(
    { service: 'lambda', operation: 'ListFunctions', ...here },
    {
      Functions: [
        {
          FunctionName: 'orders',
          FunctionArn: arn,
          Role: role,
          Runtime: 'nodejs22.x',
          Environment: { Variables: { STAGE: 'production', DB_PASSWORD: plantedSecret } },
        },
        { FunctionName: 'quiet', FunctionArn: arnOf('lambda', 'function:quiet'), Role: role, Runtime: 'nodejs22.x' },
      ],
    },
  );
  front.answer({ service: 'lambda', operation: 'ListFunctionUrlConfigs' }, ({ input }) =>
    input['FunctionName'] === 'orders'
      ? {
          FunctionUrlConfigs: [
            {
              FunctionUrl: 'https://abc123.lambda-url.us-east-1.on.aws/',
              FunctionArn: `${arn}:live`,
              AuthType: 'NONE',
              CreationTime: '2026-01-05T10:00:00Z',
              LastModifiedTime: '2026-01-05T10:00:00Z',
            },
          ],
        }
      : { FunctionUrlConfigs: [] },
  );
  front.answer({ service: 'lambda', operation: 'GetPolicy' }, ({ input }) => {
    if (input['FunctionName'] !== 'orders') return fails({ code: 'ResourceNotFoundException', status: 404 });
    const statement =
      input['Qualifier'] === undefined
        ? { Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'lambda:InvokeFunction', Resource: arn }
        : { Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: `${arn}:live` };
    return { Policy: policy({ Sid: 'invoke', Effect: 'Allow', ...statement }), RevisionId: '1' };
  });
}

/** One with an address of its own and one that only a custom domain name leads to. */
function answerRestApis(front: Front): void {
  const api = (operation: string): { service: string; operation: string; region: string } => ({
    service: 'api-gateway',
    operation,
    ...here,
  });
  front.answer(api('GetRestApis'), {
    items: ['orders', 'hidden'].map((name) => ({
      id: `rest${name}`,
      name,
      endpointConfiguration: { types: ['REGIONAL'] },
      disableExecuteApiEndpoint: name === 'hidden',
    })),
  });
  front.answer(api('GetResources'), {
    items: [
      {
        id: 'root',
        path: '/',
        resourceMethods: {
          GET: {
            httpMethod: 'GET',
            authorizationType: 'NONE',
            apiKeyRequired: false,
            methodIntegration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: invocations('orders') },
          },
        },
      },
    ],
  });
  front.answer(api('GetStages'), ({ path }) => ({
    item: [
      {
        deploymentId: 'd1',
        stageName: 'prod',
        variables: path.includes('restorders') ? { DB_PASSWORD: plantedSecret } : { table: 'orders' },
      },
    ],
  }));
}

/** An HTTP API, and the custom domain names of all APIs. */
function answerHttpApis(front: Front): void {
  const answer = (operation: string, body: object): void =>
    front.answer({ service: 'apigatewayv2', operation, ...here }, body);
  answer('GetApis', {
    Items: ['shop', 'inside'].map((Name) => ({
      ApiId: `http${Name}`,
      Name,
      ProtocolType: 'HTTP',
      ApiEndpoint: `https://http${Name}.execute-api.${region}.amazonaws.com`,
      RouteSelectionExpression: '${request.method} ${request.path}',
      DisableExecuteApiEndpoint: Name === 'inside',
    })),
  });
  answer('GetRoutes', {
    Items: [
      {
        RouteId: 'r1',
        RouteKey: 'GET /items',
        AuthorizationType: 'NONE',
        ApiKeyRequired: false,
        Target: 'integrations/i1',
      },
    ],
  });
  answer('GetIntegrations', {
    Items: [{ IntegrationId: 'i1', IntegrationType: 'AWS_PROXY', IntegrationUri: arnOf('lambda', 'function:orders') }],
  });
  answer('GetStages', { Items: [{ StageName: '$default', AutoDeploy: true, DeploymentId: 'd1' }] });
  answer('GetDomainNames', { Items: [{ DomainName: 'api.example.com', RoutingMode: 'API_MAPPING_ONLY' }] });
  answer('GetApiMappings', {
    Items: [
      { ApiId: 'resthidden', ApiMappingId: 'm1', ApiMappingKey: 'hidden', Stage: 'prod' },
      { ApiId: 'httpinside', ApiMappingId: 'm2', ApiMappingKey: 'inside', Stage: '$default' },
    ],
  });
}

/** Task definitions, build projects and state machines. */
function answerDefinitions(front: Front): void {
  front.answer(
    { service: 'ecs', operation: 'ListTaskDefinitions', ...here },
    { taskDefinitionArns: ['web', 'tidy'].map((family) => arnOf('ecs', `task-definition/${family}:3`)) },
  );
  front.answer({ service: 'ecs', operation: 'DescribeTaskDefinition' }, ({ input }) => {
    const taskDefinitionArn = String(input['taskDefinition']);
    const environment = taskDefinitionArn.includes('/web:')
      ? [{ name: 'DB_PASSWORD', value: plantedSecret }]
      : [{ name: 'STAGE', value: 'production' }];
    return {
      taskDefinition: {
        taskDefinitionArn,
        status: 'ACTIVE',
        containerDefinitions: [{ name: 'main', image: 'example/web:3', environment }],
      },
    };
  });
  front.answer({ service: 'codebuild', operation: 'ListProjects', ...here }, { projects: ['build'] });
  front.answer(
    { service: 'codebuild', operation: 'BatchGetProjects', ...here },
    {
      projects: [
        {
          name: 'build',
          arn: arnOf('codebuild', 'project/build'),
          source: { type: 'GITHUB', location: `https://robot:${plantedSecret}@github.com/example/shop.git` },
          environment: {
            type: 'LINUX_CONTAINER',
            image: 'aws/codebuild/standard:7.0',
            computeType: 'BUILD_GENERAL1_SMALL',
            environmentVariables: [{ name: 'DB_PASSWORD', value: plantedSecret, type: 'PLAINTEXT' }],
          },
        },
      ],
    },
  );
  const machine = arnOf('states', 'stateMachine:flow');
  front.answer(
    { service: 'sfn', operation: 'ListStateMachines', ...here },
    {
      stateMachines: [
        { stateMachineArn: machine, name: 'flow', type: 'STANDARD', creationDate: '2026-01-05T10:00:00Z' },
      ],
    },
  );
  front.answer(
    { service: 'sfn', operation: 'DescribeStateMachine', ...here },
    {
      stateMachineArn: machine,
      name: 'flow',
      definition: JSON.stringify({
        StartAt: 'Done',
        States: { Done: { Type: 'Pass', Parameters: { DB_PASSWORD: plantedSecret }, End: true } },
      }),
      roleArn: role,
      type: 'STANDARD',
      creationDate: '2026-01-05T10:00:00Z',
    },
  );
}

function answerStacks(front: Front): void {
  const stack = (name: string, value: string): object => ({
    StackName: name,
    StackId: arnOf('cloudformation', `stack/${name}/0a1b2c3d-0000-4000-8000-000000000001`),
    StackStatus: 'CREATE_COMPLETE',
    CreationTime: '2026-01-05T10:00:00Z',
    Outputs: [{ OutputKey: 'DbPassword', OutputValue: value }],
    Parameters: [{ ParameterKey: 'DbPassword', ParameterValue: value }],
  });
  front.answer(
    { service: 'cloudformation', operation: 'DescribeStacks', ...here },
    { Stacks: [stack('shop', plantedSecret), stack('tidy', '****')] },
  );
  front.answer({ service: 'cloudformation', operation: 'GetTemplate' }, ({ input }) => ({
    TemplateBody: JSON.stringify({
      Resources: {
        Database: {
          Type: 'AWS::RDS::DBInstance',
          Properties: String(input['StackName']).includes('/shop/') ? { MasterUserPassword: plantedSecret } : {},
        },
      },
    }),
    StagesAvailable: ['Original', 'Processed'],
  }));
}

function answerParameters(front: Front): void {
  const values: Readonly<Record<string, string>> = { '/shop/db-password': plantedSecret, '/shop/table': 'orders' };
  front.answer(
    { service: 'ssm', operation: 'DescribeParameters', ...here },
    {
      Parameters: [...Object.keys(values), '/shop/token'].map((Name) => ({
        Name,
        ARN: arnOf('ssm', `parameter${Name}`),
        Type: Name === '/shop/token' ? 'SecureString' : 'String',
      })),
    },
  );
  front.answer({ service: 'ssm', operation: 'GetParameters' }, ({ input }) => ({
    Parameters: ((input['Names'] as string[] | undefined) ?? []).map((Name) => ({
      Name,
      Type: 'String',
      Value: values[Name] ?? '',
      Version: 1,
      DataType: 'text',
    })),
    InvalidParameters: [],
  }));
}
