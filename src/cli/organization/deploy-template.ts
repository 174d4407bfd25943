import type { PolicyDocument } from '../../engine/least-policy.ts';
import { rolePolicies } from '../../engine/least-policy.ts';
import { actionsOf, organizationActions, sidOf, yamlStatement } from './role-template.ts';

/** What an account is scanned by: a container that takes its time, or a function of at most 15 minutes for small accounts. */
export const runners = ['fargate', 'lambda'] as const;
export type Runner = (typeof runners)[number];

/** Control policies, which the management account and delegated administrators are told. */
const factActions: readonly string[] = [
  'organizations:DescribePolicy',
  'organizations:ListPolicies',
  'organizations:ListPoliciesForTarget',
  'organizations:ListParents',
  'organizations:ListTargetsForPolicy',
];

/**
 * A stack that scans an organization on a schedule: a task that plans, then a Distributed Map over the plan's accounts with a task for
 * each. One account's failure is nobody else's.
 * @param actions of a run, with which the account of the stack itself is read
 */
export function deployTemplate(runner: Runner, actions: readonly string[]): string {
  const { managed, inline } = rolePolicies(actions, 0);
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: >-
  Scans every account of an organization on a schedule with audit: Step Functions (Distributed Map) over
  ${runner === 'fargate' ? 'tasks of Fargate' : 'invocations of a Lambda function'}, results in a private bucket. For the management account, or a delegated administrator's.
Parameters:
${runner === 'fargate' ? fargate.parameters : lambda.parameters}  RoleName:
    Type: String
    Description: The role that is assumed in every account, with its path (audit policy --role-template)
    Default: audit
    AllowedPattern: ^[A-Za-z0-9+=,.@_/-]{1,576}$
  ExternalId:
    Type: String
    Description: What the roles ask for; empty for none
    Default: ''
    AllowedPattern: ^([A-Za-z0-9+=,.@:/_-]{2,1224})?$
  ReadsOwnAccount:
    Type: String
    Description: Whether the account of this stack is scanned too, with what audit policy prints; otherwise the plan leaves it out
    Default: 'true'
    AllowedValues: ['true', 'false']
  Schedule:
    Type: String
    Description: When it runs, as EventBridge Scheduler has it
    Default: rate(7 days)
  ScheduleState:
    Type: String
    Default: ENABLED
    AllowedValues: [ENABLED, DISABLED]
  AccountsAtOnce:
    Type: Number
    Description: Accounts that are scanned at the same time
    Default: 20
    MinValue: 1
    MaxValue: 1000
  KeepDays:
    Type: Number
    Description: Days after which results are deleted
    Default: 400
    MinValue: 1
Conditions:
  OwnAccount: !Equals [!Ref ReadsOwnAccount, 'true']
Resources:
  Results:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES256
      LifecycleConfiguration:
        Rules:
          - Id: Expire
            Status: Enabled
            ExpirationInDays: !Ref KeepDays
            AbortIncompleteMultipartUpload:
              DaysAfterInitiation: 1
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
  ResultsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Results
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: TlsOnly
            Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource:
              - !GetAtt Results.Arn
              - !Sub \${Results.Arn}/*
            Condition:
              Bool:
                aws:SecureTransport: 'false'
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      RetentionInDays: 30
  RunnerRole:
    Type: AWS::IAM::Role
    Properties:
      Description: Assumes the audit role of each account and writes below one prefix of the bucket of results
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: ${runner === 'fargate' ? 'ecs-tasks.amazonaws.com' : 'lambda.amazonaws.com'}
            Action: sts:AssumeRole
${
  runner === 'fargate'
    ? `            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
`
    : ''
}      Policies:
        - PolicyName: accounts
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: sts:AssumeRole
                Resource: !Sub arn:\${AWS::Partition}:iam::*:role/\${RoleName}
              - Effect: Allow
                Action: [
${[...organizationActions, ...factActions].map((action) => `                  ${action},`).join('\n')}
                ]
                Resource: '*'
        - PolicyName: results
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, s3:PutObject]
                Resource: !Sub \${Results.Arn}/scans/*
              - Effect: Allow
                Action: s3:ListBucket
                Resource: !GetAtt Results.Arn
                Condition:
                  StringLike:
                    s3:prefix: scans/*
${runner === 'lambda' ? lambda.logs : ''}${
    inline === undefined
      ? ''
      : `  OwnInlinePolicy:
    Type: AWS::IAM::Policy
    Condition: OwnAccount
    Properties:
      PolicyName: read
      Roles: [!Ref RunnerRole]
      PolicyDocument:
${yamlStatement(sidOf(inline), actionsOf(inline), '        ')}
`
  }${managed.map(ownPolicy).join('')}${runner === 'fargate' ? fargate.resources : lambda.resources}  MachineRole:
    Type: AWS::IAM::Role
    Properties:
      Description: Runs the tasks of a scan and reads its plan
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: states.amazonaws.com
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
      Policies:
        - PolicyName: scan
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:ListBucket
                Resource: !GetAtt Results.Arn
              - Effect: Allow
                Action: s3:GetObject
                Resource: !Sub \${Results.Arn}/scans/*
              - Effect: Allow
                Action: [s3:PutObject, s3:GetObject, s3:ListMultipartUploadParts, s3:AbortMultipartUpload]
                Resource: !Sub \${Results.Arn}/runs/*
${runner === 'fargate' ? fargate.mayRun : lambda.mayRun}  MachineItself:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: children
      Roles: [!Ref MachineRole]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: states:StartExecution
            Resource: !Ref Machine
          - Effect: Allow
            Action: [states:DescribeExecution, states:StopExecution, states:RedriveExecution]
            Resource: !Sub arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:execution:\${Machine.Name}*
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: STANDARD
      RoleArn: !GetAtt MachineRole.Arn
      # As text: in an object CloudFormation would make texts of numbers.
      DefinitionString: !Sub
        - |
${machineText(runner)}
        - ${runner === 'fargate' ? fargate.names : lambda.names}
  ScheduleRole:
    Type: AWS::IAM::Role
    Properties:
      Description: Starts the scan of the organization
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: scheduler.amazonaws.com
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
      Policies:
        - PolicyName: start
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: states:StartExecution
                Resource: !Ref Machine
  WhenToScan:
    Type: AWS::Scheduler::Schedule
    DependsOn: MachineItself
    Properties:
      Description: Scans the organization
      State: !Ref ScheduleState
      ScheduleExpression: !Ref Schedule
      FlexibleTimeWindow:
        Mode: FLEXIBLE
        MaximumWindowInMinutes: 60
      Target:
        Arn: !Ref Machine
        RoleArn: !GetAtt ScheduleRole.Arn
        Input: '{}'
Outputs:
  Store:
    Description: Below it is a store for each execution, by its name (audit org report --store)
    Value: !Sub s3://\${Results}/scans/
  RunnerRoleArn:
    Description: Who assumes the audit role of each account (AuditorPrincipal of audit policy --role-template)
    Value: !GetAtt RunnerRole.Arn
  MachineArn:
    Description: aws stepfunctions start-execution --state-machine-arn runs it at once
    Value: !Ref Machine
`;
}

const ownPolicy = (policy: PolicyDocument, at: number): string => `  OwnPolicy${at + 1}:
    Type: AWS::IAM::ManagedPolicy
    Condition: OwnAccount
    Properties:
      Description: Part ${at + 1} of what an audit of this account reads
      Roles: [!Ref RunnerRole]
      PolicyDocument:
${yamlStatement(sidOf(policy), actionsOf(policy), '        ')}
`;

/**
 * The state machine, in which `${…}` stands for what the stack knows. The map is in JSONPath, what asks for more in JSONata.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function definition(runner: Runner): object {
  const externalId = "'${ExternalId}' = '' ? [] : ['--external-id=${ExternalId}']";
  const ownAccount = "'${ReadsOwnAccount}' = 'true' ? [] : ['--exclude-account=${AWS::AccountId}']";
  const plan = [
    "'org'",
    "'plan'",
    "'--store=s3://${Results}/scans/' & $states.context.Execution.Name",
    "'--role-name=${RoleName}'",
  ];
  // What could not be read is in the store, and no reason to read it again.
  const scan = [
    "'org'",
    "'scan'",
    "'--store=s3://' & $states.input.store",
    "'--scan=' & $states.input.scan",
    "'--account=' & $states.input.account.id",
    "'--allow-incomplete'",
    ...(runner === 'lambda' ? ["'--timeout=840'"] : []),
  ];
  return {
    Comment: 'Plans a scan of the organization, then scans each of its accounts',
    StartAt: 'Plan',
    States: {
      Plan: {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        ...task(runner, `{% $append([${plan.join(', ')}], $append(${externalId}, ${ownAccount})) %}`),
        Next: 'FindPlan',
      },
      FindPlan: {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Resource: 'arn:${AWS::Partition}:states:::aws-sdk:s3:listObjectsV2',
        Arguments: { Bucket: '${Results}', Prefix: "{% 'scans/' & $states.context.Execution.Name & '/' %}" },
        Output: {
          key: `{% ${planKey} %}`,
          scan: `{% $split(${planKey}, '/')[2] %}`,
          store: "{% '${Results}/scans/' & $states.context.Execution.Name %}",
          told: "{% 'runs/' & $states.context.Execution.Name %}",
        },
        Retry: retry,
        Next: 'Accounts',
      },
      Accounts: {
        Type: 'Map',
        Label: 'Accounts',
        MaxConcurrency: '${AccountsAtOnce}',
        ToleratedFailurePercentage: 100,
        ItemReader: {
          Resource: 'arn:${AWS::Partition}:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSON', ItemsPointer: '/accounts' },
          Parameters: { Bucket: '${Results}', 'Key.$': '$.key' },
        },
        ItemSelector: { 'account.$': '$$.Map.Item.Value', 'store.$': '$.store', 'scan.$': '$.scan' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'IsSkipped',
          States: {
            IsSkipped: {
              Type: 'Choice',
              Choices: [{ Variable: '$.account.skip', IsPresent: true, Next: 'Skipped' }],
              Default: 'Scan',
            },
            Skipped: { Type: 'Succeed' },
            Scan: {
              Type: 'Task',
              QueryLanguage: 'JSONata',
              ...task(runner, `{% $append([${scan.join(', ')}], ${externalId}) %}`),
              End: true,
            },
          },
        },
        ResultWriter: {
          Resource: 'arn:${AWS::Partition}:states:::s3:putObject',
          Parameters: { Bucket: '${Results}', 'Prefix.$': '$.told' },
        },
        End: true,
      },
    },
  };
}

/** The last of what stands below the scan's prefix: where a plan was made twice, the later one. */
const planKey = "$states.result.Contents[$contains(Key, '/manifest.json')][-1].Key";

/** As it stands in the template; a number there has no quotes. */
const machineText = (runner: Runner): string =>
  JSON.stringify(definition(runner), undefined, 1)
    .replace('"${AccountsAtOnce}"', '${AccountsAtOnce}')
    .replaceAll(/^/gm, '          ');

/** Whatever ends a task, apart from what it found: with jitter, so that those that were throttled at once do not come back at once. */
const retry = [
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 30,
    MaxAttempts: 4,
    BackoffRate: 2,
    MaxDelaySeconds: 600,
    JitterStrategy: 'FULL',
  },
];

/** The part of a state that runs the program. */
const task = (runner: Runner, args: string): object => ({
  ...(runner === 'fargate'
    ? {
        Resource: 'arn:${AWS::Partition}:states:::ecs:runTask.sync',
        Arguments: {
          Cluster: '${Cluster.Arn}',
          LaunchType: 'FARGATE',
          TaskDefinition: '${Task}',
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: ['${Subnets}'],
              SecurityGroups: ['${OnlyOut.GroupId}'],
              AssignPublicIp: '${AssignPublicIp}',
            },
          },
          Overrides: { ContainerOverrides: [{ Name: 'audit', Command: args }] },
        },
      }
    : {
        Resource: 'arn:${AWS::Partition}:states:::lambda:invoke',
        Arguments: { FunctionName: '${Audit.Arn}', Payload: { arguments: args } },
      }),
  Retry: retry,
});

const fargate = {
  // Between the ids of a list in JSON.
  names: `Subnets: !Join ['", "', !Ref SubnetIds]`,
  parameters: `  Image:
    Type: String
    Description: The image of audit (ci/Dockerfile), by its digest
    MinLength: 1
  VpcId:
    Type: AWS::EC2::VPC::Id
    Description: Where the tasks run
  SubnetIds:
    Type: List<AWS::EC2::Subnet::Id>
    Description: Subnets with a way to AWS, by a NAT gateway, endpoints or public addresses
  AssignPublicIp:
    Type: String
    Description: ENABLED in public subnets
    Default: DISABLED
    AllowedValues: [ENABLED, DISABLED]
  Cpu:
    Type: String
    Default: '1024'
    AllowedValues: ['512', '1024', '2048', '4096']
  Memory:
    Type: String
    Description: In MiB
    Default: '2048'
    AllowedValues: ['1024', '2048', '4096', '8192']
`,
  resources: `  Cluster:
    Type: AWS::ECS::Cluster
  OnlyOut:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Nobody in, out to HTTPS
      VpcId: !Ref VpcId
      SecurityGroupEgress:
        - Description: AWS
          IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0
  StartRole:
    Type: AWS::IAM::Role
    Properties:
      Description: Fetches the image and writes the tasks' logs
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: ecs-tasks.amazonaws.com
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: !Ref Cpu
      Memory: !Ref Memory
      TaskRoleArn: !GetAtt RunnerRole.Arn
      ExecutionRoleArn: !GetAtt StartRole.Arn
      Volumes:
        - Name: tmp
      ContainerDefinitions:
        - Name: audit
          Image: !Ref Image
          Essential: true
          ReadonlyRootFilesystem: true
          MountPoints:
            - SourceVolume: tmp
              ContainerPath: /tmp
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref Logs
              awslogs-region: !Ref AWS::Region
              awslogs-stream-prefix: audit
`,
  mayRun: `              - Effect: Allow
                Action: ecs:RunTask
                Resource: !Ref Task
              - Effect: Allow
                Action: [ecs:DescribeTasks, ecs:StopTask]
                Resource: '*'
                Condition:
                  ArnEquals:
                    ecs:cluster: !GetAtt Cluster.Arn
              - Effect: Allow
                Action: iam:PassRole
                Resource: [!GetAtt RunnerRole.Arn, !GetAtt StartRole.Arn]
                Condition:
                  StringEquals:
                    iam:PassedToService: ecs-tasks.amazonaws.com
              - Effect: Allow
                Action: [events:PutTargets, events:PutRule, events:DescribeRule]
                Resource: !Sub arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/StepFunctionsGetEventsForECSTaskRule
`,
};

const lambda = {
  names: '{}',
  parameters: `  PackageBucket:
    Type: String
    Description: Bucket that holds a zip of the package, its files below audit/
    MinLength: 3
  PackageKey:
    Type: String
    Description: Its key
    MinLength: 1
  Memory:
    Type: Number
    Description: In MB
    Default: 1769
    MinValue: 512
    MaxValue: 10240
`,
  logs: `        - PolicyName: logs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [logs:CreateLogStream, logs:PutLogEvents]
                Resource: !Sub \${Logs.Arn}:*
`,
  resources: `  Package:
    Type: AWS::Lambda::LayerVersion
    Properties:
      Description: audit
      CompatibleRuntimes: [nodejs22.x]
      Content:
        S3Bucket: !Ref PackageBucket
        S3Key: !Ref PackageKey
  Audit:
    Type: AWS::Lambda::Function
    Properties:
      Description: Runs audit with the arguments that it is given
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt RunnerRole.Arn
      Layers: [!Ref Package]
      MemorySize: !Ref Memory
      Timeout: 900
      LoggingConfig:
        LogGroup: !Ref Logs
      Environment:
        Variables:
          AUDIT_NO_CACHE: '1'
          HOME: /tmp
      Code:
        ZipFile: |
          const { spawnSync } = require('node:child_process');
          exports.handler = async (event) => {
            const program = '/opt/audit/dist/audit.cjs';
            const { status, signal } = spawnSync(process.execPath, [program, ...event.arguments], { stdio: 'inherit' });
            if (status !== 0) throw new Error('audit ended with ' + (status ?? signal));
            return {};
          };
`,
  mayRun: `              - Effect: Allow
                Action: lambda:InvokeFunction
                Resource: !GetAtt Audit.Arn
`,
};
