import { describe, expect, it } from 'vitest';
import { writeAccess, writes } from '../../../src/judgements/policies/write-access.ts';

const caller = { arn: 'arn:aws:iam::111122223333:role/app', account: '111122223333' };
const allow = (Action: string | string[], Resource: string | string[] = '*') => [
  { name: 'policy', document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] } },
];

describe('writing', () => {
  it.each([
    ['s3:GetObject', 'no'],
    ['S3:getobject', 'no'],
    ['s3:Get*', 'no'],
    ['dynamodb:BatchGetItem', 'no'],
    ['dynamodb:BatchWriteItem', 'yes'],
    ['logs:Describe?ogGroups', 'no'],
    ['ec2:*', 'yes'],
    ['*', 'yes'],
    ['*:*', 'yes'],
    ['s3:*Object', 'yes'],
    ['acm-pca:IssueCertificate', 'yes'],
    ['sts:AssumeRole', 'yes'],
    ['sts:GetFederationToken', 'yes'],
    ['access-analyzer:ValidatePolicy', 'no'],
    ['cloudshell:GetFileDownloadUrls', 'yes'],
    ['ecr:BatchCheck*', 'possible'],
    ['constructor:toString', 'yes'],
  ])('%s: %s', (pattern, expected) => {
    expect(writes(pattern)).toBe(expected);
  });

  it('is found on the resources of its statement', () => {
    expect(
      writeAccess(caller, allow(['s3:Get*', 's3:Put*'], ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/${aws:username}/*'])),
    ).toMatchObject({
      answer: 'yes',
      action: 's3:Put*',
      statements: [{ policy: 'policy', index: 0 }],
    });
  });

  it('is not found where only reading is allowed, or nothing', () => {
    expect(writeAccess(caller, allow(['s3:Get*', 's3:List*'])).answer).toBe('no');
    expect(writeAccess(caller, []).answer).toBe('no');
  });
});
