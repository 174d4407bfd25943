import { describe, expect, it } from 'vitest';
import { balancer, listener, network, targets } from '../network/reach/world.ts';
import { type NetworkValues, networksOf } from '../../../src/judgements/network/network.ts';
import { type EndpointValues, endpointsOf } from '../../../src/judgements/endpoints/endpoints.ts';

const at = { account: '111122223333', partition: 'aws', region: 'eu-west-1', tags: {} };
const arn = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;
const statement = (action: string, on: string, more: object = {}) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: action,
  Resource: on,
  ...more,
});
const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const forUrl = (on: string): string =>
  policy(
    statement('lambda:InvokeFunctionUrl', on, {
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
    }),
    statement('lambda:InvokeFunction', on, { Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } }),
  );
const forApi = (on: string): string =>
  policy(statement('lambda:InvokeFunction', on, { Principal: { Service: 'apigateway.amazonaws.com' } }));

const fn = (name: string) => ({ ...at, id: name, name, arn: arn(name), role: role(name) });
const url = { qualifier: undefined, url: 'https://x.lambda-url.eu-west-1.on.aws/', authType: 'NONE' };
const restApi = (integration: object, more: object = {}) => ({
  ...at,
  id: 'abc123',
  name: 'shop',
  arn: 'arn:aws:apigateway:eu-west-1::/restapis/abc123',
  endpointTypes: ['REGIONAL'],
  policy: undefined,
  defaultEndpointDisabled: false,
  domains: [],
  methods: [{ path: '/', verb: 'ANY', authorization: 'NONE', apiKeyRequired: false, integration }],
  ...more,
});
const stage = { ...at, id: 'abc123/prod', name: 'shop/prod', arn: 's', restApiId: 'abc123', stageName: 'prod' };
const httpApi = (integration: object) => ({
  ...at,
  id: 'h1',
  name: 'chat',
  arn: 'arn:aws:apigateway:eu-west-1::/apis/h1',
  protocol: 'HTTP',
  endpoint: 'https://h1.execute-api.eu-west-1.amazonaws.com',
  defaultEndpointDisabled: false,
  routes: [{ key: '$default', authorization: 'NONE', apiKeyRequired: false, integration: 'i1' }],
  integrations: { i1: integration },
  stages: [{ name: '$default', deployed: true }],
  domains: [],
});
const toFunction = (name: string, more: object = {}) => ({
  kind: 'function',
  arn: arn(name),
  credentials: undefined,
  ...more,
});
const nothing = { functions: [], functionUrls: [], functionPolicies: [], restApis: [], restStages: [], httpApis: [] };

type Given = Partial<Record<keyof typeof nothing, readonly object[]>>;
const judge = (given: Given, unreadAlong = {}) => {
  const values = { ...nothing, ...given } as unknown as EndpointValues & NetworkValues;
  return endpointsOf(at, 'subnets' in given ? { ...values, network: networksOf(values, unreadAlong) } : values, {
    now: Date.parse('2026-06-01'),
    unreadAlong,
  });
};
const shop = fn('shop');
const withPolicy = (text: string | undefined) => ({ functions: [shop], functionPolicies: [{ ...shop, policy: text }] });
const denied = (action: string) => ({
  actions: [action],
  cause: `${action} denied: no policy allows it (AccessDenied)`,
});

describe('functions and APIs that strangers reach', () => {
  it('knows a function by its URL, with the role that it runs with', () => {
    const { endpoints, missing } = judge({
      ...withPolicy(forUrl(shop.arn)),
      functionUrls: [{ ...shop, urls: [url], urlPolicies: {} }],
    });
    expect(endpoints).toEqual([
      {
        kind: 'function',
        arn: shop.arn,
        name: 'shop',
        role: role('shop'),
        running: true,
        internet: { via: 'at https://x.lambda-url.eu-west-1.on.aws/' },
      },
    ]);
    expect(missing).toEqual([]);
  });

  it('knows a function by the APIs before it, and counts further ways', () => {
    const { endpoints } = judge({
      ...withPolicy(forApi(shop.arn)),
      restApis: [restApi(toFunction('shop'))],
      restStages: [stage],
      httpApis: [httpApi(toFunction('shop'))],
    });
    expect(endpoints).toHaveLength(1);
    expect(endpoints[0]?.internet).toEqual({
      via: 'through the API shop at https://abc123.execute-api.eu-west-1.amazonaws.com/prod/ (ANY); and in 1 more way',
    });
  });

  it.each([
    ['the function lets no API in', withPolicy(undefined), undefined],
    [
      'the function lets another API in',
      withPolicy(
        policy(
          statement('lambda:InvokeFunction', shop.arn, {
            Principal: { Service: 'apigateway.amazonaws.com' },
            Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:execute-api:eu-west-1:111122223333:other/*' } },
          }),
        ),
      ),
      undefined,
    ],
    ['the policy of the function was not read', { functions: [shop] }, true],
  ])('does not believe that an API gets through when %s', (_, given, unsure) => {
    const { endpoints } = judge({ ...given, httpApis: [httpApi(toFunction('shop'))] });
    const [found] = endpoints;
    expect(found === undefined ? undefined : (found.internet as { unsure?: boolean }).unsure).toBe(unsure);
  });

  it('needs no policy where the API calls with a role', () => {
    const { endpoints } = judge({
      ...withPolicy(undefined),
      httpApis: [httpApi(toFunction('shop', { credentials: role('caller') }))],
    });
    expect(endpoints).toMatchObject([{ role: role('shop') }]);
    expect(endpoints[0]?.internet).not.toHaveProperty('unsure');
  });

  it('is not sure of an alias, whose policy is another', () => {
    const { endpoints } = judge({
      ...withPolicy(forApi(shop.arn)),
      httpApis: [httpApi(toFunction('shop', { arn: `${shop.arn}:live` }))],
    });
    expect(endpoints).toMatchObject([{ internet: { unsure: true } }]);
  });

  it('knows an API that calls a service itself', () => {
    const { endpoints } = judge({
      restApis: [restApi({ kind: 'service', service: 'sqs', credentials: role('queue') })],
      restStages: [stage],
    });
    expect(endpoints).toMatchObject([
      { kind: 'api', role: role('queue'), arn: 'arn:aws:apigateway:eu-west-1::/restapis/abc123' },
    ]);
    expect(endpoints[0]?.internet).toMatchObject({
      via: expect.stringMatching(/where the API calls sqs with the role$/) as unknown,
    });
  });

  it('says that a stage variable names the function', () => {
    const { endpoints, missing } = judge({
      functions: [shop],
      httpApis: [httpApi(toFunction('shop', { arn: undefined }))],
    });
    expect(endpoints).toEqual([]);
    expect(missing).toEqual([expect.stringMatching(/^the API chat: a stage variable names the function/)]);
  });

  it('does not take the stage of another region for its own', () => {
    const { endpoints } = judge({
      ...withPolicy(forApi(shop.arn)),
      restApis: [restApi(toFunction('shop'))],
      restStages: [{ ...stage, region: 'us-east-1' }],
    });
    expect(endpoints).toEqual([]);
  });

  it('names what was not read once for each reason', () => {
    const { endpoints, missing } = judge(
      { ...withPolicy(forApi(shop.arn)), restApis: [restApi(toFunction('shop'))] },
      {
        functionUrls: denied('lambda:ListFunctionUrlConfigs'),
        restStages: denied('apigateway:GET'),
        httpApis: denied('apigateway:GET'),
      },
    );
    expect(missing).toEqual([
      'function URLs: lambda:ListFunctionUrlConfigs denied: no policy allows it (AccessDenied)',
      'stages of REST APIs, HTTP and WebSocket APIs: apigateway:GET denied: no policy allows it (AccessDenied)',
    ]);
    expect(endpoints).toMatchObject([{ internet: { unsure: true } }]);
  });
});

describe('functions that load balancers call', () => {
  const forBalancer = policy(
    statement('lambda:InvokeFunction', shop.arn, { Principal: { Service: 'elasticloadbalancing.amazonaws.com' } }),
  );
  const facts = (parts: Parameters<typeof network>[0]) => {
    const { groups, ...rest } = network({
      loadBalancers: [balancer()],
      targetGroups: [targets({ targetType: 'lambda', targets: [{ id: shop.arn, port: undefined, zone: undefined }] })],
      ...parts,
    });
    const here = (list: readonly object[]) => list.map((each) => ({ ...each, region: at.region }));
    return {
      ...Object.fromEntries(
        Object.entries(rest).map(([name, list]) => [name, Array.isArray(list) ? here(list) : list]),
      ),
      securityGroups: here(groups),
    };
  };
  const called = (text: string | undefined, parts: Parameters<typeof network>[0] = {}, unread = {}) =>
    judge({ ...withPolicy(text), ...facts(parts) }, unread);

  it.each<[string, string | undefined, Parameters<typeof network>[0], RegExp | undefined]>([
    ['faces the internet', forBalancer, {}, /^through the load balancer web \(HTTPS 443\) and its target group app$/],
    ['is internal', forBalancer, { loadBalancers: [balancer({ scheme: 'internal' })] }, undefined],
    [
      'may not call it',
      policy(statement('lambda:InvokeFunction', shop.arn, { Principal: { Service: 's3.amazonaws.com' } })),
      {},
      undefined,
    ],
    [
      'sends to another group',
      forBalancer,
      { loadBalancers: [balancer({ listeners: [listener(443, 'HTTPS', ['tg-2'])] })] },
      undefined,
    ],
    [
      'asks clients to log in',
      forBalancer,
      {
        loadBalancers: [
          balancer({ listeners: [listener(443, 'HTTPS', ['tg-1'], { authentication: ['authenticate-oidc'] })] }),
        ],
      },
      /authenticate-oidc/,
    ],
  ])('are known when it %s', (_, text, parts, via) => {
    const [found] = called(text, parts).endpoints;
    const internet = found?.internet;
    if (via === undefined) expect(internet).toBeUndefined();
    else expect(typeof internet === 'object' ? internet.via : internet).toMatch(via);
  });

  it('are missing where target groups were not read, and only where a policy lets load balancers call', () => {
    const unread = { targetGroups: denied('elasticloadbalancing:DescribeTargetGroups') };
    expect(called(forBalancer, { targetGroups: [] }, unread).missing).toEqual([
      expect.stringMatching(/target groups were not read/),
    ]);
    expect(called(forUrl(shop.arn), { targetGroups: [] }, unread).missing).toEqual([]);
  });
});
