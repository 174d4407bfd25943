import { describe, expect, it } from 'vitest';
import { lacking, partitionOfPattern, partitions, serviceName } from '../../src/partitions/partitions.ts';
import { authorize } from '../../src/iam/authorize.ts';
import { exposure } from '../../src/iam/exposure/exposure.ts';
import { allowsActionOnAnyResource, grantsAdministrator } from '../../src/iam/document.ts';
import { asCommercial, asOf, partitionNamed } from '../../src/iam/partition.ts';

const ids = partitions.map(({ id }) => id);
const document = (statement: object): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
});

describe('the partition that a document names', () => {
  it.each([
    ['arn:aws:s3:::a', 'aws'],
    ['arn:aws-cn:s3:::a', 'aws-cn'],
    ['arn:aws-us-gov:s3:::a', 'aws-us-gov'],
    ['arn%3Aaws-cn%3As3%3A%3A%3Aa', 'aws-cn'],
    ['arn:aws-*:s3:::a', 'aws'],
    ['arn:*:s3:::a', 'aws'],
    ['arn:aws-unheard:s3:::a', 'aws'],
    ['*', 'aws'],
  ])('of %s is %s', (Resource, id) => {
    expect(partitionNamed(JSON.stringify(document({ Resource })))).toBe(id);
    expect(partitionNamed(document({ Resource }))).toBe(id);
  });

  it('is the commercial one where several are named', () =>
    expect(partitionNamed(document({ Resource: ['arn:aws-cn:s3:::a', 'arn:aws-us-gov:s3:::a'] }))).toBe('aws'));
});

it.each([
  ['arn:aws-cn:s3:::a', 'arn:aws:s3:::a'],
  ['arn:aws:s3:::a', 'arn:aws-other:s3:::a'],
  ['arn:aws-us-gov:s3:::a', 'arn:aws-us-gov:s3:::a'],
  ['arn:aws-*:s3:::a', 'arn:*:s3:::a'],
  ['arn:aws*:s3:::a', 'arn:*:s3:::a'],
  ['arn:aws-us-*:s3:::a', 'arn:aws-other:s3:::a'],
  ['arn%3Aaws-cn%3As3', 'arn%3Aaws%3As3'],
])('%s of a China account is judged as %s', (text, as) => {
  expect(asCommercial({ a: [text] }, 'aws-cn')).toEqual({ a: [as] });
  expect(asCommercial(text, 'aws')).toBe(text);
});

it('keeps the identity of what it translates, and gives names back', () => {
  const value = { a: ['arn:aws-cn:s3:::a'] };
  expect(asCommercial(value, 'aws-cn')).toBe(asCommercial(value, 'aws-cn'));
  expect(asOf(asCommercial(value, 'aws-cn'), 'aws-cn')).toEqual(value);
});

describe.each(ids)('in %s', (id) => {
  it('a policy of everything in the partition is an administrator, and takes in what it does not name', () => {
    const all = document({ Action: '*', Resource: ['*', `arn:${id}:*`] });
    expect(grantsAdministrator(all).answer).toBe('yes');
    const roles = document({ Action: 'sts:AssumeRole', Resource: `arn:${id}:iam::*:role/*` });
    expect(allowsActionOnAnyResource(roles, 'sts:AssumeRole').answer).toBe('yes');
  });

  it.each(['ArnLike', 'StringLike', 'ArnEquals'])(
    'a bucket is open to principals that %s names by pattern',
    (operator) => {
      const policy = document({
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `arn:${id}:s3:::logs/*`,
        Condition: { [operator]: { 'aws:PrincipalArn': `arn:${id}:iam::*:role/*` } },
      });
      const found = exposure({ kind: 's3', arn: `arn:${id}:s3:::logs`, policy }, { account: '111122223333' });
      expect(found.verdict).toBe('any-account');
      expect(found.witness?.principal).toMatch(`arn:${id}:iam::`);
      expect(JSON.stringify(found)).not.toMatch(id === 'aws' ? 'arn:aws-' : 'arn:aws:');
    },
  );
});

describe('names of services', () => {
  it.each([
    ['ec2.amazonaws.com', 'ec2.amazonaws.com'],
    ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com'],
    ['logs.cn-north-1.amazonaws.com.cn', 'logs.cn-north-1.amazonaws.com'],
    ['ec2.c2s.ic.gov', 'ec2.amazonaws.com'],
    ['ec2.sc2s.sgov.gov', 'ec2.amazonaws.com'],
    ['lambda.amazonaws.eu', 'lambda.amazonaws.com'],
    ['example.com', 'example.com'],
    ['amazonaws.com.cn', 'amazonaws.com.cn'],
    ['eks-auth.amazonaws.com.cn.example', 'eks-auth.amazonaws.com.cn.example'],
  ])('%s is %s', (name, as) => expect(serviceName(name)).toBe(as));

  it.each([
    ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com.cn', 'allowed'],
    ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com', 'allowed'],
    ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn', 'allowed'],
    ['lambda.amazonaws.com', 'ec2.amazonaws.com.cn', 'denied'],
  ])('a role may be passed to %s where %s is asked: %s', (named, asked, verdict) => {
    const policy = document({
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:PassedToService': named } },
    });
    const { verdict: found } = authorize({
      caller: { type: 'user', arn: 'arn:aws-cn:iam::111122223333:user/a', account: '111122223333' },
      action: 'iam:PassRole',
      resource: 'arn:aws-cn:iam::111122223333:role/r',
      resourceAccount: '111122223333',
      identity: [{ name: 'p', document: policy }],
      context: { 'iam:PassedToService': asked },
    });
    expect(found).toBe(verdict);
  });
});

it.each([
  ['cn-*', 'aws-cn'],
  ['us-gov-*', 'aws-us-gov'],
  ['us-iso-*', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eusc-*', 'aws-eusc'],
  ['us-*', undefined],
  ['eu-west-1', undefined],
])('the pattern %s asks for %s', (pattern, id) => expect(partitionOfPattern(pattern)?.id).toBe(id));

it.each([
  ['aws', 'root user', false],
  ['aws', 'hardware MFA', false],
  ['aws-us-gov', 'root user', false],
  ['aws-us-gov', 'root sign-in', true],
  ['aws-us-gov', 'hardware MFA', false],
  ['aws-us-gov', 'STS global endpoint', true],
  ['aws-cn', 'root user', true],
  ['aws-cn', 'root sign-in', true],
  ['aws-cn', 'hardware MFA', true],
  ['aws-cn', 'SMS MFA', true],
  ['aws-cn', 'Trusted Advisor API', true],
  ['aws-iso', 'root user', false],
] as const)('%s, %s: lacking is %s', (id, feature, is) => expect(lacking(id, feature) !== undefined).toBe(is));
