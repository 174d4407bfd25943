import { describe, expect, it } from 'vitest';
import { openRoutesOfRestApi } from '../../../src/judgements/endpoints/rest-routes.ts';
import type { RestMethod } from '../../../src/services/apigateway/rest-api.ts';

const fn = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const method = (more: Partial<RestMethod> = {}): RestMethod => ({
  path: '/orders/{id}',
  verb: 'GET',
  authorization: 'NONE',
  apiKeyRequired: false,
  integration: { kind: 'function', arn: fn, credentials: undefined },
  ...more,
});
const api = {
  id: 'abc123',
  name: 'shop',
  account: '111122223333',
  partition: 'aws',
  region: 'eu-west-1',
  endpointTypes: ['REGIONAL'],
  policy: undefined as string | undefined,
  defaultEndpointDisabled: false,
  methods: [method()],
  domains: [],
  stages: ['prod'] as readonly string[] | undefined,
};
const options = { account: '111122223333', now: new Date('2026-06-01T00:00:00Z') };
const execute = (rest: string): string => `arn:aws:execute-api:eu-west-1:111122223333:abc123/${rest}`;
const policy = (...statements: readonly object[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: execute('*'),
      ...one,
    })),
  });
const domain = { domain: 'api.example.com', stage: 'prod', key: 'v1', mutualTls: false, rules: false };

type Given = Partial<Parameters<typeof openRoutesOfRestApi>[0]>;
const cases: readonly [string, Given, 'no' | 'yes' | 'perhaps', RegExp?][] = [
  [
    'a method without authorizer',
    {},
    'yes',
    /^at https:\/\/abc123\.execute-api\.eu-west-1\.amazonaws\.com\/prod\/orders\/\{id\} \(GET\)$/,
  ],
  ['an API at the edge', { endpointTypes: ['EDGE'] }, 'yes'],
  ['an API that does not say where', { endpointTypes: [] }, 'yes'],
  ['a private API', { endpointTypes: ['PRIVATE'] }, 'no'],
  ['a private API whose policy lets everybody in', { endpointTypes: ['PRIVATE'], policy: policy({}) }, 'no'],
  ['no stage', { stages: [] }, 'no'],
  ['stages that could not be read', { stages: undefined }, 'perhaps', /its stages were not read/],
  ['an authorizer', { methods: [method({ authorization: 'CUSTOM' })] }, 'no'],
  ['a user pool', { methods: [method({ authorization: 'COGNITO_USER_POOLS' })] }, 'no'],
  ['a signature of the own account', { methods: [method({ authorization: 'AWS_IAM' })] }, 'no'],
  [
    'a signature of anybody',
    { methods: [method({ authorization: 'AWS_IAM' })], policy: policy({}) },
    'yes',
    /by any AWS account/,
  ],
  [
    'a signature of one account',
    { methods: [method({ authorization: 'AWS_IAM' })], policy: policy({ Principal: { AWS: '999900001111' } }) },
    'no',
  ],
  ['an API key, which is no authentication', { methods: [method({ apiKeyRequired: true })] }, 'perhaps', /API key/],
  [
    'one open method among guarded ones',
    { methods: [method({ authorization: 'CUSTOM' }), method({ path: '/health' })] },
    'yes',
    /\/prod\/health/,
  ],
  ['methods that nothing of the account answers', { methods: [method({ integration: undefined })] }, 'no'],
  ['a policy for everybody', { policy: policy({}) }, 'yes'],
  ['a policy in the short form', { policy: policy({ Resource: 'execute-api:/*' }) }, 'yes'],
  ['a policy for another path', { policy: policy({ Resource: execute('*/GET/health') }) }, 'no'],
  ['a policy for another stage', { policy: policy({ Resource: execute('test/*') }) }, 'no'],
  ['a policy for this path', { policy: policy({ Resource: execute('prod/GET/orders/*') }) }, 'yes'],
  [
    'any verb, of which the policy leaves one',
    { methods: [method({ verb: 'ANY' })], policy: policy({ Resource: execute('*/POST/*') }) },
    'yes',
  ],
  [
    'a policy for some addresses',
    { policy: policy({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }) },
    'no',
  ],
  [
    'a denial of all other addresses',
    { policy: policy({}, { Effect: 'Deny', Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } }) },
    'no',
  ],
  [
    'a policy for an endpoint of a VPC',
    { policy: policy({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }) },
    'no',
  ],
  ['a policy that is cut off', { policy: '{"Statement": [' }, 'perhaps'],
  ['its own endpoint switched off', { defaultEndpointDisabled: true }, 'no'],
  [
    'a custom domain name instead',
    { defaultEndpointDisabled: true, domains: [domain] },
    'yes',
    /^at https:\/\/api\.example\.com\/v1\/orders/,
  ],
  [
    'a custom domain name for a stage that is gone',
    { defaultEndpointDisabled: true, domains: [domain], stages: ['test'] },
    'no',
  ],
  [
    'a custom domain name that asks for certificates',
    { defaultEndpointDisabled: true, domains: [{ ...domain, mutualTls: true }] },
    'no',
  ],
  [
    'a custom domain name with rules',
    { defaultEndpointDisabled: true, domains: [{ ...domain, rules: true }] },
    'perhaps',
    /routing rules/,
  ],
  ['an API in China', { partition: 'aws-cn', region: 'cn-north-1' }, 'yes', /cn-north-1\.amazonaws\.com\.cn/],
  ['an API that is gone', { methods: undefined }, 'no'],
];

describe('what strangers reach through a REST API', () => {
  it.each(cases)('%s', (_, given, expected, via) => {
    const routes = openRoutesOfRestApi({ ...api, ...given }, options);
    const [first] = routes;
    expect(first === undefined ? 'no' : first.unsure ? 'perhaps' : 'yes').toBe(expected);
    if (via !== undefined) expect(first?.via).toMatch(via);
  });

  it('tells what answers once for many methods', () => {
    const methods = ['/a', '/b', '/c'].map((path) => method({ path }));
    const routes = openRoutesOfRestApi({ ...api, methods, stages: ['prod', 'test'] }, options);
    expect(routes).toHaveLength(1);
    expect(routes[0]?.sources).toContain(execute('test/GET/c'));
  });
});
