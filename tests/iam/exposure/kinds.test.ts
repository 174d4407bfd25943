import { describe, expect, it } from 'vitest';
import { EXPOSURE_ORDER, exposure, RESOURCE_KINDS, resourceKind, widest } from '../../../src/iam/index.ts';
import { ACCOUNT, allow, deny, docs, type Json, OTHER, policy } from '../documents.ts';
import { options, tables } from './cases.ts';

const P = 'private';
const grant = (action: unknown, resource: unknown, principal: unknown = '*', condition?: Json): Json =>
  policy(
    allow({
      Principal: principal,
      Action: action,
      Resource: resource,
      ...(condition === undefined ? {} : { Condition: condition }),
    }),
  );
const invoked = (Condition: Json) =>
  policy(allow({ Principal: '*', Action: 'vpc-lattice-svcs:Invoke', Resource: '*', Condition }));
const root = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const queue = `arn:aws:sqs:us-east-1:${ACCOUNT}:q`;
const topic = `arn:aws:sns:us-east-1:${ACCOUNT}:t`;
const fn = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:f`;
const fs = `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:file-system/fs-1`;
const domain = `arn:aws:es:us-east-1:${ACCOUNT}:domain/d`;
const api = `arn:aws:execute-api:us-east-1:${ACCOUNT}:abc`;
const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k`;
const bus = `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/b`;
const url = (auth: string): Json => ({ StringEquals: { 'lambda:FunctionUrlAuthType': auth } });

tables({
  'KMS keys': [
    docs.kms,
    [
      ['the default key policy', { kind: 'kms', arn: key, policy: grant('kms:*', '*', root) }, P, []],
      [
        'everybody: KMS answers only signed requests',
        { kind: 'kms', arn: key, policy: grant('kms:*', '*') },
        'any-account',
      ],
      ['everybody may decrypt', { kind: 'kms', arn: key, policy: grant('kms:Decrypt', '*') }, ['any-account', P, P]],
      [
        'the own account through one service',
        {
          kind: 'kms',
          arn: key,
          policy: grant(
            ['kms:Decrypt', 'kms:CreateGrant'],
            '*',
            { AWS: '*' },
            { StringEquals: { 'kms:CallerAccount': ACCOUNT, 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
          ),
        },
        P,
      ],
      [
        'everybody through one service',
        {
          kind: 'kms',
          arn: key,
          policy: grant(
            'kms:Decrypt',
            '*',
            { AWS: '*' },
            { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
          ),
        },
        ['any-account', P, P],
      ],
      [
        'another account by kms:CallerAccount',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:Decrypt', '*', { AWS: '*' }, { StringEquals: { 'kms:CallerAccount': OTHER } }),
        },
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'an encryption context, which the caller writes',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:Encrypt', '*', '*', { StringEquals: { 'kms:EncryptionContext:app': 'x' } }),
        },
        [P, 'any-account', P],
      ],
      [
        'another account',
        { kind: 'kms', arn: key, policy: grant(['kms:Decrypt', 'kms:PutKeyPolicy'], '*', { AWS: OTHER }) },
        ['cross-account', P, 'cross-account'],
        [OTHER],
      ],
      [
        'a grant to another account',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', root),
          grants: [{ GranteePrincipal: `arn:aws:iam::${OTHER}:role/r`, Operations: ['Decrypt', 'GenerateDataKey'] }],
        },
        ['cross-account', 'cross-account', P],
        [OTHER],
      ],
      [
        'a grant bound to an encryption context',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', root),
          grants: [
            {
              GranteePrincipal: `arn:aws:iam::${OTHER}:role/r`,
              Operations: ['Decrypt'],
              Constraints: { EncryptionContextSubset: { app: 'a' } },
            },
          ],
        },
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'a grant to the own account',
        {
          kind: 'kms',
          arn: key,
          grants: [{ GranteePrincipal: `arn:aws:iam::${ACCOUNT}:role/r`, Operations: ['Decrypt'] }],
        },
        P,
        [],
      ],
    ],
  ],
  queues: [
    docs.sqs,
    [
      ['everybody may send', { kind: 'sqs', arn: queue, policy: grant('sqs:SendMessage', queue) }, [P, 'public', P]],
      ['everybody, all actions in capitals', { kind: 'sqs', arn: queue, policy: grant('SQS:*', queue) }, 'public'],
      [
        'an own topic',
        {
          kind: 'sqs',
          arn: queue,
          policy: grant('sqs:SendMessage', queue, '*', { ArnEquals: { 'aws:SourceArn': topic } }),
        },
        P,
      ],
      [
        "another account's topic",
        {
          kind: 'sqs',
          arn: queue,
          policy: grant('sqs:SendMessage', queue, '*', {
            ArnEquals: { 'aws:SourceArn': topic.replace(ACCOUNT, OTHER) },
          }),
        },
        [P, 'cross-account', P],
        [OTHER],
      ],
      [
        "anybody's topic",
        {
          kind: 'sqs',
          arn: queue,
          policy: grant('sqs:SendMessage', queue, '*', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }),
        },
        [P, 'any-account', P],
      ],
      [
        'a service',
        { kind: 'sqs', arn: queue, policy: grant('sqs:SendMessage', queue, { Service: 'sns.amazonaws.com' }) },
        P,
      ],
      ['the name of another queue', { kind: 'sqs', arn: queue, policy: grant('sqs:SendMessage', `${queue}2`) }, P],
      ['a queue from its policy', { kind: 'sqs', policy: grant('sqs:ReceiveMessage', queue) }, ['public', P, P]],
    ],
  ],
  topics: [
    docs.sns,
    [
      [
        'the default policy',
        {
          kind: 'sns',
          arn: topic,
          policy: grant(
            ['SNS:Publish', 'SNS:Subscribe', 'SNS:AddPermission'],
            topic,
            { AWS: '*' },
            { StringEquals: { 'AWS:SourceOwner': ACCOUNT } },
          ),
        },
        P,
      ],
      [
        "another owner's",
        {
          kind: 'sns',
          arn: topic,
          policy: grant('SNS:Publish', topic, { AWS: '*' }, { StringEquals: { 'AWS:SourceOwner': OTHER } }),
        },
        [P, 'cross-account', P],
        [OTHER],
      ],
      ['everybody may publish', { kind: 'sns', arn: topic, policy: grant('sns:Publish', topic) }, [P, 'public', P]],
      ['everybody may subscribe', { kind: 'sns', arn: topic, policy: grant('sns:Subscribe', topic) }, ['public', P, P]],
      [
        'everybody may subscribe an address of one domain',
        {
          kind: 'sns',
          arn: topic,
          policy: grant('sns:Subscribe', topic, '*', { StringEquals: { 'sns:Endpoint': 'ops@example.com' } }),
        },
        ['conditional', P, P],
      ],
      [
        'everybody may subscribe any address of one domain, which only its owner can confirm',
        {
          kind: 'sns',
          arn: topic,
          policy: grant('sns:Subscribe', topic, '*', { StringLike: { 'sns:Endpoint': '*@example.com' } }),
        },
        ['conditional', P, P],
      ],
      [
        'everybody may subscribe any web address',
        {
          kind: 'sns',
          arn: topic,
          policy: grant('sns:Subscribe', topic, '*', { StringLike: { 'sns:Endpoint': 'https://*' } }),
        },
        ['public', P, P],
      ],
    ],
  ],
  functions: [
    docs.lambdaUrl,
    [
      [
        'a URL without authentication',
        {
          kind: 'lambda',
          arn: fn,
          functionUrl: { AuthType: 'NONE' },
          policy: grant('lambda:InvokeFunctionUrl', fn, '*', url('NONE')),
        },
        [P, 'public', P],
      ],
      [
        'a URL without authentication that the policy does not allow',
        { kind: 'lambda', arn: fn, functionUrl: { AuthType: 'NONE' } },
        P,
      ],
      [
        'the policy without a URL',
        { kind: 'lambda', arn: fn, functionUrl: null, policy: grant('lambda:InvokeFunctionUrl', fn, '*', url('NONE')) },
        P,
      ],
      [
        'the policy with a URL that nobody looked up',
        { kind: 'lambda', arn: fn, policy: grant('lambda:InvokeFunctionUrl', fn, '*', url('NONE')) },
        [P, 'public', P],
      ],
      [
        'the policy for NONE with a URL that asks for a signature',
        {
          kind: 'lambda',
          arn: fn,
          functionUrl: { AuthType: 'AWS_IAM' },
          policy: grant('lambda:InvokeFunctionUrl', fn, '*', url('NONE')),
        },
        P,
      ],
      [
        'a URL that asks for a signature of anybody',
        {
          kind: 'lambda',
          arn: fn,
          functionUrl: { AuthType: 'AWS_IAM' },
          policy: grant('lambda:InvokeFunctionUrl', fn, '*', url('AWS_IAM')),
        },
        [P, 'any-account', P],
      ],
      [
        'everybody may invoke: the API answers only signed requests',
        { kind: 'lambda', arn: fn, functionUrl: null, policy: grant('lambda:InvokeFunction', fn) },
        [P, 'any-account', P],
      ],
      [
        'an own bucket through S3',
        {
          kind: 'lambda',
          arn: fn,
          policy: grant(
            'lambda:InvokeFunction',
            fn,
            { Service: 's3.amazonaws.com' },
            { StringEquals: { 'AWS:SourceAccount': ACCOUNT } },
          ),
        },
        P,
      ],
      [
        'an alias',
        { kind: 'lambda', arn: fn, functionUrl: null, policy: grant('lambda:InvokeFunction', `${fn}:live`) },
        [P, 'any-account', P],
      ],
      [
        'another account',
        { kind: 'lambda', arn: fn, policy: grant('lambda:InvokeFunction', fn, { AWS: OTHER }) },
        [P, 'cross-account', P],
        [OTHER],
      ],
      [
        'a skill with its token',
        {
          kind: 'lambda',
          arn: fn,
          functionUrl: null,
          policy: grant('lambda:InvokeFunction', fn, '*', {
            StringEquals: { 'lambda:EventSourceToken': 'amzn1.ask.skill.x' },
          }),
        },
        [P, 'conditional', P],
      ],
    ],
  ],
  'repositories, secrets, vaults and buses': [
    docs.principal,
    [
      [
        'a repository for everybody',
        {
          kind: 'ecr',
          policy: policy(allow({ Principal: '*', Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] })),
        },
        ['any-account', P, P],
      ],
      [
        'a repository for an organisation',
        {
          kind: 'ecr',
          policy: policy(
            allow({
              Principal: '*',
              Action: 'ecr:*',
              Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } },
            }),
          ),
        },
        'organization',
      ],
      [
        'a secret for everybody',
        { kind: 'secretsmanager', policy: grant('secretsmanager:GetSecretValue', '*') },
        ['any-account', P, P],
      ],
      [
        'a secret for another account',
        { kind: 'secretsmanager', policy: grant('secretsmanager:*', '*', { AWS: OTHER }) },
        'cross-account',
        [OTHER],
      ],
      [
        'a backup vault that only denies',
        {
          kind: 'backup',
          policy: policy(deny({ Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*' })),
        },
        P,
      ],
      [
        'a backup vault for copies of everybody',
        { kind: 'backup', policy: grant('backup:CopyIntoBackupVault', '*') },
        [P, 'any-account', P],
      ],
      [
        'a backup vault for an organisation',
        {
          kind: 'backup',
          policy: grant('backup:CopyIntoBackupVault', '*', '*', {
            StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' },
          }),
        },
        [P, 'organization', P],
      ],
      [
        'a Glacier vault for everybody',
        { kind: 'glacier', policy: grant('glacier:*', `arn:aws:glacier:us-east-1:${ACCOUNT}:vaults/v`) },
        'any-account',
      ],
      [
        'a bus for everybody',
        { kind: 'events', arn: bus, policy: grant('events:PutEvents', bus) },
        [P, 'any-account', P],
      ],
      [
        'a bus for an organisation',
        {
          kind: 'events',
          arn: bus,
          policy: grant('events:PutEvents', bus, '*', { StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
        },
        [P, 'organization', P],
      ],
      [
        'a bus by the source of events, which the caller writes',
        {
          kind: 'events',
          arn: bus,
          policy: grant('events:PutEvents', bus, '*', { StringEquals: { 'events:source': 'com.acme' } }),
        },
        [P, 'any-account', P],
      ],
      [
        'rules on a bus',
        {
          kind: 'events',
          arn: bus,
          policy: grant(['events:PutRule', 'events:PutTargets'], `arn:aws:events:us-east-1:${ACCOUNT}:rule/b/*`, {
            AWS: OTHER,
          }),
        },
        [P, 'cross-account', P],
        [OTHER],
      ],
    ],
  ],
  'file systems': [
    docs.efs,
    [
      ['no policy', { kind: 'efs', arn: fs }, ['conditional', 'conditional', P]],
      [
        'everybody through a mount target',
        {
          kind: 'efs',
          arn: fs,
          policy: grant(
            ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
            fs,
            { AWS: '*' },
            { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
          ),
        },
        P,
      ],
      [
        'everybody',
        { kind: 'efs', arn: fs, policy: grant('elasticfilesystem:ClientMount', fs, { AWS: '*' }) },
        ['public', P, P],
      ],
      [
        'a role',
        { kind: 'efs', arn: fs, policy: grant('elasticfilesystem:*', fs, { AWS: `arn:aws:iam::${ACCOUNT}:role/r` }) },
        P,
      ],
    ],
  ],
  'search domains': [
    docs.opensearch,
    [
      ['everybody', { kind: 'opensearch', arn: domain, policy: grant('es:*', `${domain}/*`) }, ['public', 'public', P]],
      [
        'everybody may read',
        { kind: 'opensearch', arn: domain, policy: grant('es:ESHttpGet', `${domain}/*`) },
        ['public', P, P],
      ],
      ['everybody in a VPC', { kind: 'opensearch', arn: domain, vpc: true, policy: grant('es:*', `${domain}/*`) }, P],
      [
        'everybody in a VPC, of whatever',
        { kind: 'opensearch', arn: domain, vpc: true, policy: grant('es:*', '*') },
        P,
      ],
      [
        'everybody, of the domain itself too',
        { kind: 'opensearch', arn: domain, policy: grant('es:*', '*') },
        ['public', 'public', P],
      ],
      [
        'everybody may configure',
        { kind: 'opensearch', arn: domain, policy: grant('es:UpdateDomainConfig', domain) },
        P,
      ],
      [
        'everybody behind fine-grained access control',
        { kind: 'opensearch', arn: domain, fineGrainedAccess: true, policy: grant('es:ESHttp*', `${domain}/*`) },
        ['conditional', 'conditional', P],
      ],
      [
        'an office',
        {
          kind: 'opensearch',
          arn: domain,
          policy: grant('es:*', `${domain}/*`, '*', { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } }),
        },
        P,
      ],
      [
        'another account',
        { kind: 'opensearch', arn: domain, policy: grant('es:ESHttpGet', `${domain}/*`, { AWS: OTHER }) },
        ['cross-account', P, P],
        [OTHER],
      ],
    ],
  ],
  APIs: [
    docs.api,
    [
      [
        'everybody',
        {
          kind: 'apigateway',
          arn: api,
          authorization: ['NONE'],
          policy: grant('execute-api:Invoke', 'execute-api:/*'),
        },
        [P, 'public', P],
      ],
      [
        'everybody, with IAM authorisation',
        { kind: 'apigateway', arn: api, authorization: ['AWS_IAM'], policy: grant('execute-api:Invoke', `${api}/*`) },
        [P, 'any-account', P],
      ],
      [
        'everybody, with an authorizer',
        { kind: 'apigateway', arn: api, authorization: ['CUSTOM'], policy: grant('execute-api:Invoke', `${api}/*`) },
        [P, 'conditional', P],
      ],
      [
        'everybody, one method open',
        {
          kind: 'apigateway',
          arn: api,
          authorization: ['CUSTOM', 'NONE'],
          policy: grant('execute-api:Invoke', `${api}/*`),
        },
        [P, 'public', P],
      ],
      ['no policy, a method open', { kind: 'apigateway', arn: api, authorization: ['NONE'] }, [P, 'public', P]],
      ['no policy, IAM authorisation', { kind: 'apigateway', arn: api, authorization: ['AWS_IAM'] }, P],
      [
        'no policy, an authorizer',
        { kind: 'apigateway', arn: api, authorization: ['COGNITO_USER_POOLS'] },
        [P, 'conditional', P],
      ],
      ['no policy, nothing known', { kind: 'apigateway', arn: api }, [P, 'unknown', P]],
      ['no policy, private', { kind: 'apigateway', arn: api, endpointType: 'PRIVATE', authorization: ['NONE'] }, P],
      [
        'a private API for everybody',
        {
          kind: 'apigateway',
          arn: api,
          endpointType: 'PRIVATE',
          authorization: ['NONE'],
          policy: grant('execute-api:Invoke', 'execute-api:/*'),
        },
        [P, 'conditional', P],
      ],
      [
        'a private API for an endpoint',
        {
          kind: 'apigateway',
          arn: api,
          endpointType: 'PRIVATE',
          authorization: ['NONE'],
          policy: policy(
            allow({ Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }),
            deny({
              Principal: '*',
              Action: 'execute-api:Invoke',
              Resource: 'execute-api:/*',
              Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
            }),
          ),
        },
        P,
      ],
      [
        'an office',
        {
          kind: 'apigateway',
          arn: api,
          authorization: ['NONE'],
          policy: policy(
            allow({ Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }),
            deny({
              Principal: '*',
              Action: 'execute-api:Invoke',
              Resource: 'execute-api:/*',
              Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
            }),
          ),
        },
        P,
      ],
      [
        'another account',
        {
          kind: 'apigateway',
          arn: api,
          authorization: ['AWS_IAM'],
          policy: grant('execute-api:Invoke', `${api}/*`, { AWS: OTHER }),
        },
        [P, 'cross-account', P],
        [OTHER],
      ],
    ],
  ],
  'resource shares': [
    docs.ram,
    [
      ['another account', { kind: 'ram', principals: [OTHER] }, ['cross-account', 'cross-account', P], [OTHER]],
      [
        'the own organisation',
        { kind: 'ram', principals: [`arn:aws:organizations::${ACCOUNT}:organization/o-ownorg1234`] },
        ['organization', 'organization', P],
      ],
      [
        'a unit of another organisation',
        { kind: 'ram', principals: [`arn:aws:organizations::${OTHER}:ou/o-other12345/ou-1`] },
        ['cross-account', 'cross-account', P],
      ],
      ['the own account', { kind: 'ram', principals: [ACCOUNT] }, P],
      ['a service', { kind: 'ram', principals: ['ec2.amazonaws.com'] }, P],
      ['nobody', { kind: 'ram', principals: [] }, P],
      ['somebody in a form nobody knows', { kind: 'ram', principals: ['???'] }, ['unknown', 'unknown', P]],
    ],
  ],
  'any other resource': [
    docs.principal,
    [
      [
        'everybody',
        {
          kind: 'generic',
          policy: grant('mediastore:GetObject', `arn:aws:mediastore:us-east-1:${ACCOUNT}:container/c/*`),
        },
        ['public', P, P],
      ],
      ['every action', { kind: 'generic', policy: grant('schemas:*', '*') }, 'public'],
      [
        'everybody with credentials, where there must be some',
        { kind: 'generic', signed: true, policy: grant('s3vectors:QueryVectors', '*') },
        ['any-account', P, P],
      ],
      [
        'everybody, where callers show a token of the owner',
        {
          kind: 'generic',
          signed: true,
          byToken: 'bedrock-agentcore:invokeagentruntime',
          policy: grant('bedrock-agentcore:InvokeAgentRuntime', '*'),
        },
        P,
      ],
      [
        'everybody may do more than a token is asked for',
        {
          kind: 'generic',
          signed: true,
          byToken: 'bedrock-agentcore:invokeagentruntime',
          policy: grant('bedrock-agentcore:GetAgentRuntime', '*'),
        },
        ['any-account', P, P],
      ],
      [
        'everybody, where it is said that there need be none',
        { kind: 'generic', signed: false, policy: grant('schemas:*', '*') },
        'public',
      ],
      [
        'writing by a pattern',
        { kind: 'generic', policy: grant('logs:Put*', '*', { AWS: OTHER }) },
        [P, 'cross-account', 'cross-account'],
        [OTHER],
      ],
      [
        'reading by a pattern',
        { kind: 'generic', policy: grant('glue:Get*', '*', { AWS: OTHER }) },
        ['cross-account', P, P],
        [OTHER],
      ],
      [
        'a VPC that VPC Lattice names',
        { kind: 'generic', policy: invoked({ StringEquals: { 'vpc-lattice-svcs:SourceVpc': 'vpc-1' } }) },
        P,
      ],
      [
        'any VPC that VPC Lattice names',
        { kind: 'generic', policy: invoked({ StringLike: { 'vpc-lattice-svcs:SourceVpc': 'vpc-*' } }) },
        [P, 'public', P],
      ],
      [
        'VPCs of the own account, by VPC Lattice',
        { kind: 'generic', policy: invoked({ StringEquals: { 'vpc-lattice-svcs:SourceVpcOwnerAccount': ACCOUNT } }) },
        P,
      ],
      [
        'VPCs of another account, by VPC Lattice',
        { kind: 'generic', policy: invoked({ StringEquals: { 'vpc-lattice-svcs:SourceVpcOwnerAccount': OTHER } }) },
        [P, 'cross-account', P],
      ],
      [
        'a service network',
        {
          kind: 'generic',
          policy: invoked({
            StringEquals: {
              'vpc-lattice-svcs:ServiceNetworkArn': 'arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-1',
            },
          }),
        },
        P,
      ],
      [
        'what the caller writes into a request',
        {
          kind: 'generic',
          policy: invoked({
            StringEquals: { 'vpc-lattice-svcs:RequestMethod': 'GET', 'vpc-lattice-svcs:RequestHeader/x-team': 'shop' },
          }),
        },
        [P, 'public', P],
      ],
      ['nobody', { kind: 'generic', policy: policy() }, P],
      ['no policy', { kind: 'generic' }, P],
    ],
  ],
});

describe('kinds of resources', () => {
  it('are known by several names', () => {
    for (const kind of RESOURCE_KINDS) expect(resourceKind(kind)).toBe(kind);
    expect([
      resourceKind('Trust'),
      resourceKind('eventbridge'),
      resourceKind('secrets_manager'),
      resourceKind('nonsense'),
    ]).toEqual(['role', 'events', 'secretsmanager', undefined]);
  });

  it('say nothing of a malformed policy', () => {
    for (const kind of RESOURCE_KINDS) {
      if (kind === 'ram') continue;
      const found = exposure({ kind, policy: '{"Statement":[{"Effect":' }, options);
      expect([kind, found.verdict]).toEqual([kind, 'unknown']);
    }
  });

  it('judge a service that everybody can make act apart from the verdict', () => {
    const found = exposure(
      { kind: 'sqs', arn: queue, policy: grant('sqs:SendMessage', queue, { Service: 'sns.amazonaws.com' }) },
      options,
    );
    expect(found.verdict).toBe('private');
    expect(found.confusedDeputies).toMatchObject([{ service: 'sns.amazonaws.com', actions: ['sqs:SendMessage'] }]);
  });
});

describe('the widest of verdicts', () => {
  it('is the last in the order', () => {
    expect(widest()).toBe('private');
    expect(widest('organization', 'any-account', 'cross-account')).toBe('any-account');
    expect(widest(...EXPOSURE_ORDER)).toBe('public');
    expect(widest('unknown', 'private')).toBe('unknown');
  });
});

describe('a KMS grant with constraints', () => {
  it('shows them as conditions of what is about an encryption context, and of nothing else', () => {
    const found = exposure(
      {
        kind: 'kms',
        arn: key,
        grants: [
          {
            GranteePrincipal: `arn:aws:iam::${OTHER}:role/r`,
            Operations: ['Decrypt', 'CreateGrant'],
            Constraints: { EncryptionContextEquals: { app: 'a' } },
          },
        ],
      },
      options,
    );
    expect(found.witnesses.read?.conditions).toEqual({ 'kms:EncryptionContext:app': ['a'] });
    expect(found.witnesses.administer?.conditions).toEqual({});
  });
});

const through = (condition: Json, more: Json = {}) => ({
  kind: 'vpce' as const,
  endpoint: 'vpce-1',
  vpc: 'vpc-1',
  policy: grant('s3:*', '*', '*', condition),
  ...more,
});

tables({
  'policies of VPC endpoints': [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    [
      ['the policy it comes with', { kind: 'vpce', policy: grant('*', '*') }, 'public'],
      ['the endpoint itself', through({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } }), 'public'],
      ['the VPC it is in', through({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }), 'public'],
      ['a pattern of endpoints', through({ StringLike: { 'aws:SourceVpce': 'vpce-*' } }), 'public'],
      ['addresses inside the VPC', through({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } }), 'public'],
      ['the account of the endpoint', through({ StringEquals: { 'aws:VpceAccount': ACCOUNT } }), 'public'],
      ['the organisation of the endpoint', through({ StringEquals: { 'aws:VpceOrgID': 'o-ownorg1234' } }), 'public'],
      ['another endpoint', through({ StringEquals: { 'aws:SourceVpce': 'vpce-2' } }), P],
      [
        'an endpoint, when the own one is not known',
        through({ StringEquals: { 'aws:SourceVpce': 'vpce-2' } }, { endpoint: undefined }),
        'public',
      ],
      ['public addresses, which no such request has', through({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), P],
      ['principals of the own account', through({ StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }), P],
      [
        'principals of the organisation',
        through({ StringEquals: { 'aws:PrincipalOrgID': 'o-ownorg1234' } }),
        'organization',
      ],
      ['another account', { kind: 'vpce', policy: grant('sqs:*', '*', { AWS: OTHER }) }, 'cross-account', [OTHER]],
      [
        'a Deny of other endpoints, which never applies',
        {
          kind: 'vpce',
          endpoint: 'vpce-1',
          policy: policy(
            allow({ Principal: '*', Action: 's3:*', Resource: '*' }),
            deny({
              Principal: '*',
              Action: 's3:*',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
            }),
          ),
        },
        'public',
      ],
    ],
  ],
  'patterns that leave some accounts open': [
    docs.keys,
    [
      [
        'accounts that begin alike',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', '*', { StringLike: { 'aws:PrincipalAccount': '4444*' } }),
        },
        'conditional',
      ],
      [
        'accounts that differ from the own one in the last digit',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', '*', { StringLike: { 'kms:CallerAccount': `${ACCOUNT.slice(0, 11)}?` } }),
        },
        'conditional',
      ],
      [
        'roles of accounts that begin alike',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', '*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::4444*:role/deploy' } }),
        },
        'conditional',
      ],
      [
        'topics of accounts that begin alike',
        {
          kind: 'sqs',
          arn: queue,
          policy: grant('sqs:SendMessage', '*', '*', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:4444*:t' } }),
        },
        [P, 'conditional', P],
      ],
      [
        'organisations that begin alike',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', '*', { StringLike: { 'aws:PrincipalOrgID': 'o-abc*' } }),
        },
        'conditional',
      ],
      [
        'a pattern in an equality, which no account equals',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', '*', { StringEquals: { 'aws:PrincipalAccount': '4444*' } }),
        },
        P,
      ],
      [
        'a pattern of eleven digits, which no account has',
        {
          kind: 'kms',
          arn: key,
          policy: grant('kms:*', '*', '*', { StringLike: { 'aws:PrincipalAccount': '4444444444?' } }),
        },
        P,
      ],
      [
        'a pattern that a Deny takes back',
        {
          kind: 'kms',
          arn: key,
          policy: policy(
            allow({
              Principal: '*',
              Action: 'kms:*',
              Resource: '*',
              Condition: { StringLike: { 'aws:PrincipalAccount': '4444*' } },
            }),
            deny({
              Principal: '*',
              Action: 'kms:*',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } },
            }),
          ),
        },
        P,
      ],
    ],
  ],
});
