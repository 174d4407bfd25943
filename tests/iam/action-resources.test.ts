import { describe, expect, it } from 'vitest';
import { resourcesInstead } from '../../src/iam/action-resources.ts';

const at = (service: string, name = 'x'): string => `arn:aws:${service}:us-east-1:111122223333:${name}`;

// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
describe('the resources that an action can be on', () => {
  it.each([
    ['s3:GetObject', at('sqs'), ['s3', 's3-object-lambda']],
    ['sqs:SendMessage', 'arn:aws:s3:::b', ['sqs']],
    ['SQS:SendMessage', 'arn:aws:s3:::b', ['sqs']],
    ['dynamodb:GetItem', at('rds', 'db:x'), ['dynamodb']],
  ])('%s is not on %s', (action, resource, instead) => {
    expect(resourcesInstead(action, resource)).toEqual(instead);
  });

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::b/k'],
    ['s3:GetObject', '*'],
    ['s3:GetObject', 'arn:aws:*:::b/k'],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/x'],
    ['ssm:StartSession', at('ec2', 'instance/i-1')],
    ['ec2-instance-connect:SendSSHPublicKey', at('ec2', 'instance/i-1')],
    ['rds-data:ExecuteStatement', at('rds', 'cluster:x')],
    ['execute-api:Invoke', at('execute-api', 'x')],
    ['brand-new:Action', at('sqs')],
  ])('%s may be on %s', (action, resource) => {
    expect(resourcesInstead(action, resource)).toBeUndefined();
  });
});
