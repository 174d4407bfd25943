import { describe, expect, it } from 'vitest';
import { describeGap, isGap } from '../../src/aws/outcome.ts';
import { classify, codeOf, deniedByOf, missingHere, retryOf } from '../../src/aws/errors.ts';
import { resourceTypes } from '../catalogue/load.ts';
import { XmlError } from '../../src/aws/xml-error.ts';
import { awsError } from '../helpers/resource-suite.ts';
import { ForeignAnswer } from '../../src/aws/foreign-answer.ts';

const actions = ['s3:GetBucketPolicy'];

/** The network's error for a host that name servers do not know. */
const notFound = (hostname: string): Error =>
  Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });

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
      awsError('UnknownOperationException', '', 403),
      [],
      { kind: 'failed', message: 'the service does not know the operation' },
    ],
    [
      'a host that does not exist',
      notFound('x.invalid'),
      [],
      { kind: 'failed', code: 'ENOTFOUND', message: 'the host x.invalid does not resolve' },
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

describe('missingHere', () => {
  const patchy = { missingIn: ['ca-west-1', 'cn-north-1'] };
  const here = (error: unknown, region = 'ca-west-1', partition = 'aws'): boolean =>
    missingHere(error, patchy, { region, partition });

  it.each([
    ['codebuild.ca-west-1.amazonaws.com', 'ca-west-1', 'aws'],
    ['codebuild-fips.ca-west-1.amazonaws.com', 'ca-west-1', 'aws'],
    ['codebuild.ca-west-1.api.aws', 'ca-west-1', 'aws'],
    ['codebuild.cn-north-1.amazonaws.com.cn', 'cn-north-1', 'aws-cn'],
  ])('is said of %s, which AWS does not list', (host, region, partition) =>
    expect(here(notFound(host), region, partition)).toBe(true),
  );

  it.each([
    ['a region AWS lists', notFound('codebuild.eu-west-1.amazonaws.com'), 'eu-west-1'],
    ['a host that is not AWS', notFound('x.invalid'), 'ca-west-1'],
    ['a host of another region', notFound('codebuild.eu-west-1.amazonaws.com'), 'ca-west-1'],
    ['an endpoint in a VPC', notFound('vpce-1.codebuild.ca-west-1.vpce.amazonaws.com'), 'ca-west-1'],
    ['an error without a host', Object.assign(new Error('x'), { code: 'ENOTFOUND' }), 'ca-west-1'],
    ['an operation that is not known', awsError('UnknownOperationException', '', 400), 'ca-west-1'],
    ['name servers that do not answer', Object.assign(new Error('x'), { code: 'EAI_AGAIN' }), 'ca-west-1'],
  ])('is not said of %s', (_what, error, region) => expect(here(error, region)).toBe(false));

  it('can be said of the services alone that AWS lists without some regions', () => {
    const services = [...new Set(resourceTypes.map(({ service }) => service))];
    expect(services.length).toBeGreaterThan(25);
    const patchyOnes = services.filter(({ missingIn }) => missingIn.length > 0).map(({ id }) => id);
    expect(patchyOnes).toEqual([
      'accountaccess',
      'bedrock',
      'bedrockagent',
      'bedrockagentcore',
      'cloudhsmv2',
      'codebuild',
      'dax',
      'detective',
      'elasticbeanstalk',
      'glacier',
      'gluedatabrew',
      'inspector',
      'lightsail',
      'macie',
      'memorydb',
      'redshiftserverless',
      'ses',
      'vpclattice',
      'workspaces',
    ]);
  });
});

describe('what an error repeats of the request', () => {
  const id = ['AS', 'IA', 'QWERTYUIOPASDFGH'].join('');
  it('is taken out of messages before they are cut', () => {
    expect(classify(new Error(`the key ${id} is unknown`), actions)).toMatchObject({
      message: 'the key [redacted] is unknown',
    });
    const cut = classify(new Error(`${'y '.repeat(94)}x ${id} ${'z'.repeat(300)}`), actions);
    expect(JSON.stringify(cut)).not.toContain(id.slice(0, 6));
  });

  it('is taken out of codes, which are left alone otherwise', () => {
    expect(codeOf(awsError(`No${id}`, '', 400))).toBe('No[redacted]');
    expect(codeOf(awsError('Client.UnauthorizedOperation', '', 403))).toBe('Client.UnauthorizedOperation');
    expect(codeOf(awsError('', '', 400))).toBe('Error');
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

const policyArn = (id: string, partition = 'aws', kind = 'service'): string =>
  `arn:${partition}:organizations::999999999999:policy/o-exampleorgid/${kind}_control_policy/${id}`;

describe('the policy of an organization that denies', () => {
  const byScp = 'is not authorized to perform: s3:X with an explicit deny in a service control policy';
  it.each<[string, string, string | undefined]>([
    ['named', `${byScp}: ${policyArn('p-0123abcd')}`, 'p-0123abcd'],
    ['in another partition', `${byScp}: ${policyArn('p-0123abcd', 'aws-us-gov')}.`, 'p-0123abcd'],
    [
      'a resource control policy',
      `with an explicit deny in a resource control policy: ${policyArn('p-89abcdef', 'aws', 'resource')}`,
      'p-89abcdef',
    ],
    ['not named', byScp, undefined],
    ['one of several', `${byScp}: ${policyArn('p-0123abcd')}, ${policyArn('p-89abcdef')}`, undefined],
    ['named, and something else denies', `no identity-based policy allows it on ${policyArn('p-0123abcd')}`, undefined],
  ])('is told where it is %s', (_, message, policy) => {
    const gap = classify(Object.assign(new Error(message), { name: 'AccessDeniedException' }), ['s3:X']);
    expect(gap).toMatchObject({ kind: 'denied' });
    expect('policy' in gap ? gap.policy : undefined).toBe(policy);
    if (policy !== undefined && isGap(gap)) expect(describeGap(gap)).toMatch(`control policy denies it, ${policy} (`);
  });
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

  it.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'])('tries again after %s', (code) => {
    expect(retryOf(Object.assign(new Error('x'), { code }))).toBe('transient');
  });

  it('tries again when a good answer arrived broken', () => {
    expect(
      retryOf(Object.assign(new SyntaxError('Unexpected end of JSON input'), { $metadata: { httpStatusCode: 200 } })),
    ).toBe('transient');
  });
});

it.each([new SyntaxError('Unexpected token'), new XmlError('no root element', 3)])(
  'codeOf names a broken answer: %s',
  (error) => expect(codeOf(error)).toBe('MalformedAnswer'),
);

it.each([
  [403, 'none'],
  [401, 'none'],
  [502, 'transient'],
  [503, 'transient'],
  [429, 'throttled'],
] as const)('a page with HTTP %i is no denial of AWS, and is tried again as its status says: %s', (status, retry) => {
  const error = new ForeignAnswer(status, 'an HTML page');
  expect(classify(error, ['s3:ListAllMyBuckets'])).toEqual({
    kind: 'failed',
    actions: ['s3:ListAllMyBuckets'],
    code: 'ForeignAnswer',
    message: `HTTP ${status} with an HTML page: a proxy or firewall?`,
  });
  expect(retryOf(error)).toBe(retry);
});
