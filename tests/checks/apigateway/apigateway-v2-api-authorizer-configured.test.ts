import type { AuthorizationType } from '@aws-sdk/client-apigatewayv2';
import check from '../../../checks/apigateway/apigateway-v2-api-authorizer-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const route = (key: string, authorization: string | undefined, apiKeyRequired = false) => ({
  key,
  authorization: authorization as AuthorizationType | undefined,
  apiKeyRequired,
  integration: 'i1',
});
const socket = (...routes: ReturnType<typeof route>[]) => ({ protocol: 'WEBSOCKET' as const, routes });

checkSuite(
  check,
  {
    id: 'h1',
    name: 'shop',
    tags: {},
    protocol: 'HTTP' as const,
    endpoint: undefined,
    defaultEndpointDisabled: false,
    routes: [route('GET /orders', 'JWT')],
  },
  [
    { when: 'routes take tokens', given: {}, expect: 'pass' },
    {
      when: 'they ask in other ways',
      given: { routes: [route('$default', 'AWS_IAM'), route('ANY /', 'CUSTOM')] },
      expect: 'pass',
    },
    {
      when: 'one is open',
      given: { routes: [route('GET /orders', 'JWT'), route('$default', 'NONE')] },
      expect: 'fail',
      message: /\$default/,
    },
    {
      when: 'OPTIONS alone is open',
      given: { routes: [route('GET /', 'JWT'), route('OPTIONS /', 'NONE')] },
      expect: 'pass',
    },
    { when: 'it has OPTIONS alone', given: { routes: [route('OPTIONS /', 'NONE')] }, expect: 'not-applicable' },
    { when: 'it has no routes', given: { routes: [] }, expect: 'not-applicable' },
    { when: 'it was deleted', given: { routes: undefined }, expect: 'not-applicable' },
    { when: 'AWS does not say how a route asks', given: { routes: [route('GET /', undefined)] }, expect: 'unknown' },
    { when: 'a route asks in a way of tomorrow', given: { routes: [route('GET /', 'PASSKEY')] }, expect: 'unknown' },
    {
      when: 'a WebSocket API asks who connects',
      given: socket(route('$connect', 'CUSTOM'), route('send', 'NONE')),
      expect: 'pass',
    },
    { when: 'it does not', given: socket(route('$connect', 'NONE'), route('send', 'NONE')), expect: 'fail' },
    {
      when: 'it asks for an API key',
      given: socket(route('$connect', 'NONE', true)),
      expect: 'fail',
      message: /with an API key/,
    },
    {
      when: 'nothing answers who connects',
      given: socket(route('$default', 'NONE')),
      expect: 'fail',
      message: /no \$connect/,
    },
    { when: 'it is of a kind of tomorrow', given: { protocol: 'GRPC' as never }, expect: 'unknown' },
    { when: 'AWS does not say of what kind it is', given: { protocol: undefined }, expect: 'unknown' },
  ],
);
