import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import type { PolicySource } from '../../../src/iam/types.ts';
import { allow, details, doc, iamArn, policyArn } from './account.ts';

const payroll = 'arn:aws:s3:::payroll';
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const account = details({
  users: {
    reader: { inline: [doc(allow('s3:GetObject', `${payroll}/*`), allow('kms:Decrypt', keyArn))] },
    nobody: { inline: [doc(allow('s3:GetObject', 'arn:aws:s3:::other/*'))] },
  },
});

/** Verdicts on the way to a resource by name, and the condition of the reader's. */
function paths(to: string, policies?: readonly PolicySource[] | 'unknown') {
  const { principals } = findPaths(
    accountFromDetails(account, {
      now: new Date('2026-06-01T00:00:00Z'),
      ...(policies === undefined ? {} : { resourcePolicies: new Map([[to, policies]]) }),
      ownResources: new Map([[to, true]]),
    }),
    { to },
  );
  const of = (name: string) => principals.find(({ arn }) => arn === iamArn(`user/${name}`));
  const step = of('reader')?.paths[0]?.steps.at(-1);
  return { reader: of('reader')?.verdict, nobody: of('nobody')?.verdict, step };
}
const bucketPolicy = (...statements: readonly object[]): PolicySource[] => [
  { name: 'bucket policy', document: JSON.stringify(doc(...(statements as Record<string, unknown>[]))) },
];
const on = (effect: string, name: string, action = 's3:*') => ({
  Effect: effect,
  Principal: { AWS: iamArn(`user/${name}`) },
  Action: action,
  Resource: [payroll, `${payroll}/*`],
});

describe('the way to a resource', () => {
  it('is open to whom the identity policies let in, where the resource has no policy', () => {
    expect(paths(payroll, [])).toMatchObject({ reader: 'proven', nobody: 'none' });
  });

  it('is open to whom the policy of the resource lets in alone', () => {
    expect(paths(payroll, bucketPolicy(on('Allow', 'nobody')))).toMatchObject({ reader: 'proven', nobody: 'proven' });
  });

  it('is closed to whom the policy of the resource denies', () => {
    expect(paths(payroll, bucketPolicy(on('Deny', 'reader')))).toMatchObject({ nobody: 'none' });
    expect(paths(payroll, bucketPolicy(on('Deny', 'reader'))).reader).not.toMatch(/proven|possible/);
  });

  it('is not closed by a denial of something else', () => {
    expect(paths(payroll, bucketPolicy(on('Deny', 'reader', 's3:PutObject'))).reader).toBe('proven');
  });

  it('is not proven where the policy of the resource was not read', () => {
    const found = paths(payroll, 'unknown');
    // it may let in by itself whom nothing else does
    expect(found).toMatchObject({ reader: 'possible', nobody: 'unknown' });
    expect(found.step?.condition).toMatch(/policy/);
  });

  const region = 'us-east-1:111122223333';
  it.each([
    ['a bucket', payroll, 's3:GetObject', `${payroll}/*`, 'possible'],
    ['a secret', `arn:aws:secretsmanager:${region}:secret:db-AbCdEf`, 'secretsmanager:GetSecretValue', '*', 'possible'],
    ['a table', `arn:aws:dynamodb:${region}:table/orders`, 'dynamodb:GetItem', '*', 'possible'],
    ['a queue', `arn:aws:sqs:${region}:jobs`, 'sqs:ReceiveMessage', '*', 'possible'],
    ['an image repository', `arn:aws:ecr:${region}:repository/app`, 'ecr:PutImage', '*', 'possible'],
    ['a stream', `arn:aws:kinesis:${region}:stream/clicks`, 'kinesis:GetRecords', '*', 'possible'],
    ['a database, which has no policy', `arn:aws:rds:${region}:db:orders`, 'rds:ModifyDBInstance', '*', 'proven'],
    ['an instance of another account', 'arn:aws:ec2:us-east-1:999922223333:instance/i-1', 'ec2:*', '*', 'possible'],
  ])('%s is no more than possible where its policy may deny', (_, to, action, resource, expected) => {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
    const { principals } = findPaths(
      accountFromDetails(details({ users: { a: { inline: [doc(allow(action, resource))] } } })),
      { to },
    );
    expect(principals[0]?.verdict).toBe(expected);
    const condition = principals[0]?.paths[0]?.steps.at(-1)?.condition ?? '';
    expect(condition.includes('policy')).toBe(expected === 'possible');
  });

  it.each([
    ['whoever lists a bucket', payroll, 's3:ListBucket', payroll, 'proven'],
    ['whoever opens the bucket of an object', `${payroll}/june.csv`, 's3:PutBucketPolicy', payroll, 'proven'],
    ['not whoever lists the bucket of an object', `${payroll}/june.csv`, 's3:ListBucket', '*', 'none'],
  ])('is open to %s', (_, to, action, resource, expected) => {
    const { principals } = findPaths(
      accountFromDetails(details({ users: { a: { inline: [doc(allow(action, resource))] } } }), {
        resourcePolicies: new Map([[to, []]]),
        ownResources: new Map([[to, true]]),
      }),
      { to },
    );
    expect(principals[0]?.verdict).toBe(expected);
  });

  it('stays open by a policy that was not read, whatever limits what is granted under the tags of the resource', () => {
    const limited = details({
      users: {
        tagged: {
          inline: [
            doc({
              Effect: 'Allow',
              Action: 's3:*',
              NotResource: 'arn:aws:s3:::other',
              Condition: { StringEquals: { 'iam:ResourceTag/tier': '${aws:PrincipalTag/team}' } },
            }),
          ],
          boundary: policyArn('limit'),
          tags: { team: 'blue' },
        },
      },
      policies: { limit: [doc()] },
    });
    const { principals } = findPaths(accountFromDetails(limited, { now: new Date('2026-06-01T00:00:00Z') }), {
      to: payroll,
    });
    expect(principals.map(({ verdict }) => verdict)).toEqual(['unknown']);
  });

  it('is not opened by rewriting a policy that denies the rewriting', () => {
    const topic = `arn:aws:lambda:${region}:function:pay`;
    const opener = details({ users: { a: { inline: [doc(allow('lambda:AddPermission', topic))] } } });
    const deny = { Effect: 'Deny', Principal: '*', Action: 'lambda:*', Resource: '*' };
    const { principals } = findPaths(
      accountFromDetails(opener, { resourcePolicies: new Map([[topic, [{ name: 'policy', document: doc(deny) }]]]) }),
      { to: topic },
    );
    expect(principals[0]?.verdict).not.toMatch(/proven|possible/);
  });

  it('needs the key policy, which may leave it to the account', () => {
    const root = { Principal: { AWS: iamArn('root') }, Action: 'kms:*', Resource: '*' };
    const other = { Principal: { AWS: iamArn('user/other') }, Action: 'kms:*', Resource: '*' };
    const keyPolicy = (one: object): PolicySource[] => [{ name: 'key policy', document: doc(one as never) }];
    expect(paths(keyArn, keyPolicy(root)).reader).toBe('proven');
    expect(paths(keyArn, keyPolicy(other)).reader).not.toMatch(/proven|possible/);
    expect(paths(keyArn).reader).toBe('possible');
  });

  // Each kind of policy as its service writes it, and as it names somebody whose own policies say nothing of the resource.
  const kinds: readonly [string, string, string, string | undefined][] = [
    ['a queue', `arn:aws:sqs:${region}:jobs`, 'SQS:SendMessage', '*'],
    ['a topic', `arn:aws:sns:${region}:news`, 'SNS:Publish', `arn:aws:sns:${region}:news`],
    ['a secret', `arn:aws:secretsmanager:${region}:secret:db-AbCdEf`, 'secretsmanager:GetSecretValue', '*'],
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html: they have no Resource.
    ['a repository', `arn:aws:ecr:${region}:repository/app`, 'ecr:BatchGetImage', undefined],
    [
      'a function',
      `arn:aws:lambda:${region}:function:pay`,
      'lambda:InvokeFunction',
      `arn:aws:lambda:${region}:function:pay`,
    ],
    ['a vault', `arn:aws:backup:${region}:backup-vault:daily`, 'backup:CopyIntoBackupVault', '*'],
    ['an authority', `arn:aws:acm-pca:${region}:certificate-authority/1`, 'acm-pca:IssueCertificate', '*'],
    ['a bus', `arn:aws:events:${region}:event-bus/b`, 'events:PutEvents', `arn:aws:events:${region}:event-bus/b`],
    ['a domain', `arn:aws:es:${region}:domain/d`, 'es:ESHttp*', `arn:aws:es:${region}:domain/d/*`],
    ['a cluster of DSQL', `arn:aws:dsql:${region}:cluster/c`, 'dsql:DbConnect', '*'],
    ['a cluster of MSK', `arn:aws:kafka:${region}:cluster/c/1`, 'kafka-cluster:ReadData', '*'],
    ['a vector bucket', `arn:aws:s3vectors:${region}:bucket/v`, 's3vectors:QueryVectors', '*'],
    ['a file system', `arn:aws:s3files:${region}:file-system/fs-1`, 's3files:ClientMount', '*'],
    ['a knowledge base', `arn:aws:bedrock:${region}:knowledge-base/K`, 'bedrock:Retrieve', '*'],
    ['a parameter', `arn:aws:ssm:${region}:parameter/p`, 'ssm:GetParameter', '*'],
  ];
  it.each(kinds)('goes by the policy of %s', (_, to, action, resource) => {
    const statement = (Effect: string, more: object): object => ({
      Effect,
      Action: [action.toUpperCase()],
      ...(resource === undefined ? {} : { Resource: [resource] }),
      ...more,
    });
    const user = iamArn('user/nobody');
    const verdicts = ([...statements]: readonly object[]) =>
      paths(to, [{ name: 'policy', document: doc(...(statements as never[])) }]).nobody;
    const allowed = statement('Allow', { Principal: { AWS: [user] } });
    expect(verdicts([allowed])).toBe('proven');
    expect(verdicts([statement('Allow', { Principal: { AWS: 'AIDAEXAMPLEGONE00000' } })])).toBe('none');
    expect(verdicts([statement('Allow', { Principal: { AWS: iamArn('root') } })])).toBe('none');
    expect(verdicts([statement('Allow', { Principal: { Service: 'events.amazonaws.com' } })])).toBe('none');
    expect(verdicts([allowed, statement('Deny', { Principal: '*', Action: '*' })])).toBe('none');
    expect(verdicts([allowed, statement('Deny', { NotPrincipal: { AWS: [user, iamArn('root')] } })])).toBe('proven');
    const { Action: _action, ...nothing } = statement('Allow', { Principal: '*', NotAction: 'iam:*' }) as {
      Action?: unknown;
    };
    expect(verdicts([nothing])).toBe('proven');
  });
});
