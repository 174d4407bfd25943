import { describe, expect, it } from 'vitest';
import { writeAccess, writes } from '../../../src/services/iam/write-access.ts';

const caller = { arn: 'arn:aws:iam::111122223333:role/app', account: '111122223333' };
const allow = (Action: string | string[], Resource: string | string[] = '*') => [
  { name: 'policy', document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] } },
];

describe('writing', () => {
  it.each([
    ['s3:GetObject', false],
    ['S3:getobject', false],
    ['s3:Get*', false],
    ['dynamodb:BatchGetItem', false],
    ['dynamodb:BatchWriteItem', true],
    ['logs:Describe?ogGroups', false],
    ['ec2:*', true],
    ['*', true],
    ['*:*', true],
    ['s3:*Object', true],
    ['acm-pca:IssueCertificate', true],
    ['sts:AssumeRole', true],
    ['sts:GetFederationToken', true],
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
