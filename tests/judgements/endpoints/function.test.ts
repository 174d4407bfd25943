import { describe, expect, it } from 'vitest';
import { type FunctionFacts, waysToFunction } from '../../../src/judgements/endpoints/function.ts';

const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const options = { account: '111122223333', now: new Date('2026-06-01T00:00:00Z') };

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
const url = (authType: string, on = arn, principal: unknown = '*') => ({
  Principal: principal,
  Action: 'lambda:InvokeFunctionUrl',
  Resource: on,
  Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': authType } },
});
const invoke = (on = arn, principal: unknown = '*') => ({
  Principal: principal,
  Action: 'lambda:InvokeFunction',
  Resource: on,
  Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
});
const open = { qualifier: undefined, url: 'https://x.lambda-url.eu-west-1.on.aws/', authType: 'NONE' };
const signed = { ...open, authType: 'AWS_IAM' };
const ofAlias = { ...open, qualifier: 'live' };

type Expected = 'no' | 'yes' | 'perhaps';
const cases: readonly [string, Omit<FunctionFacts, 'arn'>, Expected, RegExp?][] = [
  [
    'a URL without authentication and both permissions for everybody',
    { urls: [open], policy: policy(url('NONE'), invoke()) },
    'yes',
    /at https:\/\/x\.lambda-url/,
  ],
  [
    'the same permissions in one statement without conditions',
    {
      urls: [open],
      policy: policy({ Principal: '*', Action: ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'], Resource: arn }),
    },
    'yes',
  ],
  [
    'only the permission that sufficed until October 2025',
    { urls: [open], policy: policy(url('NONE')) },
    'perhaps',
    /not lambda:InvokeFunction, .*October 2025/,
  ],
  ['only lambda:InvokeFunction through a URL', { urls: [open], policy: policy(invoke()) }, 'no'],
  ['a URL without authentication and no policy', { urls: [open], policy: null }, 'no'],
  [
    'a policy for one account',
    { urls: [open], policy: policy(url('NONE', arn, { AWS: '999900001111' }), invoke(arn, { AWS: '999900001111' })) },
    'no',
  ],
  [
    'a policy for CloudFront',
    { urls: [open], policy: policy(url('NONE', arn, { Service: 'cloudfront.amazonaws.com' })) },
    'no',
  ],
  [
    'a denial for everybody',
    {
      urls: [open],
      policy: policy(url('NONE'), invoke(), {
        Effect: 'Deny',
        Principal: '*',
        Action: 'lambda:InvokeFunctionUrl',
        Resource: arn,
      }),
    },
    'no',
  ],
  [
    'a condition on the address',
    {
      urls: [open],
      policy: policy({ ...url('NONE'), Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }, invoke()),
    },
    'no',
  ],
  [
    'a condition that is not known',
    {
      urls: [open],
      policy: policy({ ...url('NONE'), Condition: { StringNewly: { 'lambda:Whatever': 'x' } } }, invoke()),
    },
    'perhaps',
  ],
  ['a policy that could not be read', { urls: [open] }, 'perhaps', /was not read/],
  ['a policy that is cut off', { urls: [open], policy: '{"Statement": [{"Effect": "Al' }, 'perhaps'],
  ['a URL that asks for a signature, for the account', { urls: [signed], policy: null }, 'no'],
  [
    'a URL that asks for a signature of anybody',
    { urls: [signed], policy: policy(url('AWS_IAM'), invoke()) },
    'yes',
    /by any AWS account/,
  ],
  [
    'a policy for NONE on a URL that asks for a signature',
    { urls: [signed], policy: policy(url('NONE'), invoke()) },
    'no',
  ],
  [
    'an alias whose own policy allows',
    { urls: [ofAlias], policy: null, urlPolicies: { live: policy(url('NONE', `${arn}:live`), invoke(`${arn}:live`)) } },
    'yes',
  ],
  [
    'an alias without a policy on a function that allows',
    { urls: [ofAlias], policy: policy(url('NONE'), invoke()), urlPolicies: {} },
    'no',
  ],
  ['an alias whose policy could not be read', { urls: [ofAlias], policy: null }, 'perhaps'],
  [
    'lambda:InvokeFunction for everybody and no URL',
    { urls: [], policy: policy({ Principal: '*', Action: 'lambda:InvokeFunction', Resource: arn }) },
    'yes',
    /by lambda:InvokeFunction from any AWS account/,
  ],
  [
    'lambda:AddPermission for everybody',
    { urls: [], policy: policy({ Principal: '*', Action: 'lambda:AddPermission', Resource: arn }) },
    'yes',
    /by lambda:AddPermission/,
  ],
  [
    'reading for everybody',
    { urls: [], policy: policy({ Principal: '*', Action: 'lambda:GetFunction', Resource: arn }) },
    'no',
  ],
  ['a policy for a URL that is not there', { urls: [], policy: policy(url('NONE'), invoke()) }, 'no'],
  [
    'a policy for a URL where URLs were not read',
    { policy: policy(url('NONE'), invoke()) },
    'perhaps',
    /URLs were not read/,
  ],
  [
    'an inner policy where URLs were not read',
    {
      policy: policy({
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: arn,
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
    },
    'no',
  ],
  ['nothing read', {}, 'no'],
];

describe('ways to a function from outside', () => {
  it.each(cases)('%s', (_, facts, expected, via) => {
    const ways = waysToFunction({ arn, ...facts }, options);
    const [first] = ways;
    expect(first === undefined ? 'no' : first.unsure === true ? 'perhaps' : 'yes').toBe(expected);
    if (via !== undefined) expect(first?.via).toMatch(via);
  });

  it('puts what is sure first', () => {
    const ways = waysToFunction({ arn, urls: [ofAlias, open], policy: policy(url('NONE'), invoke()) }, options);
    expect(ways.map(({ unsure }) => unsure ?? false)).toEqual([false, true]);
  });
});
