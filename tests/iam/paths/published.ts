import { edgeById } from '../../../src/iam/paths/edges.ts';
import {
  ACCOUNT,
  type AccountSpec,
  ADMINISTRATOR,
  allow,
  doc,
  iamArn,
  policyArn,
  type Statement,
  trustArn,
  trustService,
} from './account.ts';
import { merged, renamed } from './merge.ts';
import { optionsOf, smallest } from './smallest.ts';

/** One published way to administrator, rebuilt: who has it, by which edge, and the resources that make it one. */
export interface Published {
  /** As its authors call it. */
  readonly name: string;
  /** `administrator` for who is one without any step. */
  readonly edge: string;
  readonly verdict: 'proven' | 'possible';
  readonly who: string;
  readonly spec: AccountSpec;
}

/** Something published that looks like a way and is none, with the verdict on whoever has it. */
export interface Trap {
  readonly name: string;
  readonly who: readonly string[];
  readonly verdict: 'none' | 'blocked';
  readonly spec: AccountSpec;
}

/** The services whose roles the published accounts leave lying about, each with every right. */
const services = 'ec2 lambda glue cloudformation datapipeline sagemaker codebuild'
  .split(' ')
  .map((name) => `${name}.amazonaws.com`);

const operator = trustArn(iamArn('user/operator'));

/** What all of iam-vulnerable's paths share: somebody to become, and something that runs. */
const common: AccountSpec = {
  users: {
    operator: {},
    sre: { attached: [ADMINISTRATOR] },
    'sre-with-credentials': { attached: [ADMINISTRATOR], keys: 2, password: true },
  },
  roles: { 'high-priv-service-role': { attached: [ADMINISTRATOR], trust: trustService(...services), profile: true } },
  groups: { 'privesc-sre': { attached: [ADMINISTRATOR] } },
};

type Kind = 'user' | 'role';

/** A user, a role or both that hold a policy of their own. */
function holders(
  name: string,
  statements: readonly Statement[],
  { attached = [], groups = [] }: { attached?: readonly string[]; groups?: readonly string[] } = {},
  kinds: readonly Kind[] = ['user', 'role'],
): AccountSpec {
  const all = [policyArn(name), ...attached];
  return {
    ...(kinds.includes('user') ? { users: { [`${name}-user`]: { attached: all, groups } } } : {}),
    ...(kinds.includes('role') ? { roles: { [`${name}-role`]: { attached: all, trust: operator } } } : {}),
    policies: { [name]: [doc(...statements)] },
  };
}

const way = (
  name: string,
  edge: string,
  verdict: Published['verdict'],
  actions: readonly string[],
  { kind = 'user', groups = [], spec = {} }: { kind?: Kind; groups?: readonly string[]; spec?: AccountSpec } = {},
): Published => ({
  name,
  edge,
  verdict,
  who: iamArn(`${kind}/${name}-${kind}`),
  spec: merged(holders(name, [allow(actions)], { groups }, [kind]), spec),
});

const inGroup = (name: string) => ({ groups: [`${name}-group`], spec: { groups: { [`${name}-group`]: {} } } });

/**
 * The 31 ways of https://github.com/BishopFox/iam-vulnerable by their names there. `possible` where something besides the
 * policies decides: an agent that runs, a stack, function or endpoint that exists, a service that AWS has ended.
 */
export const vulnerable: readonly Published[] = [
  way('privesc1-CreateNewPolicyVersion', 'iam-create-policy-version', 'proven', ['iam:CreatePolicyVersion']),
  way(
    'privesc2-SetExistingDefaultPolicyVersion',
    'iam-set-default-policy-version',
    'proven',
    ['iam:SetDefaultPolicyVersion'],
    {
      spec: {
        policies: {
          'privesc2-SetExistingDefaultPolicyVersion': [doc(allow('iam:SetDefaultPolicyVersion')), doc(allow('*'))],
        },
      },
    },
  ),
  way('privesc3-CreateEC2WithExistingInstanceProfile', 'ec2-run-instances', 'proven', [
    'iam:PassRole',
    'ec2:DescribeInstances',
    'ec2:RunInstances',
  ]),
  way('privesc4-CreateAccessKey', 'iam-create-access-key', 'proven', ['iam:CreateAccessKey']),
  way('privesc5-CreateLoginProfile', 'iam-create-login-profile', 'proven', ['iam:CreateLoginProfile']),
  way('privesc6-UpdateLoginProfile', 'iam-update-login-profile', 'proven', ['iam:UpdateLoginProfile']),
  way('privesc7-AttachUserPolicy', 'iam-attach-user-policy', 'proven', ['iam:AttachUserPolicy']),
  way(
    'privesc8-AttachGroupPolicy',
    'iam-attach-group-policy',
    'proven',
    ['iam:AttachGroupPolicy'],
    inGroup('privesc8-AttachGroupPolicy'),
  ),
  way('privesc9-AttachRolePolicy', 'iam-attach-role-policy', 'proven', ['iam:AttachRolePolicy'], { kind: 'role' }),
  way('privesc10-PutUserPolicy', 'iam-put-user-policy', 'proven', ['iam:PutUserPolicy']),
  way(
    'privesc11-PutGroupPolicy',
    'iam-put-group-policy',
    'proven',
    ['iam:PutGroupPolicy'],
    inGroup('privesc11-PutGroupPolicy'),
  ),
  way('privesc12-PutRolePolicy', 'iam-put-role-policy', 'proven', ['iam:PutRolePolicy'], { kind: 'role' }),
  way('privesc13-AddUserToGroup', 'iam-add-user-to-group', 'proven', ['iam:AddUserToGroup']),
  way('privesc14-UpdatingAssumeRolePolicy', 'iam-update-assume-role-policy', 'proven', [
    'iam:UpdateAssumeRolePolicy',
    'sts:AssumeRole',
  ]),
  way('privesc15-PassExistingRoleToNewLambdaThenInvoke', 'lambda-create-invoke', 'proven', [
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:InvokeFunction',
  ]),
  way('privesc16-PassRoleToNewLambdaThenTriggerWithNewDynamo', 'lambda-create-event-source', 'proven', [
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:CreateEventSourceMapping',
    'dynamodb:PutItem',
    'dynamodb:CreateTable',
  ]),
  way('privesc17-EditExistingLambdaFunctionWithRole', 'lambda-update-code', 'possible', [
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
  ]),
  way('privesc18-PassExistingRoleToNewGlueDevEndpoint', 'glue-create-dev-endpoint', 'proven', [
    'glue:CreateDevEndpoint',
    'glue:GetDevEndpoint',
    'iam:PassRole',
  ]),
  way('privesc19-UpdateExistingGlueDevEndpoint', 'glue-update-dev-endpoint', 'possible', [
    'glue:UpdateDevEndpoint',
    'glue:GetDevEndpoint',
  ]),
  way('privesc20-PassExistingRoleToCloudFormation', 'cloudformation-create-stack', 'proven', [
    'iam:PassRole',
    'cloudformation:CreateStack',
    'cloudformation:DescribeStacks',
  ]),
  way('privesc21-PassExistingRoleToNewDataPipeline', 'datapipeline-activate', 'possible', [
    'iam:PassRole',
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline',
  ]),
  way('privesc-cloudFormationUpdateStack', 'cloudformation-update-stack', 'possible', [
    'cloudformation:UpdateStack',
    'cloudformation:DescribeStacks',
  ]),
  way('privesc-codeBuildCreateProjectPassRole', 'codebuild-create-project', 'proven', [
    'iam:PassRole',
    'codebuild:CreateProject',
    'codebuild:StartBuild',
  ]),
  way('privesc-ec2InstanceConnect', 'ec2-instance-connect', 'possible', [
    'ec2:DescribeInstances',
    'ec2-instance-connect:SendSSHPublicKey',
  ]),
  way('privesc-sageMakerCreateNotebookPassRole', 'sagemaker-create-notebook', 'proven', [
    'iam:PassRole',
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  way('privesc-sageMakerCreateProcessingJob', 'sagemaker-create-processing-job', 'proven', [
    'iam:PassRole',
    'sagemaker:CreateProcessingJob',
  ]),
  way('privesc-sageMakerCreateTrainingJob', 'sagemaker-create-training-job', 'proven', [
    'iam:PassRole',
    'sagemaker:CreateTrainingJob',
  ]),
  way('privesc-sageMakerCreatePresignedNotebookURL', 'sagemaker-presigned-notebook', 'possible', [
    'sagemaker:CreatePresignedNotebookInstanceUrl',
    'sagemaker:ListNotebookInstances',
  ]),
  way('privesc-ssmSendCommand', 'ssm-send-command', 'possible', ['ssm:SendCommand', 'ssm:ListCommandInvocations']),
  way('privesc-ssmStartSession', 'ssm-start-session', 'possible', ['ssm:StartSession', 'ssm:ResumeSession']),
  {
    name: 'privesc-AssumeRole',
    edge: 'sts-assume-role',
    verdict: 'proven',
    who: iamArn('role/privesc-AssumeRole-starting-role'),
    spec: {
      roles: {
        'privesc-AssumeRole-starting-role': { trust: operator },
        'privesc-AssumeRole-intermediate-role': { trust: trustArn(iamArn('role/privesc-AssumeRole-starting-role')) },
        'privesc-AssumeRole-ending-role': {
          trust: trustArn(iamArn('role/privesc-AssumeRole-intermediate-role')),
          attached: [ADMINISTRATOR],
        },
      },
    },
  },
];

const version = 'iam:CreatePolicyVersion';
const both = (name: string): string[] => [iamArn(`user/${name}-user`), iamArn(`role/${name}-role`)];

/** Ways that tools miss, in iam-vulnerable's tool testing. */
export const missed: readonly Published[] = [
  {
    name: 'fn1-passrole-and-run-in-two-policies',
    edge: 'ec2-run-instances',
    verdict: 'proven',
    who: iamArn('user/fn1-user'),
    spec: {
      users: { 'fn1-user': { attached: [policyArn('fn1-ec2'), policyArn('fn1-passrole')] } },
      policies: { 'fn1-ec2': [doc(allow('ec2:RunInstances'))], 'fn1-passrole': [doc(allow('iam:PassRole'))] },
    },
  },
  {
    name: 'fn2-exploitableResourceConstraint',
    edge: 'iam-create-policy-version',
    verdict: 'proven',
    who: iamArn('user/fn2-exploitableResourceConstraint-user'),
    spec: holders('fn2-exploitableResourceConstraint', [allow(version, 'arn:aws:iam::*:policy/fn2-*')]),
  },
  {
    name: 'fn3-exploitableConditionConstraint',
    edge: 'iam-create-policy-version',
    verdict: 'proven',
    who: iamArn('role/fn3-exploitableConditionConstraint-role'),
    spec: holders('fn3-exploitableConditionConstraint', [
      allow(version, '*', { DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } }),
    ]),
  },
  {
    name: 'fn4-exploitableNotAction',
    edge: 'administrator',
    verdict: 'proven',
    who: iamArn('user/fn4-exploitableNotAction-user'),
    spec: holders('fn4-exploitableNotAction', [
      { Effect: 'Allow', NotAction: ['iam:Update*', 'iam:Create*', 'iam:Attach*'], Resource: '*' },
    ]),
  },
];

const deny = (actions: string): Statement => ({ Effect: 'Deny', Action: actions, Resource: '*' });

/** Ways that tools see and that are none, in iam-vulnerable's tool testing. */
export const traps: readonly Trap[] = [
  {
    name: 'fp1-allow-and-deny',
    who: both('fp1-allow-and-deny'),
    verdict: 'blocked',
    spec: holders('fp1-allow-and-deny', [allow(version), deny(version)]),
  },
  {
    name: 'fp2-allow-and-deny-multiple-policies',
    who: both('fp2-allow-and-deny-multiple-policies'),
    verdict: 'blocked',
    spec: merged(
      holders('fp2-allow-and-deny-multiple-policies', [allow(version)], { attached: [policyArn('fp2-deny')] }),
      { policies: { 'fp2-deny': [doc(deny(version))] } },
    ),
  },
  { name: 'fp3-deny-iam', who: both('fp3-deny-iam'), verdict: 'none', spec: holders('fp3-deny-iam', [deny('iam:*')]) },
  {
    name: 'fp4-nonExploitableResourceConstraint',
    who: both('fp4-nonExploitableResourceConstraint'),
    verdict: 'none',
    spec: holders('fp4-nonExploitableResourceConstraint', [allow(version, 'arn:aws:iam::aws:policy/fp4-*')]),
  },
  {
    name: 'fp5-nonExploitableConditionConstraint',
    who: both('fp5-nonExploitableConditionConstraint'),
    verdict: 'none',
    spec: holders('fp5-nonExploitableConditionConstraint', [
      allow(version, '*', { DateLessThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } }),
    ]),
  },
];

/** Edges by the ids that https://pathfinding.cloud gives them; some ids there are variants of one edge. */
const pathfindingIds: Readonly<Record<string, string>> = {
  'amplify-001': 'amplify-build',
  'apprunner-001': 'apprunner-create-service',
  'apprunner-002': 'apprunner-update-service',
  'batch-001, batch-003': 'batch-register-submit',
  'batch-002': 'batch-submit-job',
  'bedrock-001': 'agentcore-code-interpreter',
  'bedrock-002': 'agentcore-session-invoke',
  'bedrock-003 to 005': 'agentcore-runtime',
  'bedrock-004': 'agentcore-runtime-command',
  'bedrock-006': 'agentcore-browser',
  'bedrock-007': 'agentcore-browser-session',
  'braket-001': 'braket-job',
  'cloudformation-001': 'cloudformation-create-stack',
  'cloudformation-002': 'cloudformation-update-stack',
  'cloudformation-003': 'cloudformation-create-stackset',
  'cloudformation-004': 'cloudformation-update-stackset',
  'cloudformation-005': 'cloudformation-change-set',
  'codebuild-001, codebuild-004': 'codebuild-create-project',
  'codebuild-002, codebuild-003': 'codebuild-start-build',
  'codedeploy-001': 'codedeploy-create-deployment',
  'cognitoidentity-001': 'cognito-set-identity-pool-roles',
  'datapipeline-001': 'datapipeline-activate',
  'ec2-001': 'ec2-run-instances',
  'ec2-002': 'ec2-modify-user-data',
  'ec2-003 (spot)': 'ec2-spot-instances',
  'ec2-003': 'ec2-instance-connect',
  'ec2-004': 'ec2-launch-template-version',
  'ecs-001 to 005': 'ecs-register-run',
  'ecs-006': 'ecs-execute-command',
  'ecs-007': 'ecs-own-container-instance',
  'ecs-008, ecs-009': 'ecs-run-task-override',
  'emr-001': 'emr-run-job-flow',
  'emrserverless-001': 'emr-serverless',
  'gamelift-001': 'gamelift-fleet',
  'glue-001': 'glue-create-dev-endpoint',
  'glue-002': 'glue-update-dev-endpoint',
  'glue-003, glue-004': 'glue-create-job',
  'glue-005, glue-006': 'glue-update-job',
  'glue-007': 'glue-interactive-session',
  'iam-001': 'iam-create-policy-version',
  'iam-002': 'iam-create-access-key',
  'iam-003': 'iam-rotate-access-key',
  'iam-004': 'iam-create-login-profile',
  'iam-005': 'iam-put-role-policy',
  'iam-006': 'iam-update-login-profile',
  'iam-007': 'iam-put-user-policy',
  'iam-008': 'iam-attach-user-policy',
  'iam-009': 'iam-attach-role-policy',
  'iam-010': 'iam-attach-group-policy',
  'iam-011': 'iam-put-group-policy',
  'iam-012': 'iam-update-assume-role-policy',
  'iam-013': 'iam-add-user-to-group',
  'iam-022': 'iam-delete-user-boundary',
  'iam-023': 'iam-delete-role-boundary',
  'iam-024': 'iam-put-user-boundary',
  'iam-025': 'iam-detach-user-policy',
  'iam-026': 'iam-delete-user-inline-policy',
  'imagebuilder-001': 'imagebuilder-create-image',
  'kinesisanalytics-001': 'kinesisanalytics-app',
  'lambda-001': 'lambda-create-invoke',
  'lambda-002': 'lambda-create-event-source',
  'lambda-003, lambda-004, lambda-005': 'lambda-update-code',
  'lambda-006': 'lambda-create-add-permission',
  'omics-001': 'omics-workflow',
  'sagemaker-001': 'sagemaker-create-notebook',
  'sagemaker-002': 'sagemaker-create-training-job',
  'sagemaker-003': 'sagemaker-create-processing-job',
  'sagemaker-004': 'sagemaker-presigned-notebook',
  'sagemaker-005': 'sagemaker-notebook-lifecycle',
  'scheduler-001': 'scheduler-create-schedule',
  'ssm-001': 'ssm-start-session',
  'ssm-002': 'ssm-send-command',
  'ssm-003': 'ssm-automation',
  'sso-001': 'sso-new-admin-permission-set',
  'sso-002': 'sso-attach-managed-policy',
  'sso-003': 'sso-put-inline-policy',
  'stepfunctions-001': 'states-create-state-machine',
  'stepfunctions-002': 'states-update-state-machine',
  'sts-001': 'sts-assume-role',
};

/** Where the edge's own data does not tell whether what was read proves it; an instance runs with a role. */
const verdicts: Readonly<Record<string, Published['verdict']>> = {
  'ec2-run-instances': 'proven',
  'iam-add-user-to-group': 'proven',
  'iam-delete-user-boundary': 'proven',
  'iam-put-user-boundary': 'proven',
  'iam-detach-user-policy': 'proven',
  'iam-delete-user-inline-policy': 'proven',
  'iam-delete-role-boundary': 'proven',
  'iam-rotate-access-key': 'proven',
  'iam-create-access-key': 'proven',
  'iam-create-login-profile': 'proven',
  'iam-update-login-profile': 'proven',
  'ec2-modify-user-data': 'proven',
  'datapipeline-activate': 'possible',
  'imagebuilder-create-image': 'possible',
  'autoscaling-new-launch-configuration': 'possible',
  'autoscaling-launch-template': 'possible',
  'sagemaker-create-notebook': 'possible',
  'sso-new-admin-permission-set': 'possible',
};

/** `iam-001 (iam-create-policy-version)`: each with the smallest principal that has it and what it leads to. */
export const pathfinding: readonly Published[] = Object.entries(pathfindingIds).map(([id, edge]) => {
  const [actions = []] = optionsOf(edgeById(edge));
  const prefix = `pf-${id.replaceAll(/[^\w]+/g, '-')}`;
  const { spec, attacker } = smallest(edge, actions);
  const own = renamed(spec, prefix, ['target', 'boss']);
  return {
    name: `${id} (${edge})`,
    edge,
    verdict: verdicts[edge] ?? (edgeById(edge).needs_existing === undefined ? 'proven' : 'possible'),
    who: own.nameOf(attacker),
    spec: own.spec,
  };
});

/** Ways in from outside: each class of entry once, to an administrator. */
const entrances: AccountSpec = {
  roles: {
    partner: {
      attached: [ADMINISTRATOR],
      trust: doc({ Principal: { AWS: 'arn:aws:iam::999900001111:root' }, Action: 'sts:AssumeRole' }),
    },
    anybody: {
      attached: [ADMINISTRATOR],
      // a trust for everybody gives every principal of the account a path, and the traps are to have none
      trust: doc(
        { Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } },
        },
      ),
    },
    deploy: {
      attached: [ADMINISTRATOR],
      trust: doc({
        Principal: { Federated: iamArn('oidc-provider/token.actions.githubusercontent.com') },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
      }),
    },
  },
};

/** All of them in one account. */
export const publishedAccount: AccountSpec = merged(
  common,
  ...[...vulnerable, ...missed, ...traps, ...pathfinding].map(({ spec }) => spec),
  entrances,
);

/** The account's number, which the documents name. */
export const publishedAccountId = ACCOUNT;
