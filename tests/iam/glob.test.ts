import { describe, expect, it } from 'vitest';
import { compileArnPattern, matchesArn } from '../../src/iam/arn.ts';
import { compileGlob, matchesGlob } from '../../src/iam/glob.ts';
import { holds, isWide, parseCidr } from '../../src/iam/ip.ts';

describe('a glob', () => {
  it.each([
    ['*', '', true],
    ['**', 'anything', true],
    ['s3:get*', 's3:getobject', true],
    ['s3:get*', 's3:putobject', false],
    ['*object', 's3:getobject', true],
    ['s3:*object*', 's3:getobjectacl', true],
    ['s3:?etobject', 's3:getobject', true],
    ['s3:?etobject', 's3:etobject', false],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'acb', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['*?', '', false],
    ['a?*z', 'abz', true],
    ['a.c', 'abc', false],
    ['a[bc]', 'ab', false],
    ['*a*a*b', 'aab', true],
    ['a**b', 'ab', true],
  ])('%s against %s is %s', (pattern, value, expected) => {
    expect(matchesGlob(compileGlob(pattern), value)).toBe(expected);
  });

  it('is matched in linear time, however many stars it has', () => {
    const pattern = compileGlob(`${'*a'.repeat(2000)}*b`);
    const value = 'a'.repeat(100_000);
    const started = performance.now();
    expect(matchesGlob(pattern, value)).toBe(false);
    expect(matchesGlob(compileGlob(`${'*a?'.repeat(500)}b`), value)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('an ARN pattern', () => {
  it.each([
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/a/b:c', true],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket', false],
    ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/a', false],
    ['*', '*', true],
    ['arn:aws:sqs:*:111122223333:q', 'arn:aws:sqs:eu-west-1:111122223333:q', true],
    // a wildcard does not reach over the colons of the first five parts
    ['arn:aws:sqs:*:q', 'arn:aws:sqs:eu-west-1:111122223333:q', false],
    ['arn:aws:sqs*:q', 'arn:aws:sqs:eu-west-1:111122223333:q', false],
    // missing parts are completed by *
    ['arn:aws:sqs', 'arn:aws:sqs:eu-west-1:111122223333:q', true],
    ['arn:aws:iam::111122223333:role/*', '*', false],
    ['arn:aws:lambda:us-east-1:1:function:f:*', 'arn:aws:lambda:us-east-1:1:function:f:live', true],
    ['arn:*:s3:::b', 'arn:aws-cn:s3:::b', true],
  ])('%s against %s is %s', (pattern, value, expected) => {
    expect(matchesArn(compileArnPattern(pattern), value)).toBe(expected);
  });
});

describe('an address range', () => {
  it.each([
    ['192.0.2.0/24', '192.0.2.255', true],
    ['192.0.2.0/24', '192.0.3.0', false],
    ['192.0.2.77/24', '192.0.2.1', true],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['::/0', '::1', true],
    ['::ffff:192.0.2.1', '::ffff:c000:201', true],
    ['10.0.0.1', '10.0.0.1', true],
  ])('%s holds %s: %s', (range, address, expected) => {
    const outer = parseCidr(range);
    const inner = parseCidr(address);
    expect(outer).toBeDefined();
    expect(inner).toBeDefined();
    expect(outer !== undefined && inner !== undefined && holds(outer, inner)).toBe(expected);
  });

  it.each(['300.1.1.1', '1.2.3', '1.2.3.4/33', '2001:db8::/129', ':::', '2001::db8::1', 'x', '', '1.2.3.4/'])(
    '%s is none',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );

  it.each([
    ['10.0.0.0/8', false],
    ['10.0.0.0/7', true],
    ['2001:db8::/32', false],
    ['2001:db8::/31', true],
  ])('%s is too wide to name anybody: %s', (text, expected) => {
    const range = parseCidr(text);
    expect(range !== undefined && isWide(range)).toBe(expected);
  });
});
