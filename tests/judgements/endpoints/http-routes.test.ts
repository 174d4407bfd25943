import { describe, expect, it } from 'vitest';
import { openRoutesOfHttpApi } from '../../../src/judgements/endpoints/http-routes.ts';

const fn = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const route = (more: object = {}) => ({
  key: 'GET /orders/{id}',
  authorization: 'NONE' as string | undefined,
  apiKeyRequired: false,
  integration: 'i1' as string | undefined,
  ...more,
});
const api = {
  id: 'h1',
  name: 'shop',
  account: '111122223333',
  partition: 'aws',
  region: 'eu-west-1',
  protocol: 'HTTP' as string | undefined,
  endpoint: 'https://h1.execute-api.eu-west-1.amazonaws.com',
  defaultEndpointDisabled: false,
  routes: [route()],
  integrations: { i1: { kind: 'function' as const, arn: fn, credentials: undefined } },
  stages: [{ name: '$default', deployed: true }],
  domains: [],
};
const domain = { domain: 'api.example.com', stage: '$default', key: '', mutualTls: false, rules: false };
const webSocket = {
  protocol: 'WEBSOCKET',
  endpoint: 'wss://w1.execute-api.eu-west-1.amazonaws.com',
  stages: [{ name: 'prod', deployed: true }],
};
const send = route({ key: 'send' });

type Given = Partial<Parameters<typeof openRoutesOfHttpApi>[0]>;
const cases: readonly [string, Given, 'no' | 'yes' | 'perhaps', RegExp?][] = [
  [
    'a route without authorizer',
    {},
    'yes',
    /^at https:\/\/h1\.execute-api\.eu-west-1\.amazonaws\.com \(GET \/orders\/\{id\}\)$/,
  ],
  ['a stage with a name', { stages: [{ name: 'prod', deployed: true }] }, 'yes', /amazonaws\.com\/prod \(/],
  ['a stage to which nothing was deployed', { stages: [{ name: 'prod', deployed: false }] }, 'no'],
  ['no stage', { stages: [] }, 'no'],
  ['a token', { routes: [route({ authorization: 'JWT' })] }, 'no'],
  ['an authorizer', { routes: [route({ authorization: 'CUSTOM' })] }, 'no'],
  ['a signature', { routes: [route({ authorization: 'AWS_IAM' })] }, 'no'],
  [
    'one open route among guarded ones',
    { routes: [route({ authorization: 'JWT' }), route({ key: '$default' })] },
    'yes',
    /\(\$default\)/,
  ],
  ['a route that leads nowhere', { routes: [route({ integration: undefined })] }, 'no'],
  ['a route to somebody else', { integrations: {} }, 'no'],
  ['its own endpoint switched off', { defaultEndpointDisabled: true }, 'no'],
  [
    'a custom domain name instead',
    { defaultEndpointDisabled: true, domains: [domain] },
    'yes',
    /^at https:\/\/api\.example\.com \(/,
  ],
  [
    'a custom domain name that asks for certificates',
    { defaultEndpointDisabled: true, domains: [{ ...domain, mutualTls: true }] },
    'no',
  ],
  ['an API that is gone', { routes: undefined, integrations: undefined, stages: undefined }, 'no'],
  ['a WebSocket API', { ...webSocket, routes: [route({ key: '$connect' }), send] }, 'yes', /^at wss:\/\//],
  [
    'a WebSocket API that asks at the door',
    { ...webSocket, routes: [route({ key: '$connect', authorization: 'CUSTOM' }), send] },
    'no',
  ],
  ['a WebSocket API without a route for connecting', { ...webSocket, routes: [send] }, 'yes'],
  [
    'a WebSocket API with keys',
    { ...webSocket, routes: [route({ key: '$connect', apiKeyRequired: true, integration: undefined }), send] },
    'perhaps',
    /API key/,
  ],
];

describe('what strangers reach through an HTTP or WebSocket API', () => {
  it.each(cases)('%s', (_, given, expected, via) => {
    const routes = openRoutesOfHttpApi({ ...api, ...given });
    const [first] = routes;
    expect(first === undefined ? 'no' : first.unsure ? 'perhaps' : 'yes').toBe(expected);
    if (via !== undefined) expect(first?.via).toMatch(via);
  });
});
