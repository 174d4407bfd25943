import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const ids = [
  'iam-root-mfa-enabled',
  'iam-root-hardware-mfa-enabled',
  'iam-user-console-mfa-enabled',
  's3-bucket-not-public',
  'guardduty',
];

describe('nearest', () => {
  it('does not take any word of three letters for another', () => {
    const levels = ['critical', 'high', 'medium', 'low', 'informational', 'none'];
    expect(nearest('new', levels)).toEqual([]);
    expect(nearest('lwo', levels)).toEqual([]);
    expect(nearest('lo', levels)).toEqual(['low']);
    expect(nearest('hihg', levels)).toEqual(['high']);
  });

  it.each<[string, string[]]>([
    ['iam-root-mfa-enabled', ['iam-root-mfa-enabled']],
    ['iam-rot-mfa', ['iam-root-mfa-enabled', 'iam-root-hardware-mfa-enabled']],
    ['hardware', ['iam-root-hardware-mfa-enabled']],
    ['gardduty', ['guardduty']],
    ['GuardDuty', ['guardduty']],
    ['s3-bucket-not-*', ['s3-bucket-not-public']],
    ['mfa', ['iam-root-mfa-enabled', 'iam-user-console-mfa-enabled', 'iam-root-hardware-mfa-enabled']],
    ['zzzzzzzz', []],
    ['abc', []],
    ['*', []],
    ['', []],
  ])('%j: %j', (given, expected) => expect(nearest(given, ids)).toEqual(expected));

  it('offers three at most', () =>
    expect(
      nearest(
        'iam',
        Array.from({ length: 9 }, (_, i) => `iam-${i}`),
      ),
    ).toHaveLength(3));
});
