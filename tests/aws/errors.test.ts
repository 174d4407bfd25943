import { describe, expect, it } from 'vitest';
import { classify, codeOf, deniedByOf, retryOf } from '../../src/aws/errors.ts';
import { awsError } from '../helpers/resource-suite.ts';

const actions = ['s3:GetBucketPolicy'];

describe('classify', () => {
  it.each([
    [
      'a code the facet declares as a fact',
      awsError('NoSuchBucketPolicy', '', 404),
      ['NoSuchBucketPolicy'],
      { kind: 'absent', code: 'NoSuchBucketPolicy' },
    ],
    [
      'a declared code although its status is 403',
      awsError('AccessDeniedException', 'vault does not exist', 403),
      ['AccessDeniedException'],
      { kind: 'absent' },
    ],
    [
      'AccessDenied',
      awsError('AccessDenied', 'Access Denied', 403),
      [],
      { kind: 'denied', actions, by: 'unspecified' },
    ],
    [
      'UnauthorizedOperation of EC2',
      awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403),
      [],
      { kind: 'denied' },
    ],
    [
      'any 403, e.g. of a HEAD answer without a code',
      awsError('Unknown', '', 403),
      [],
      { kind: 'denied', code: 'HTTP 403' },
    ],
    ['a 501', awsError('NotImplemented', '', 501), [], { kind: 'failed', code: 'NotImplemented' }],
    [
      'an operation the service does not know',
      awsError('UnknownOperationException', '', 400),
      [],
      { kind: 'unsupported' },
    ],
    [
      'a host that does not exist',
      Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' }),
      [],
      { kind: 'unsupported' },
    ],
    ['a region that is not enabled', awsError('OptInRequired', '', 403), [], { kind: 'failed', code: 'OptInRequired' }],
    ['a token the region does not know', awsError('UnrecognizedClientException', '', 400), [], { kind: 'failed' }],
    [
      'throttling to the end',
      awsError('ThrottlingException', 'Rate exceeded', 400),
      [],
      { kind: 'failed', code: 'ThrottlingException' },
    ],
    [
      'throttling with status 403 and a denied-looking text',
      awsError('RequestThrottled', 'not authorized to exceed', 403),
      [],
      { kind: 'failed' },
    ],
    ['a server error', awsError('InternalError', '', 500), [], { kind: 'failed' }],
    [
      'not found without a declaration',
      awsError('ResourceNotFoundException', '', 404),
      [],
      { kind: 'failed', code: 'ResourceNotFoundException' },
    ],
    ['an error of our own code', new TypeError('x is not iterable'), [], { kind: 'failed', code: 'TypeError' }],
    ['something that is no error', 'boom', [], { kind: 'failed' }],
  ])('takes %s for what it is', (_name, error, absentOn, expected) => {
    expect(classify(error, actions, absentOn as string[])).toMatchObject(expected);
  });

  it('keeps only the first line of a message, bounded', () => {
    const outcome = classify(new Error(`first\nsecond ${'x'.repeat(500)}`), actions);
    expect(outcome).toMatchObject({ message: 'first' });
    expect(classify(new Error('y'.repeat(500)), actions)).toMatchObject({
      message: expect.stringMatching(/^y{200}…$/) as string,
    });
  });
});

describe('deniedByOf', () => {
  it.each([
    [
      'User: u is not authorized to perform: s3:X because no identity-based policy allows the s3:X action',
      'missing-permission',
    ],
    ['… is not authorized to perform: s3:X with an explicit deny in a service control policy', 'scp'],
    ['… with an explicit deny in a resource control policy', 'rcp'],
    ['… with an explicit deny in an identity-based policy', 'identity-policy'],
    ['… because no permissions boundary allows the action', 'permissions-boundary'],
    ['… because no session policy allows the action', 'session-policy'],
    ['… with an explicit deny in a VPC endpoint policy', 'vpc-endpoint-policy'],
    ['… with an explicit deny in a resource-based policy', 'resource-policy'],
    ['Access Denied', 'unspecified'],
  ])('reads "%s" as %s', (message, by) => expect(deniedByOf(message)).toBe(by));
});

describe('retryOf', () => {
  it.each([
    ['Throttling', 400, 'throttled'],
    ['SlowDown', 503, 'throttled'],
    ['Whatever', 429, 'throttled'],
    ['InternalFailure', 500, 'transient'],
    ['Whatever', 502, 'transient'],
    ['NotImplemented', 501, 'none'],
    ['AccessDenied', 403, 'none'],
    ['ValidationError', 400, 'none'],
  ])('%s with status %d is %s', (name, status, expected) => expect(retryOf(awsError(name, '', status))).toBe(expected));

  it.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE'])('tries again after %s', (code) => {
    expect(retryOf(Object.assign(new Error('x'), { code }))).toBe('transient');
  });

  it('tries again when a good answer arrived broken', () => {
    expect(
      retryOf(Object.assign(new SyntaxError('Unexpected end of JSON input'), { $metadata: { httpStatusCode: 200 } })),
    ).toBe('transient');
  });
});

it('codeOf names a broken answer', () => expect(codeOf(new SyntaxError('Unexpected token'))).toBe('MalformedAnswer'));
