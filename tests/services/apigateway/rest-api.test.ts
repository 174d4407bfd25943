import { describe, expect, it } from 'vitest';
import { integrationOf } from '../../../src/services/apigateway/integration.ts';
import { policyText, restApi } from '../../../src/services/apigateway/rest-api.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const fn = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const invocations = (target: string): string =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${target}/invocations`;
const document =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:eu-west-1:111122223333:abc123/*"}]}';
const escaped = document.replaceAll('"', '\\"');

describe('AWS::ApiGateway::RestApi', () => {
  it('lists the APIs of every page with what decides who reaches them', async () => {
    const { records, sent } = await collectType(restApi, [], {
      GetRestApis: ({ position }: { position?: string }) =>
        position === undefined
          ? {
              items: [
                {
                  id: 'abc123',
                  name: 'shop',
                  description: 'not kept',
                  createdDate: new Date(0),
                  endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
                  policy: escaped,
                  disableExecuteApiEndpoint: true,
                  securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
                  endpointAccessMode: 'STRICT',
                  tags: { team: 'shop' },
                },
              ],
              position: 'more',
            }
          : { items: [{ id: 'def456' }] },
    });
    expect(records.map(({ item }) => item)).toEqual([
      {
        id: 'abc123',
        name: 'shop',
        tags: { team: 'shop' },
        endpointTypes: ['REGIONAL'],
        policy: document,
        defaultEndpointDisabled: true,
        securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
        endpointAccessMode: 'STRICT',
      },
      { id: 'def456', name: 'def456', tags: {}, endpointTypes: [], policy: undefined, defaultEndpointDisabled: false },
    ]);
    expect(records[0]?.arn).toBe('arn:aws:apigateway:eu-west-1::/restapis/abc123');
    expect(sent).toHaveLength(2);
  });

  it('reads the methods of every page with what answers them', async () => {
    const { records, sent } = await collectType(restApi, ['methods', 'domains'], {
      GetRestApis: { items: [{ id: 'abc123', name: 'shop' }] },
      GetResources: ({ position }: { position?: string }) =>
        position === undefined
          ? {
              items: [
                { id: 'r', path: '/' },
                {
                  id: 's',
                  path: '/orders/{id}',
                  resourceMethods: {
                    GET: {
                      httpMethod: 'GET',
                      authorizationType: 'NONE',
                      apiKeyRequired: true,
                      methodIntegration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: invocations(fn) },
                    },
                    OPTIONS: { authorizationType: 'NONE', methodIntegration: { type: 'MOCK' } },
                  },
                },
              ],
              position: 'more',
            }
          : { items: [{ path: '/admin', resourceMethods: { ANY: { authorizationType: 'AWS_IAM' } } }] },
    });
    expect(records[0]?.outcomes['methods']).toEqual({
      kind: 'present',
      value: [
        {
          path: '/orders/{id}',
          verb: 'GET',
          authorization: 'NONE',
          apiKeyRequired: true,
          integration: { kind: 'function', arn: fn, credentials: undefined },
        },
        { path: '/orders/{id}', verb: 'OPTIONS', authorization: 'NONE', apiKeyRequired: false, integration: undefined },
        { path: '/admin', verb: 'ANY', authorization: 'AWS_IAM', apiKeyRequired: false, integration: undefined },
      ],
    });
    // an API with an endpoint of its own is not looked for behind custom domain names
    expect(records[0]?.outcomes['domains']).toEqual({ kind: 'present', value: [] });
    expect(sent.slice(1).map(({ operation, input }) => [operation, input['embed'], input['limit']])).toEqual([
      ['GetResources', ['methods'], 500],
      ['GetResources', ['methods'], 500],
    ]);
  });

  it('finds the custom domain names of an API without an endpoint of its own', async () => {
    const { records, sent } = await collectType(restApi, ['domains'], {
      GetRestApis: {
        items: [
          { id: 'abc123', disableExecuteApiEndpoint: true },
          { id: 'def456', disableExecuteApiEndpoint: true },
        ],
      },
      GetDomainNames: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { Items: [{ DomainName: 'api.example.com' }], NextToken: 'more' }
          : {
              Items: [
                {
                  DomainName: 'partner.example.com',
                  MutualTlsAuthentication: { TruststoreUri: 's3://trust/store.pem' },
                  RoutingMode: 'ROUTING_RULE_THEN_API_MAPPING',
                },
              ],
            },
      GetApiMappings: ({ DomainName, NextToken }: { DomainName: string; NextToken?: string }) =>
        DomainName === 'partner.example.com'
          ? { Items: [{ ApiId: 'def456', Stage: 'prod', ApiMappingKey: 'v1' }] }
          : NextToken === undefined
            ? { Items: [{ ApiId: 'other', Stage: 'prod' }], NextToken: 'more' }
            : { Items: [{ ApiId: 'abc123', Stage: 'prod' }] },
    });
    expect(records.map(({ outcomes }) => outcomes['domains'])).toEqual([
      {
        kind: 'present',
        value: [{ domain: 'api.example.com', stage: 'prod', key: '', mutualTls: false, rules: false }],
      },
      {
        kind: 'present',
        value: [{ domain: 'partner.example.com', stage: 'prod', key: 'v1', mutualTls: true, rules: true }],
      },
    ]);
    expect(sent.filter(({ operation }) => operation === 'GetDomainNames')).toHaveLength(2);
  });

  it.each([
    ['GetRestApis', ['methods']],
    ['GetResources', ['methods']],
    ['GetDomainNames', ['domains']],
  ])('names the action when %s is denied', async (operation, facets) => {
    const { records, gap } = await collectType(restApi, facets, {
      GetRestApis: { items: [{ id: 'abc123', disableExecuteApiEndpoint: true }] },
      [operation]: awsError('AccessDeniedException', 'not authorized to perform: apigateway:GET', 403),
    });
    expect(gap ?? records[0]?.outcomes[facets[0] ?? '']).toMatchObject({ kind: 'denied', actions: ['apigateway:GET'] });
  });

  it('takes an API that was deleted meanwhile for one without methods', async () => {
    const { records } = await collectType(restApi, ['methods'], {
      GetRestApis: { items: [{ id: 'abc123' }] },
      GetResources: awsError('NotFoundException', 'Invalid API identifier specified', 404),
    });
    expect(records[0]?.outcomes['methods']).toEqual({ kind: 'absent', code: 'NotFoundException' });
  });
});

it.each([
  ['escaped once more, as the API gives it', escaped, document],
  ['as it was written', document, document],
  ['empty', '', undefined],
  ['missing', undefined, undefined],
  ['cut off', '{"Version', '{"Version'],
])('reads a policy that is %s', (_, given, expected) => {
  expect(policyText(given)).toBe(expected);
});

const role = 'arn:aws:iam::111122223333:role/api';
it.each([
  ['a function', { type: 'AWS_PROXY', uri: invocations(fn) }, { kind: 'function', arn: fn, credentials: undefined }],
  [
    'an alias',
    { type: 'AWS', uri: invocations(`${fn}:live`) },
    { kind: 'function', arn: `${fn}:live`, credentials: undefined },
  ],
  [
    'a function called with a role',
    { type: 'AWS_PROXY', uri: invocations(fn), credentials: role },
    { kind: 'function', arn: fn, credentials: role },
  ],
  [
    'a function that streams',
    {
      type: 'AWS_PROXY',
      uri: `arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/${fn}/response-streaming-invocations`,
    },
    { kind: 'function', arn: fn, credentials: undefined },
  ],
  ['a function of an HTTP API', { type: 'AWS_PROXY', uri: fn }, { kind: 'function', arn: fn, credentials: undefined }],
  [
    'a function that a stage variable names',
    { type: 'AWS_PROXY', uri: invocations('arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}') },
    { kind: 'function', arn: undefined, credentials: undefined },
  ],
  [
    'a queue',
    { type: 'AWS', uri: 'arn:aws:apigateway:eu-west-1:sqs:path/111122223333/orders', credentials: role },
    { kind: 'service', service: 'sqs', credentials: role },
  ],
  [
    'a queue of an HTTP API',
    { type: 'AWS_PROXY', subtype: 'SQS-SendMessage', credentials: role },
    { kind: 'service', service: 'sqs', credentials: role },
  ],
  [
    'a service called as the caller',
    { type: 'AWS', uri: 'arn:aws:apigateway:eu-west-1:s3:path/b', credentials: 'arn:aws:iam::*:user/*' },
    undefined,
  ],
  ['a server', { type: 'HTTP_PROXY', uri: 'https://user:pass@example.com' }, undefined],
  ['nothing', { type: 'MOCK' }, undefined],
])('knows what answers: %s', (_, given, expected) => {
  expect(integrationOf(given)).toEqual(expected);
});
