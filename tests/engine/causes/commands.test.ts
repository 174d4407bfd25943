import { describe, expect, it } from 'vitest';
import { asksForValues, changeOf, withoutParts, withoutRegion } from '../../../src/engine/causes/commands.ts';

describe('what a command changes', () => {
  it.each([
    [
      `aws s3api put-bucket-policy --bucket logs --policy '{"a": "b c"}' --region eu-west-1`,
      's3api put-bucket-policy --bucket --policy',
      ['logs'],
    ],
    [
      `aws iam detach-role-policy --role-name app --policy-arn arn:aws:iam::aws:policy/X`,
      'iam detach-role-policy --role-name --policy-arn',
      ['app', 'arn:aws:iam::aws:policy/X'],
    ],
    [`aws ec2 x --resource-ids=vpc-1 --dry-run`, 'ec2 x --resource-ids --dry-run', ['vpc-1']],
    [`aws ec2 x --resource-ids vpc-1 vpc-2`, 'ec2 x --resource-ids', ['vpc-1', 'vpc-2']],
    [
      `aws guardduty update-detector --detector-id 'd 1' '--features' Name=A`,
      'guardduty update-detector --detector-id --features',
      ['d 1'],
    ],
    [`aws ec2 enable-ebs-encryption-by-default --region us-east-1`, 'ec2 enable-ebs-encryption-by-default', []],
  ])('%s', (line, what, names) => {
    expect(changeOf(line)).toEqual({ what, names });
  });

  it.each(['', 'aws', 'aws iam', 'terraform apply', 'echo aws s3 rm'])('nothing: %j', (line) => {
    expect(changeOf(line)).toBeUndefined();
  });
});

it('a command without its region is the same everywhere', () => {
  expect(withoutRegion('aws guardduty create-detector --region eu-west-1 --enable')).toBe(
    withoutRegion('aws guardduty create-detector --enable --region us-east-1'),
  );
});

it.each([
  ['aws kms x --key-id KEY_ARN', true],
  ['aws x --emergency-contact-list EmailAddress=EMAIL', true],
  [`aws x --policy-document POLICY_DOCUMENT`, true],
  ['aws x --s3-bucket-name BUCKET', true],
  ['aws x --features Name=RUNTIME_MONITORING,Status=ENABLED', false],
  ['aws x --traffic-type ALL', false],
  [`aws x --rules '[{"SSEAlgorithm":"AES256"}]'`, false],
  ['aws x --name my-KEY_ARN-thing', true],
  ['aws x --name xKEY_ARN', false],
])('whether values are to be filled in: %s: %s', (line, asks) => {
  expect(asksForValues(line)).toBe(asks);
});

describe('commands of one thing', () => {
  const revoke = (...ports: readonly number[]): string =>
    `aws ec2 revoke-security-group-ingress --group-id sg-1 --ip-permissions '${JSON.stringify(ports.map((port) => ({ FromPort: port })))}' --region eu-west-1`;

  it('are said once, and not where another one changes it too', () => {
    expect(withoutParts([revoke(22), revoke(22, 3389), revoke(22), revoke(3389)])).toEqual([revoke(22, 3389)]);
  });

  it('stay where none holds the other', () => {
    expect(withoutParts([revoke(22, 80), revoke(22, 3389)])).toEqual([revoke(22, 80), revoke(22, 3389)]);
  });

  it('stay where they are about other things, or hold what is no JSON', () => {
    const lines = [revoke(22), revoke(22, 80).replace('sg-1', 'sg-2'), `aws x --a '[no json'`, `aws x --a '[no json]'`];
    expect(withoutParts(lines)).toEqual(lines);
  });
});
