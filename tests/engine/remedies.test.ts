import { describe, expect, it } from 'vitest';
import { remediesFor } from '../../src/engine/remedies.ts';
import type { DeniedBy } from '../../src/aws/outcome.ts';

const denied = (deniedBy: DeniedBy | undefined, ...actions: string[]) => ({
  kind: 'denied' as const,
  actions,
  ...(deniedBy === undefined ? {} : { deniedBy }),
});

describe('remediesFor', () => {
  it('adds to the caller what no policy allows, each once and in order', () => {
    const gaps = [
      denied('missing-permission', 's3:GetBucketAcl', 'kms:ListKeys'),
      denied('unspecified', 's3:GetBucketAcl'),
      denied(undefined, 'ec2:DescribeRegions'),
    ];
    expect(remediesFor(gaps)).toEqual({ grant: ['ec2:DescribeRegions', 'kms:ListKeys', 's3:GetBucketAcl'], ask: [] });
  });

  it.each([
    ['scp', /^A service control policy denies a:B, c:D: ask whoever administers the organization/],
    ['rcp', /^A resource control policy denies a:B, c:D: ask whoever administers the organization/],
    ['identity-policy', /^A policy of the caller's own denies a:B, c:D/],
    ['permissions-boundary', /^The caller's permissions boundary leaves out a:B, c:D/],
    ['session-policy', /session leaves out a:B, c:D/],
    ['resource-policy', /^The resource's own policy denies a:B, c:D/],
    ['vpc-endpoint-policy', /VPC endpoint denies a:B, c:D/],
  ] as const)('does not tell to add what is denied by: %s', (by, sentence) => {
    const { grant, ask } = remediesFor([denied(by, 'c:D'), denied(by, 'a:B'), denied('missing-permission', 'x:Y')]);
    expect(grant).toEqual(['x:Y']);
    expect(ask).toEqual([expect.stringMatching(sentence)]);
  });

  it('never tells to allow decrypting with every key', () => {
    const { grant, ask } = remediesFor([denied('unspecified', 'kms:Decrypt', 'a:B')]);
    expect(grant).toEqual(['a:B']);
    expect(ask).toEqual([expect.stringContaining('these keys only')]);
  });

  it('has nothing to say of failures', () => {
    expect(remediesFor([{ kind: 'failed', actions: ['a:B'] }])).toEqual({ grant: [], ask: [] });
  });
});
